let addresses: readonly string[] = [];

/** @param found where MNIST's digits 0 to 9 are, one byte for each pixel */
export function findDigits(found: readonly string[]): void {
  addresses = found;
}

/**
 * Stands for a file of the `mnist` package: grey values from 0 to 1, as long as a thousandth makes no difference.
 *
 * @throws Error if the file cannot be loaded
 */
export function readDigit(digit: number): { data: Float64Array } {
  const request = new XMLHttpRequest();
  request.open("GET", addresses[digit], false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${addresses[digit]}: ${request.status} ${request.statusText}`);
  return { data: Float64Array.from(new Uint8Array(request.response), (level) => level / 255) };
}

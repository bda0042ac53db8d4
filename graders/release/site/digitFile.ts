import { mnistImages } from "../../../src/datasets/mnistImages";

/** The images of a digit of MNIST, 0 to 9, as a file: one byte for each pixel. */
export function digitFile(digit: number): Uint8Array {
  return mnistImages(digit);
}

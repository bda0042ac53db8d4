/** Where the page finds what the kernel consists of: absolute addresses. */
export interface Addresses {
  /** The workers' programs. */
  compiler: string;
  engine: string;
  /** The declarations that the compiler reads, a JSON object of texts by path. */
  files: string;
  /** MNIST's digits 0 to 9, one byte for each pixel. */
  digits: readonly string[];
}

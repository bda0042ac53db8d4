/** A file of a release. */
export interface ReleasedFile {
  /** The path below the release's folder, with `/` on every platform. */
  path: string;
  content: string;
  /** Whether it is a program that can be started by its name. */
  executable?: boolean;
}

/** One that is no text. */
export interface ReleasedBytes {
  path: string;
  content: Uint8Array;
  executable?: undefined;
}

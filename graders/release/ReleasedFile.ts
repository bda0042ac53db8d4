/** A file to be handed out. */
export interface ReleasedFile {
  /** Below the release's folder, with `/` on every platform. */
  path: string;
  content: string;
  /** Whether it is a program that is started by its name. */
  executable?: boolean;
}

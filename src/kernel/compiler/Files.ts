import type ts from "typescript";

/** The files that the compiler reads. Paths are absolute and have forward slashes. */
export interface Files {
  /** Where the types of the platform and of `nablab` are. */
  readonly options: Pick<ts.CompilerOptions, "types" | "typeRoots" | "paths">;
  /** Declarations that every cell sees, beyond those. */
  readonly roots: readonly string[];
  /** The folder with TypeScript's own library. */
  readonly libFolder: string;
  fileExists(file: string): boolean;
  readFile(file: string): string | undefined;
  directoryExists(directory: string): boolean;
  getDirectories(directory: string): string[];
  /** Lists what can be imported, for completion. */
  readDirectory: typeof ts.sys.readDirectory;
  realpath(file: string): string;
  /** When a file was last written, in milliseconds; NaN if there is none. */
  modified(file: string): number;
}

/** What the compiler's worker is told first. */
export interface CompilerStart {
  /** The address of the declarations, a JSON object of texts by path. */
  files: string;
}

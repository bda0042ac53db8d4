/** A place to work on notebooks. */
export interface Workplace {
  /** The folder that has the notebooks, the kernel in `dist/`, and JupyterLab in `.venv`. */
  root: string;
  /** Makes `dist/` when it is missing or stale. */
  build(): Promise<void> | void;
  /** What still works without JupyterLab, for the message that says it is missing. */
  withoutPython?: string;
}

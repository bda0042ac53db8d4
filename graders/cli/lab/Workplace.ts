/** Where notebooks are worked on. */
export interface Workplace {
  /** The folder that has the notebooks, the kernel in `dist/`, and JupyterLab in `.venv`. */
  root: string;
  /** Makes `dist/` when it is missing or stale. */
  build(): Promise<void> | void;
  /** What works where JupyterLab does not, for the message that says so. */
  withoutPython?: string;
}

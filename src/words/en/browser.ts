/** What the kernel says of a cell in a browser, where Node's kernel says something else or nothing. */
export const browser = {
  /** The compiler, or the engine, could not be loaded. */
  notLoaded: (address: string): string => `${address} cannot be loaded`,
  crashed: (reason: string): string => `the browser says: ${reason}`,

  /** Why the engine ended, and what that means. */
  engineEnded: (reason: string): string =>
    `the worker that runs the cells ended (${reason}); all variables are gone, run the cells above again`,
  engineNotStarted: (reason: string): string =>
    `the worker that runs the cells ended while it started (${reason}); look whether you are connected, and reload the page`,

  /** Its value would be one of Node's. */
  noName: (name: string): string =>
    `${name} belongs to Node, and a notebook in a browser has no Node: leave it out, or work in JupyterLab on your computer`,
  noModule: (name: string): string =>
    `"${name}" cannot be imported: a notebook in a browser has nablab, and nablab/tf where its course uses that, but no other modules; work in JupyterLab on your computer to use it`,
  noFile: (name: string): string =>
    `"${name}" cannot be imported: a notebook in a browser has no files beside it; copy what you need into a cell`,

  outputCut: (megabytes: number): string =>
    `… and more: in a browser, the output of a cell is cut after ${megabytes} MB; print less`,
};

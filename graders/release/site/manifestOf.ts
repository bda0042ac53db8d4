/** The package.json of an extension, as JupyterLite reads it. */
export function manifestOf(extension: string, modules: object) {
  return {
    name: extension,
    version: "1.0.0",
    jupyterlab: { extension: true, _build: { load: "static/remoteEntry.js", ...modules } },
    jupyterlite: { liteExtension: true },
  };
}

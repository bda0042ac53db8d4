import type { SiteOptions } from "../../../src/lite/SiteOptions";

/**
 * The program by which JupyterLab loads the extension: what it expects of a bundle that webpack shares, written by hand.
 * It hands the modules that JupyterLab shares to the program of the page. Plain JavaScript.
 *
 * @param page the name of the page's program, beside this one; as are all addresses in `options`
 */
export function remoteEntry(name: string, page: string, options: SiteOptions): string {
  return `(() => {
  "use strict";
  const script = document.currentScript.src;
  const options = JSON.parse(${JSON.stringify(JSON.stringify(options))});
  const at = (file) => new URL(file, script).href;
  const { compiler, engine, files, digits } = options.addresses;
  options.addresses = { compiler: at(compiler), engine: at(engine), files: at(files), digits: digits.map(at) };
  options.root = at(options.root);
  if (options.handIn) options.handIn.program = at(options.handIn.program);
  let scope;

  async function shared(module) {
    const [version] = Object.values(scope[module]);
    return (await version.get())();
  }

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[${JSON.stringify(name)}] = {
    init(given) {
      scope = given;
    },
    async get() {
      const modules = ["@jupyterlite/services", "@lumino/signaling", "@lumino/widgets", "@jupyterlab/apputils", "@jupyterlab/coreutils", "@jupyterlab/notebook"];
      const [{ plugins }, ...parts] = await Promise.all([import(at(${JSON.stringify(page)})), ...modules.map(shared)]);
      const value = plugins(Object.assign({}, ...parts), options);
      return () => ({ __esModule: true, default: value });
    },
  };
})();
`;
}

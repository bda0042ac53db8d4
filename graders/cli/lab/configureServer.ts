import { writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../../../src/kernel/node/places/makeFolder";
import { kernelName } from "../../../src/kernel/node/spec";
import type { Locale } from "../../../src/words/locale";
import { languagePacks } from "../../course/languagePacks";

/**
 * Writes the settings that every Jupyter server in the environment `prefix` reads, and JupyterLab there.
 *
 * @param locale of JupyterLab's menus, if its language pack is installed
 */
export function configureServer(prefix: string, locale: Locale = "en"): void {
  const folder = path.join(prefix, "etc", "jupyter");
  const settings = {
    // Figures that versions up to 0.2 saved load plotly.min.js from the server's static files.
    ServerApp: { extra_static_paths: [path.dirname(require.resolve("plotly.js-dist-min/package.json"))] },
    // The notebooks are TypeScript: offering Python, or kernels of the user's other projects, would only mislead.
    KernelSpecManager: { ensure_native_kernel: false, allowed_kernelspecs: [kernelName] },
    MappingKernelManager: { default_kernel_name: kernelName },
  };
  makeFolder(folder);
  writeFileSync(path.join(folder, "jupyter_server_config.json"), `${JSON.stringify(settings, null, 2)}\n`);
  makeFolder(path.join(folder, "labconfig"));
  writeFileSync(
    path.join(folder, "labconfig", "default_setting_overrides.json"),
    `${JSON.stringify({ ...labSettings, ...languages[locale] }, null, 2)}\n`,
  );
}

/** As JupyterLab names them. */
const languages: Record<Locale, object> = {
  en: {},
  "zh-CN": { "@jupyterlab/translation-extension:plugin": { locale: languagePacks["zh-CN"].locale } },
};

/** JupyterLab would ask learners whether they want news about it, and tell them to update what is pinned here. */
const labSettings = {
  "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
};

// The program of the page: the plugins of JupyterLab that make a course of it. Loaded by remoteEntry.
import { speak } from "../words/language";
import { cachePlugin } from "./cachePlugin";
import { handInPlugin } from "./handInPlugin";
import { kernelPlugins } from "./kernelPlugins";
import type { Plugin, Shared } from "./Shared";
import type { SiteOptions } from "./SiteOptions";
import { savingPlugin } from "./savingPlugin";
import { updatePlugin } from "./updatePlugin";

export function plugins(shared: Shared, options: SiteOptions): Plugin[] {
  const { root, addresses, versions, locale } = options;
  speak(locale);
  return [
    ...kernelPlugins(shared, addresses, versions),
    savingPlugin(shared),
    handInPlugin(shared, options),
    updatePlugin(shared, options),
    cachePlugin(shared, root),
  ];
}

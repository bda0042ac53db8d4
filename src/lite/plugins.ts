// The program of the page: the plugins of JupyterLab that make a course of it. Loaded by remoteEntry.
import { cachePlugin } from "./cachePlugin";
import { handInPlugin } from "./handInPlugin";
import { kernelPlugins } from "./kernelPlugins";
import type { Plugin, Shared } from "./Shared";
import type { SiteOptions } from "./SiteOptions";
import { savingPlugin } from "./savingPlugin";

export function plugins(shared: Shared, { addresses, versions, cached }: SiteOptions): Plugin[] {
  return [
    ...kernelPlugins(shared, addresses, versions),
    savingPlugin(shared),
    handInPlugin(shared),
    cachePlugin(cached),
  ];
}

import type { Plugin } from "./Shared";

/** JupyterLite's service worker answers from this cache. */
const cacheName = "precache";

/**
 * Puts the site's files into the browser's cache, so that the course works without a network after the first visit. Does
 * nothing where there is no service worker, as in some private windows.
 *
 * @param list the address of the list of files, a JSON array of addresses relative to it
 */
export function cachePlugin(list: string): Plugin {
  return {
    id: "nablab-site:cache",
    autoStart: true,
    requires: [],
    // Later, when nobody waits for anything.
    activate: (app: { restored: Promise<void> }) => {
      void app.restored.then(() => setTimeout(() => void fill(list).catch(() => {}), 3000));
    },
  };
}

async function fill(list: string): Promise<void> {
  if (!("caches" in globalThis) || !navigator.serviceWorker) return;
  const cache = await caches.open(cacheName);
  const files: string[] = await (await fetch(list)).json();
  for (const file of files) {
    const address = new URL(file, list).href;
    if (await cache.match(address)) continue;
    const response = await fetch(address);
    if (response.ok) await cache.put(address, response);
  }
}

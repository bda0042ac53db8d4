import { site as words } from "../words/site";
import type { Plugin, Shared } from "./Shared";
import { cachedList } from "./SiteOptions";

/** JupyterLite's service worker answers from this cache. */
const cacheName = "precache";

/** What is in the cache, as `cachedList` identifies it, by its address. */
const memoryOf = (root: string): string => `nablab-cached:${root}`;

/**
 * Puts the site's files into the browser's cache, so that the course works without a network after the first visit; those
 * of a new release take the places of old ones, and the learner is told. Does nothing where there is no service worker,
 * as in some private windows.
 *
 * @param root the address of the site's folder
 */
export function cachePlugin({ Notification, PageConfig }: Shared, root: string): Plugin {
  const fillAndTell = async (): Promise<void> => {
    if (!("caches" in globalThis) || !navigator.serviceWorker) return;
    noteVersion((await navigator.serviceWorker.ready).active, PageConfig.getOption("appVersion"));
    const isRenewed = await fill(await caches.open(cacheName), root);
    if (!isRenewed) return;
    const reload = { label: words.reload, callback: () => location.reload() };
    Notification.info(words.siteRenewed, { autoClose: false, actions: [reload] });
  };
  return {
    id: "nablab-site:cache",
    autoStart: true,
    requires: [],
    // Later, when nobody waits for anything.
    activate: (app: { restored: Promise<void> }) => {
      void app.restored.then(() => setTimeout(() => void fillAndTell().catch(() => {}), 3000));
    },
  };
}

/**
 * Notes which version of JupyterLite a service worker is of, as JupyterLite does at the second visit. Where it is not noted,
 * JupyterLite takes the worker for an old one and removes it; without a network, it cannot get another one.
 */
function noteVersion(worker: ServiceWorker | null, version: string): void {
  if (!worker) return;
  const key = `${worker.scriptURL}-version`;
  if (localStorage.getItem(key) === null) localStorage.setItem(key, version);
}

/** Whether files that were in the cache have been replaced. */
async function fill(cache: Cache, root: string): Promise<boolean> {
  const list: Record<string, string> = await (await fetch(new URL(cachedList, root))).json();
  const text = localStorage.getItem(memoryOf(root));
  const known: Record<string, string> = text === null ? list : JSON.parse(text);
  const cached: Record<string, string> = {};
  let isRenewed = false;
  for (const [file, content] of Object.entries(list)) {
    const address = new URL(file, root).href;
    const old = await cache.match(address);
    const isCurrent = old !== undefined && known[file] === content;
    if (isCurrent || (await replace(cache, address, old))) cached[file] = content;
    else if (old) cached[file] = known[file];
    isRenewed ||= !isCurrent && old !== undefined && cached[file] === content;
  }
  localStorage.setItem(memoryOf(root), JSON.stringify(cached));
  await removeOthers(cache, root, list);
  return isRenewed;
}

/** Whether it could be loaded. The service worker would answer with the old response, as long as there is one. */
async function replace(cache: Cache, address: string, old: Response | undefined): Promise<boolean> {
  await cache.delete(address);
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok) await cache.put(address, response);
  else if (old) await cache.put(address, old);
  return response?.ok ?? false;
}

/** Programs of older releases, for the most part: their names contain what identifies their contents. */
async function removeOthers(cache: Cache, root: string, list: object): Promise<void> {
  const pathOf = (address: string): string => new URL(address, root).pathname;
  const wanted = new Set(Object.keys(list).map(pathOf));
  for (const { url } of await cache.keys()) {
    if (url.startsWith(root) && !wanted.has(pathOf(url))) await cache.delete(url);
  }
}

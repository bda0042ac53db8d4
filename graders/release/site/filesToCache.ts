import path from "node:path";
import { addressOf, type SiteOptions } from "../../../src/lite/SiteOptions";
import { hashOf } from "../../text/hashOf";
import type { ReleasedBytes, ReleasedFile } from "../ReleasedFile";

/** What works without a network needs: all files, also under the addresses by which pages ask for them and learners for pages. */
export function filesToCache(
  files: readonly (ReleasedFile | ReleasedBytes)[],
  notebooks: SiteOptions["notebooks"],
): Record<string, string> {
  const contents = new Map(files.map((file) => [file.path, hashOf(file.content).slice(0, 16)]));
  const addresses: [address: string, file: string][] = [["./", "index.html"]];
  for (const notebook of Object.values(notebooks)) {
    const { file } = notebook;
    const pages = ["lab", "notebooks"].map((app) => `${app}/index.html`);
    addresses.push(...pages.map((page): [string, string] => [`${page}?path=${file}`, page]));
    addresses.push([addressOf(notebook), `files/${file}`]);
  }
  for (const { path: page, content } of files.filter((file) => file.path.endsWith("/index.html"))) {
    for (const [, asked] of Buffer.from(content)
      .toString("utf8")
      .matchAll(/["']([\w./-]+\?_=\w+)["']/g)) {
      const address = path.posix.join(path.posix.dirname(page), asked);
      addresses.push([address, address.replace(/\?.*/, "")]);
    }
  }
  // What is below `api/` JupyterLite's service worker leaves to the network.
  const own = [...contents.keys()].filter((file) => !/^api\/|^LICENSES|^service-worker/.test(file));
  const all = [...addresses, ...own.map((file) => [file, file])];
  return Object.fromEntries(all.map(([address, file]) => [address, contents.get(file)!]));
}

import type { Addresses } from "../kernel/browser/Addresses";
import type { Versions } from "../kernel/protocol/describeKernel";
import type { Locale } from "../words/locale";

/** What a site's page is told about its files. */
export interface SiteOptions {
  /** The address of the site's folder. */
  root: string;
  addresses: Addresses;
  versions: Versions;
  /** The language that it speaks around the notebooks. */
  locale: Locale;
  /** Where learners hand in directly, if they can. */
  handIn?: HandInOptions;
  /** The notebooks, by the slugs of their assignments. */
  notebooks: Readonly<Record<string, ServedNotebook>>;
}

/** A server to hand in to. */
export interface HandInOptions {
  /** The address of its pages. */
  to: string;
  /** The address of the program that talks to it, see `handInDirectly`. */
  program: string;
}

/** A notebook as this release of the site serves it. */
export interface ServedNotebook {
  /** The name of its file. */
  file: string;
  /** As in its metadata. */
  release: string;
}

/**
 * The list of files that work without a network needs: a JSON object of what identifies their contents, by their addresses
 * below the site's folder. JupyterLite's service worker leaves what is below `api/` to the network, so that the list is
 * never an old one.
 */
export const cachedList = "api/cached.json";

/** Where a notebook is served, below the site's folder: anew for each release, as the service worker keeps old files. */
export function addressOf({ file, release }: ServedNotebook): string {
  return `files/${file}?release=${release}`;
}

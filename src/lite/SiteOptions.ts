import type { Addresses } from "../kernel/browser/Addresses";
import type { Versions } from "../kernel/protocol/describeKernel";

/** What a site's page is told about its files. */
export interface SiteOptions {
  addresses: Addresses;
  versions: Versions;
  /** The address of the list of files that work without a network needs. */
  cached: string;
}

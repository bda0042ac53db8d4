import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startBrowser } from "./SitePage";
import { type SiteServer, serveSite } from "./serveSite";

/** Where tests have a site. Everything is there once their file has been set up. */
export interface UsedSite {
  /** For whatever they keep. */
  folder: string;
  /** The site's own folder. */
  site: string;
  server: SiteServer;
}

/**
 * A site for the tests of a group, which is served from before it is released until they are done.
 *
 * @param release writes it
 */
export function useSite(release: (used: UsedSite) => Promise<void> | void): UsedSite {
  const used = {} as UsedSite;
  beforeAll(async () => {
    used.folder = mkdtempSync(path.join(tmpdir(), "nablab-site-"));
    used.site = path.join(used.folder, "site");
    used.server = await serveSite(used.site);
    await release(used);
  }, 300_000);
  afterAll(() => {
    used.server.close();
    rmSync(used.folder, { recursive: true });
  });
  return used;
}

/** A Chromium with a profile of its own for the tests of a group. */
export function useChromium(used: UsedSite): { context: BrowserContext } {
  const chromium = {} as { context: BrowserContext };
  beforeAll(async () => {
    chromium.context = await startBrowser(path.join(used.folder, "profile"));
  }, 60_000);
  afterAll(() => chromium.context?.close());
  return chromium;
}

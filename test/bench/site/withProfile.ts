import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { startBrowser } from "../../graders/release/site/SitePage";

/** Calls `body` with a new browser, which nobody has used before, and the folder of its profile. */
export async function withProfile<T>(body: (context: BrowserContext, profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(path.join(tmpdir(), "nablab-profile-"));
  const context = await startBrowser(profile);
  try {
    return await body(context, profile);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

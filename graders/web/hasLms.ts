import { tryGetContext } from "hono/context-storage";

/** What is known of the pages themselves, whatever is asked for. */
export interface AboutSite {
  Variables: { hasLms: boolean };
}

/** Whether the pages that are being asked for are connected to an LMS. */
export function hasLms(): boolean {
  return tryGetContext<AboutSite>()?.var.hasLms ?? false;
}

import { site as words } from "../words/site";
import type { Shared } from "./Shared";

/** That the learner has been told. */
const memory = "nablab-not-kept";

/**
 * Asks the browser to keep what is stored for this site, even when it runs out of room. Where it does not promise that, the
 * learner is told, once: most browsers promise it only to sites that are bookmarked or often visited.
 */
export async function askToKeep({ Notification }: Pick<Shared, "Notification">): Promise<void> {
  const isKept = await navigator.storage?.persist?.().catch(() => false);
  if (isKept || localStorage.getItem(memory) !== null) return;
  localStorage.setItem(memory, "told");
  Notification.info(words.notKept, { autoClose: 15_000 });
}

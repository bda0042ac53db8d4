import { streamSSE } from "hono/streaming";
import type { LiveState } from "../Live";
import { livePath } from "../livePath";
import { liveText, waitingIn } from "../pages/liveStatus";
import type { Asked, Route } from "../Route";

/** In milliseconds. */
const pause = 1000;

/** So that a connection that nobody has any more is noticed. */
const mostSilence = 15_000;

/** How far grading is, as events: one whenever it changes. */
export const live: readonly Route[] = [{ method: "get", path: livePath, roles: ["staff"], answer: follow }];

async function follow({ c, live }: Asked): Promise<Response> {
  const slug = c.req.query("run");
  c.header("Cache-Control", "no-store");
  return streamSSE(c, async (stream) => {
    let last = "";
    let spoke = Date.now();
    // The page says whether something waited when it was made.
    let wasBusy = c.req.query("waiting") !== undefined;
    let before: number | null = null;
    while (!stream.aborted) {
      // While the database is away, what was said last stays.
      const [state, versions] = await Promise.all([live.state(), live.versions()]).catch(() => [null, null]);
      if (state !== null && versions !== null) {
        const now = versionsIn(versions, slug);
        before ??= now;
        wasBusy ||= waitingIn(state, slug) > 0 || now !== before;
      }
      const data = state === null ? last : dataOf(state, slug, wasBusy);
      if (data !== last) await stream.writeSSE({ data });
      else if (Date.now() - spoke > mostSilence) await stream.write(": \n\n");
      if (data !== last || Date.now() - spoke > mostSilence) spoke = Date.now();
      last = data;
      await stream.sleep(pause);
    }
  });
}

function dataOf(state: LiveState, slug: string | undefined, wasBusy: boolean): string {
  return JSON.stringify({ text: liveText(state, slug), isOver: wasBusy && waitingIn(state, slug) === 0 });
}

function versionsIn(versions: ReadonlyMap<string, number>, slug: string | undefined): number {
  if (slug !== undefined) return versions.get(slug) ?? 0;
  return [...versions.values()].reduce((sum, one) => sum + one, 0);
}

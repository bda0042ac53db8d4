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
    let wasWaiting = false;
    while (!stream.aborted) {
      // While the database is away, what was said last stays.
      const state = await live.state().catch(() => null);
      const data = state === null ? last : dataOf(state, slug, wasWaiting);
      if (state !== null && waitingIn(state, slug) > 0) wasWaiting = true;
      if (data !== last) await stream.writeSSE({ data });
      else if (Date.now() - spoke > mostSilence) await stream.write(": \n\n");
      if (data !== last || Date.now() - spoke > mostSilence) spoke = Date.now();
      last = data;
      await stream.sleep(pause);
    }
  });
}

function dataOf(state: LiveState, slug: string | undefined, wasWaiting: boolean): string {
  return JSON.stringify({ text: liveText(state, slug), isOver: wasWaiting && waitingIn(state, slug) === 0 });
}

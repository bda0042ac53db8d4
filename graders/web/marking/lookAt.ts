import { words } from "../../../src/words/words";
import { contentOf } from "../../gradebook/content";
import { nextToLookAt } from "../../gradebook/queries/nextToLookAt";
import { submissionPage } from "../../gradebook/queries/submissionPage";
import { runNamed } from "../../gradebook/runs";
import { stemOf } from "../../intake/kindOfName";
import { download } from "../download";
import { messagePage } from "../pages/messagePage";
import { functionId } from "../pages/submissionView";
import type { Asked } from "../Route";
import { submissionAddress } from "./typed";

/** What nobody has said anything about: the first of a run. */
export async function firstOfRun(asked: Asked): Promise<Response> {
  const { c, store } = asked;
  const run = await runNamed(store.db, c.req.param("slug") ?? "");
  return goTo(asked, await nextToLookAt(store.db, run.id, functionIn(asked)));
}

/** The one that comes after a submission. */
export async function nextOf(asked: Asked): Promise<Response> {
  const { c, store } = asked;
  const after = c.req.param("id") ?? "";
  const { run } = await submissionPage(store.db, after);
  return goTo(asked, await nextToLookAt(store.db, run.id, { ...functionIn(asked), after }));
}

function functionIn({ c }: Asked): { name?: string } {
  const name = c.req.query("function");
  return name === undefined ? {} : { name };
}

function goTo(asked: Asked, id: string | null): Response | Promise<Response> {
  const { c } = asked;
  if (id === null) return c.html(messagePage(words.dashboardMarking.submission.nothingLeft));
  const { name } = functionIn(asked);
  const address =
    name === undefined ? submissionAddress(id, {}) : submissionAddress(id, { of: name }, {}, functionId(name));
  return c.redirect(address, 302);
}

/** The file as it was handed in: to be kept, never to be shown by the browser. Without its name where the run is anonymous. */
export async function handedInFile(asked: Asked): Promise<Response> {
  const { c, store } = asked;
  const { run, fileName, sha256 } = await submissionPage(store.db, c.req.param("id") ?? "");
  const shown = run.anonymous === 1 ? `submission${fileName.slice(stemOf(fileName).length)}` : fileName;
  return download(asked, shown, await contentOf(store.db, sha256), "application/octet-stream");
}

import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { words } from "../../src/words/words";
import { Conflict } from "../gradebook/override";
import { Refusal } from "../gradebook/Refusal";
import { refusalFor } from "../gradebook/refusalFor";
import type { Store } from "../gradebook/Store";
import { fieldsOf } from "./fieldsOf";
import { HandInRefused, refusalStatuses } from "./handIn/HandInRefused";
import { messagePage } from "./pages/messagePage";
import { typedAgain } from "./pages/typedAgain";

/** What is refused is the reader's to change; what the database cannot do now, it may do later. Nothing typed is lost. */
export async function answerTo(error: Error, c: Context, store: Store): Promise<Response> {
  // Hono's own answers, such as that to a form of another site.
  if (error instanceof HTTPException) return error.getResponse();
  const typed = isForm(c) ? typedAgain(c.req.path, await fieldsOf(c)) : undefined;
  if (error instanceof Conflict) return c.html(messagePage(error.message, typed), 409);
  if (error instanceof HandInRefused) return c.html(messagePage(error.message), refusalStatuses[error.code]);
  const known = refusalFor(error, store.shown);
  if (!(known instanceof Refusal)) {
    console.error(`nablab: ${words.commands.fault(error.message)}`);
    return c.html(messagePage(words.dashboard.messages.fault, typed), 500);
  }
  const refused = c.req.method === "GET" ? 404 : 422;
  return c.html(messagePage(known.message, typed), error instanceof Refusal ? refused : 503);
}

/** What can be shown again: a file cannot, and a form without it would be another one. */
function isForm({ req }: Context): boolean {
  return req.method === "POST" && !req.header("content-type")?.startsWith("multipart/");
}

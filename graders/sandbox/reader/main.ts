/**
 * A reader's process: parses what was handed in, and says what it has found as plain data. Parsing may take any time and
 * memory, and ends with the process then. Nothing of a submission is run here. See ReaderPool.ts for the other end.
 */
import { Script } from "node:vm";
import { writeReply } from "../wire/pipe";
import type { Reply } from "../wire/protocol";
import { readCodeCache } from "../wire/readCodeCache";
import { type Received, receive } from "./receive";

/** The bundle of parser.ts as text: an expression that gives a function of `require`. The bundler puts it here. */
declare const PARSER_SOURCE: string;

type Parser = typeof import("./parser");

// The compiler is large: V8 takes longer to compile it than to read most submissions.
const script = new Script(PARSER_SOURCE, { filename: "parser", cachedData: readCodeCache(__filename) });
const { replyAbout } = (script.runInThisContext() as (load: typeof require) => Parser)(require);

function replyTo({ request, bytes }: Received): Reply {
  const { id } = request;
  switch (request.kind) {
    case "read":
      return { id, ...replyAbout(request.text, bytes) };
    case "code":
      return { id, kind: "code", text: script.createCachedData().toString("base64") };
    default:
      return { id, kind: "failed", text: "a request that is not for a reader" };
  }
}

writeReply({ id: 0, kind: "ready", text: script.cachedDataRejected === false ? "with compiled code" : "" });
for (let received = receive(); received; received = receive()) writeReply(replyTo(received));

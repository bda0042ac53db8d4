import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import type { CourseAnswer, RefusalAnswer } from "../../../src/handIn/HandInAnswer";
import { words } from "../../../src/words/words";
import { actOf } from "../../gradebook/Act";
import { learnerHandIn } from "../../gradebook/learner/learnerHandIn";
import { type LearnerView, learnerView } from "../../gradebook/learner/learnerView";
import { ownerOf } from "../../gradebook/learner/submitToken";
import type { PersonRow } from "../../gradebook/people";
import { Refusal } from "../../gradebook/Refusal";
import { refusalFor } from "../../gradebook/refusalFor";
import type { Store } from "../../gradebook/Store";
import type { Grading } from "../Grading";
import type { TitlesOf } from "../pages/submissionView";
import { learnerName } from "../Route";
import { answerOf } from "./answerOf";
import { HandInRefused, refusalStatuses } from "./HandInRefused";
import { settled } from "./settled";
import { takeFromLearner } from "./takeFromLearner";
import { WaitingLearners } from "./WaitingLearners";

const say = words.handIn.refused;

/** What programs ask. */
export interface ApiParts {
  store: Store;
  grading: Grading;
  titlesOf: TitlesOf;
  /** Sites whose pages may ask, such as `https://course.example.org`. */
  origins: readonly string[];
  /** Of a file, in bytes. */
  mostBytes: number;
}

interface Env {
  Variables: { person: PersonRow; began: string };
}

/** For how long a request may wait for a verdict, in seconds. */
const mostWait = 30;

/**
 * What learners' programs ask, with a token and without a cookie: so that a form of another site, which browsers give
 * cookies, can do nothing here. Documented in docs/server.md.
 */
export function apiRoutes({ store, grading, titlesOf, origins, mostBytes }: ApiParts): Hono<Env> {
  const app = new Hono<Env>();
  const waiting = new WaitingLearners(store.db);
  app.use(async (c, next) => {
    c.set("began", new Date().toISOString());
    c.header("Cache-Control", "no-store");
    await next();
  });
  if (origins.length > 0) {
    const allowHeaders = ["Authorization", "Content-Type"];
    const exposeHeaders = ["Retry-After"];
    app.use(cors({ origin: [...origins], allowMethods: ["GET", "POST"], allowHeaders, exposeHeaders, maxAge: 600 }));
  }
  app.use(async (c, next) => {
    const [, token] = /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "") ?? [];
    const person = token === undefined ? null : await ownerOf(store.db, token);
    if (!person) return refuse(c, new HandInRefused("token", token === undefined ? say.noToken : say.unknownToken));
    c.set("person", person);
    await next();
  });
  const tooLarge = new HandInRefused("too-large", say.tooLarge(mostBytes / 2 ** 20));
  app.use(bodyLimit({ maxSize: mostBytes, onError: (c) => refuse(c, tooLarge) }));
  app.get("/me", async (c) => c.json(courseOf(await learnerView(store.db, c.var.person.id, c.var.began))));
  app.post("/hand-ins", async (c) => {
    const { began: received, person } = c.var;
    const bytes = Buffer.from(await c.req.arrayBuffer());
    const { run: slug = null, name = "" } = c.req.query();
    const taking = { store, act: actOf(learnerName(person)), grading };
    const id = await takeFromLearner(taking, { person, slug, name, bytes, received, source: "submit" });
    return c.json(await answerFor(person, id), 202);
  });
  app.get("/hand-ins/:id", async (c) => {
    const { person } = c.var;
    const id = c.req.param("id");
    const wait = Math.min(mostWait, Math.max(0, Number(c.req.query("wait") ?? 0) || 0));
    await learnerHandIn(store.db, person.id, id, c.var.began).catch(unknown);
    await settled(store.db, waiting, { submission: id, person: person.id }, 1000 * wait, c.req.raw.signal);
    return c.json(await answerFor(person, id));
  });
  app.notFound((c) => refuse(c, new HandInRefused("unknown", words.dashboard.messages.notFound)));
  app.onError((error, c) => refuse(c, toRefusal(error, store.shown)));

  async function answerFor(person: PersonRow, id: string) {
    const handIn = await learnerHandIn(store.db, person.id, id, new Date().toISOString());
    return answerOf(handIn, await titlesOf(handIn.slug));
  }

  return app;
}

function courseOf({ course, zone, runs }: LearnerView): CourseAnswer {
  return {
    ...{ course, zone },
    runs: runs.map(({ slug: run, title, state, opens, deadline, closes }) => ({
      ...{ run, title, state, opens, deadline, closes },
    })),
  };
}

function unknown(error: unknown): never {
  throw error instanceof Refusal ? new HandInRefused("unknown", say.unknown) : error;
}

/** What the database, or the process that grades, cannot do now may be done later. */
function toRefusal(error: Error, shown: string): HandInRefused {
  if (error instanceof HandInRefused) return error;
  const known = refusalFor(error, shown);
  if (known instanceof Refusal) return new HandInRefused("later", say.later(known.message), soon);
  console.error(`nablab: ${words.commands.fault(error.message)}`);
  return new HandInRefused("later", say.fault, soon);
}

/** In seconds. */
const soon = 5;

function refuse(c: Context, { code, message, retryAfter }: HandInRefused): Response {
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  return c.json({ error: message, code } satisfies RefusalAnswer, refusalStatuses[code]);
}

import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { type JWTPayload, jwtVerify, SignJWT } from "jose";
import { words } from "../../../src/words/words";
import { type Act, actOf } from "../../gradebook/Act";
import { linkRun } from "../../gradebook/lms/linkRun";
import { personInLms } from "../../gradebook/lms/personInLms";
import type { PersonRow } from "../../gradebook/people";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Store } from "../../gradebook/Store";
import { html } from "../../report/html/html";
import { randomSecret } from "../../text/secret";
import { cookieOf, givePendingCookie, giveVisitorCookie, isFramed, takeCookie } from "../auth/cookies";
import type { Entrance } from "../auth/oidcRoutes";
import { learnerHome } from "../learnerHome";
import { messagePage } from "../pages/messagePage";
import type { Role } from "../Route";
import { type Launch, LaunchError } from "./Launch";
import type { PlatformSettings } from "./ltiSettings";
import type { Tool } from "./Tool";

const texts = words.lms;

/** Where LMSs send people. */
export const launchPath = "/lti/launch";

/** What a choice that is being made is signed with; it ends with this process. */
const choiceKey = new TextEncoder().encode(randomSecret());

/** Whose choice it is, as it comes back from the form. */
interface Choice {
  issuer: string;
  clientId: string;
  launch: Omit<Launch, "platform">;
}

/**
 * The addresses that LMSs and people who come from there open. What they send comes from another site; it is believed for its
 * signature alone.
 */
export function ltiRoutes(tool: Tool, entrance: Entrance): Hono {
  const app = new Hono();
  app.use(
    "/lti/*",
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], formAction: ["'self'", ...tool.frames], baseUri: ["'none'"] },
      // Whoever shows these pages, they do nothing that the LMS has not asked for; one of them leads out of the frame.
      xFrameOptions: false,
    }),
  );
  app.get("/lti/jwks", (c) => c.json(tool.jwks));
  app.on(["GET", "POST"], "/lti/login", async (c) => {
    try {
      const sent = await sentWith(c);
      const { url, cookie } = await tool.begin(sent);
      if (isFramed(c) && !entrance.secure) return c.html(windowPage(tool.asking(sent), sent));
      givePendingCookie(c, cookie, entrance.secure, "post");
      return c.redirect(url.href);
    } catch (error) {
      return refusal(c, error);
    }
  });
  app.post(launchPath, async (c) => {
    try {
      const sent = await sentWith(c);
      const [state, cookie] = [sent.get("state") ?? "", cookieOf(c, "pending")];
      const left = cookie === "" && !isAlone(c) ? await tool.hintsOf(state) : null;
      if (left !== null) return c.html(windowPage(tool.asking(left), left), 403);
      const { launch, hints } = await tool.launch(state, sent.get("id_token") ?? "", cookie);
      takeCookie(c, "pending", entrance.secure);
      const isShown = launch.shownIn === null || tool.frames.includes(launch.shownIn);
      if (isFramed(c) && !isShown) return c.html(windowPage(launch.platform, hints));
      return await enter(c, launch, entrance);
    } catch (error) {
      return refusal(c, error);
    }
  });
  app.post("/lti/choose", (c) => answerChoice(c, tool, entrance.store));
  return app;
}

/** Whether a browser that tells has opened a page of its own for this. */
function isAlone(c: Context): boolean {
  return c.req.header("sec-fetch-dest") === "document";
}

/** Begins the launch once more outside the LMS's page, where browsers keep cookies. */
function windowPage({ name }: PlatformSettings, hints: URLSearchParams): string {
  const fields = [...hints].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return messagePage(
    texts.framed(name),
    html`<form method="post" action="/lti/login" target="_blank">${fields}<button>${texts.newWindow}</button></form>`,
  );
}

/** What came in the query or in a form. */
async function sentWith(c: Context): Promise<URLSearchParams> {
  if (c.req.method === "GET") return new URL(c.req.url).searchParams;
  return new URLSearchParams(await c.req.text());
}

async function enter(c: Context, launch: Launch, { store, signIns, secure }: Entrance): Promise<Response> {
  const { platform, subject, sourcedId } = launch;
  const identity = { platform: platform.issuer, subject, sourcedId };
  const person = await store.db.transaction().execute((trx) => personInLms(trx, identity));
  if (!person) return c.html(messagePage(texts.notOnRoster(platform.name)), 403);
  const act = actOf(person.role === "learner" ? `person:${person.id}` : person.login);
  if (launch.choosing) return choicePage(c, launch, person, store);
  const run = await linked(store, act, launch);
  giveVisitorCookie(c, await signIns.open(person), secure);
  return c.redirect(run === null ? "/" : (homes[person.role]?.(run) ?? "/"), 303);
}

/** Where a link of a run leads. */
const homes: Partial<Record<Role, (run: string) => string>> = {
  staff: (run) => `/runs/${run}`,
  learner: (run) => `${learnerHome}#${run}`,
};

/** The run that the link is of, whose marks go to that link from now on. */
async function linked({ db }: Store, act: Act, launch: Launch): Promise<string | null> {
  if (launch.run === null) return null;
  const run = await runNamed(db, launch.run);
  const { platform, deployment, scores, members, lineItems, scopes } = launch;
  const link = { platform: platform.issuer, client: platform.clientId, deployment, scores, members, lineItems };
  await db.transaction().execute((trx) => linkRun(trx, act, { run: run.id, ...link, scopes: JSON.stringify(scopes) }));
  return run.slug;
}

async function choicePage(c: Context, launch: Launch, { role }: PersonRow, { db }: Store): Promise<Response> {
  if (role !== "staff") return c.html(messagePage(texts.staffChoose), 403);
  const { platform, ...rest } = launch;
  const choice: Choice = { issuer: platform.issuer, clientId: platform.clientId, launch: rest };
  const signed = await new SignJWT({ ...choice })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("1h")
    .sign(choiceKey);
  const runs = await runsInOrder(db);
  const options = runs.map(({ slug, title }) => html`<option value="${slug}">${title}</option>`);
  return c.html(
    messagePage(
      runs.length === 0 ? texts.noRuns : texts.choose,
      html`<form method="post" action="/lti/choose"><input type="hidden" name="choice" value="${signed}"><label>${texts.run} <select name="run">${options}</select></label> <button>${texts.link}</button></form>`,
    ),
  );
}

/** Sends the choice back to the LMS by a form of its own, as the LMS wants it. */
async function answerChoice(c: Context, tool: Tool, { db }: Store): Promise<Response> {
  const sent = await sentWith(c);
  const verified = await jwtVerify(sent.get("choice") ?? "", choiceKey, { algorithms: ["HS256"] }).catch(() => null);
  if (!verified) return c.html(messagePage(texts.problems.state), 403);
  const { issuer, clientId, launch: begun } = verified.payload as Choice & JWTPayload;
  const launch: Launch = { ...begun, platform: tool.platform(issuer, clientId) };
  const run = await runNamed(db, sent.get("run") ?? "");
  const jwt = await tool.chosen(launch, run);
  const to = launch.choosing?.to ?? "";
  const page = messagePage(
    texts.chosen(run.title),
    html`<form method="post" action="${to}"><input type="hidden" name="JWT" value="${jwt}"><button>${texts.back(launch.platform.name)}</button></form>`,
  );
  return c.html(page);
}

/** People are told what to do; why it failed is for whoever set this up. */
function refusal(c: Context, error: unknown): Response | Promise<Response> {
  if (!(error instanceof LaunchError)) throw error;
  if (error.cause instanceof Error) console.error(`nablab: ${texts.failed(error.cause.message)}`);
  return c.html(messagePage(texts.problems[error.problem]), 403);
}

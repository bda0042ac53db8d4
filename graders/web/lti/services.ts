import { isRecord } from "../../../src/check/isRecord";
import type { RunRow } from "../../gradebook/schema";
import { scopes } from "./Launch";
import type { PlatformSettings } from "./ltiSettings";
import type { Tool } from "./Tool";

/** In milliseconds. */
const patience = 10_000;

/** More pages than any course has. */
const mostPages = 1000;

/** An LMS has answered, and not with what was asked for. */
export class LmsAnswer extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }
}

/** A mark on its way to an LMS. */
export interface Score {
  subject: string;
  given: number;
  most: number;
  at: string;
}

/** An address below another, which may have a query. */
function below(address: string, name: string): URL {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${name}`;
  return url;
}

/** A run, as an LMS's gradebook has it. */
export type Column = Pick<RunRow, "slug" | "title" | "maxScore">;

interface Call {
  url: URL;
  scope: string;
  type: string;
  body?: string;
}

async function call(tool: Tool, platform: PlatformSettings, { url, scope, type, body }: Call): Promise<Response> {
  const token = await tool.access(platform, [scope]);
  const headers = { authorization: `Bearer ${token}`, [body === undefined ? "accept" : "content-type"]: type };
  const method = body === undefined ? "GET" : "POST";
  const signal = AbortSignal.timeout(patience);
  // A redirect would carry the token elsewhere.
  const answer = await fetch(url, { method, headers, body, signal, redirect: "error" });
  if (answer.ok) return answer;
  await answer.body?.cancel();
  throw new LmsAnswer(answer.status);
}

/** @throws LmsAnswer when the LMS refuses it; Error when it does not answer */
export async function sendScore(
  tool: Tool,
  platform: PlatformSettings,
  scores: string,
  { subject, given, most, at }: Score,
): Promise<void> {
  const body = {
    ...{ userId: subject, scoreGiven: given, scoreMaximum: most, timestamp: at },
    ...{ activityProgress: "Completed", gradingProgress: "FullyGraded" },
  };
  const type = "application/vnd.ims.lis.v1.score+json";
  const sent = { url: below(scores, "scores"), scope: scopes.score, type, body: JSON.stringify(body) };
  await (await call(tool, platform, sent)).body?.cancel();
}

/**
 * The column for the marks of a run in the LMS's gradebook: the one that is there, or a new one.
 *
 * @returns its address
 * @throws as {@link sendScore}
 */
export async function columnFor(
  tool: Tool,
  platform: PlatformSettings,
  lineItems: string,
  { slug, title, maxScore }: Column,
): Promise<string> {
  const url = new URL(lineItems);
  url.searchParams.set("resource_id", slug);
  const [list, one] = ["lineitemcontainer", "lineitem"].map((kind) => `application/vnd.ims.lis.v2.${kind}+json`);
  const found: unknown = await (await call(tool, platform, { url, scope: scopes.lineItem, type: list })).json();
  const own = Array.isArray(found) ? found.filter(isRecord).find(({ resourceId }) => resourceId === slug) : undefined;
  const body = JSON.stringify({ label: title, scoreMaximum: maxScore, resourceId: slug });
  const asked = { url: new URL(lineItems), scope: scopes.lineItem, type: one, body };
  const column: unknown = own ?? (await (await call(tool, platform, asked)).json());
  const address = isRecord(column) ? URL.parse(String(column.id), lineItems) : null;
  // Nobody else gets the marks.
  if (address === null || address.origin !== new URL(lineItems).origin) throw new LmsAnswer(200);
  return address.href;
}

/** What the LMS has now as somebody's mark, out of `most`; null where it has none. @throws as {@link sendScore} */
export async function resultIn(
  tool: Tool,
  platform: PlatformSettings,
  scores: string,
  { subject, most }: Pick<Score, "subject" | "most">,
): Promise<number | null> {
  const url = below(scores, "results");
  url.searchParams.set("user_id", subject);
  const type = "application/vnd.ims.lis.v2.resultcontainer+json";
  const results: unknown = await (await call(tool, platform, { url, scope: scopes.result, type })).json();
  const own = Array.isArray(results) ? results.filter(isRecord).find(({ userId }) => userId === subject) : undefined;
  if (typeof own?.resultScore !== "number") return null;
  return typeof own.resultMaximum === "number" && own.resultMaximum > 0
    ? (own.resultScore / own.resultMaximum) * most
    : own.resultScore;
}

/** Somebody in the LMS's course. */
export interface Member {
  subject: string;
  sourcedId: string | null;
  name: string;
  email: string | null;
  isLearner: boolean;
}

/** Everybody in the LMS's course, page by page. @throws as {@link sendScore} */
export async function membersOf(tool: Tool, platform: PlatformSettings, members: string): Promise<Member[]> {
  const found: Member[] = [];
  const type = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
  const { origin } = new URL(members);
  let next: URL | null = new URL(members);
  for (let page = 0; next !== null && page < mostPages; page++) {
    const answer = await call(tool, platform, { url: next, scope: scopes.members, type });
    const content: unknown = await answer.json();
    const rows = isRecord(content) && Array.isArray(content.members) ? content.members.filter(isRecord) : [];
    found.push(...rows.flatMap((row) => memberOf(row) ?? []));
    const [, link] = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(answer.headers.get("link") ?? "") ?? [];
    const following: URL | null = link === undefined ? null : URL.parse(link, members);
    // Nobody else gets the token.
    next = following?.origin === origin ? following : null;
  }
  return found;
}

/** A role in the course, in full and in short. */
const learnerRoles: ReadonlySet<string> = new Set([
  "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner",
  "Learner",
]);

function memberOf({
  user_id,
  status,
  roles,
  name,
  email,
  lis_person_sourcedid,
}: Record<string, unknown>): Member | null {
  if (typeof user_id !== "string" || status === "Inactive" || status === "Deleted") return null;
  const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
  const isLearner = Array.isArray(roles) && roles.some((role) => learnerRoles.has(String(role)));
  return {
    ...{ subject: user_id, sourcedId: text(lis_person_sourcedid), name: text(name) ?? "", email: text(email) },
    isLearner,
  };
}

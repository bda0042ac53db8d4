import { isRecord } from "../../../src/check/isRecord";
import { isLoopback, isOverTls } from "../../../src/handIn/isOverTls";
import type { PlatformSettings } from "./ltiSettings";

/** What an LMS says of somebody who has come from there; its signature was checked. */
export interface Launch {
  platform: PlatformSettings;
  deployment: string;
  /** The LMS's own name for the person, which never changes. */
  subject: string;
  /** The name in the university's records, where the LMS tells it. */
  sourcedId: string | null;
  /** The slug of the run that the link in the LMS is of. */
  run: string | null;
  /** Where marks of the link go, and where the course's people are. */
  scores: string | null;
  members: string | null;
  /** Where a column for marks can be made. */
  lineItems: string | null;
  scopes: readonly string[];
  /** The page that the tool is shown in, or was opened from: where it is, as the LMS tells it. */
  shownIn: string | null;
  /** Somebody is choosing what to link: where the choice goes, and what has to go with it. */
  choosing: { to: string; data: string | null } | null;
}

/** Why somebody who comes from an LMS is not let in. */
export type LaunchProblem = "platform" | "state" | "token" | "version" | "deployment" | "message";

/** A launch that is not what was asked for. */
export class LaunchError extends Error {
  constructor(
    readonly problem: LaunchProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

export const claim = (name: string): string => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
export const deepLinking = (name: string): string => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`;

/** What an LMS grants the tool: making a column for marks, sending scores, reading what became of them, and reading who is in the course. */
export const scopes = {
  lineItem: "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
  score: "https://purl.imsglobal.org/spec/lti-ags/scope/score",
  result: "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
  members: "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
} as const;

const endpointClaim = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
const membersClaim = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

type Claims = Readonly<Record<string, unknown>> & { sub: string };

/**
 * Reads the claims of a token that was checked.
 *
 * @throws LaunchError for another version, deployment or kind of message
 */
export function launchOf(platform: PlatformSettings, claims: Claims): Launch {
  if (claims[claim("version")] !== "1.3.0") throw new LaunchError("version");
  const deployment = claims[claim("deployment_id")];
  if (typeof deployment !== "string" || !platform.deployments.includes(deployment)) throw new LaunchError("deployment");
  const kind = kinds.get(String(claims[claim("message_type")]));
  if (kind === undefined) throw new LaunchError("message");
  const within = (name: string): Record<string, unknown> => asRecord(claims[name]);
  const endpoint = within(endpointClaim);
  return {
    ...{ platform, deployment, subject: claims.sub },
    sourcedId: textOf(within(claim("lis")).person_sourcedid),
    run: textOf(within(claim("custom")).run),
    scores: addressOf(endpoint.lineitem)?.href ?? null,
    members: addressOf(within(membersClaim).context_memberships_url)?.href ?? null,
    lineItems: addressOf(endpoint.lineitems)?.href ?? null,
    shownIn: addressOf(within(claim("launch_presentation")).return_url)?.origin ?? null,
    scopes: Array.isArray(endpoint.scope) ? endpoint.scope.filter((one) => typeof one === "string") : [],
    choosing: kind === "choosing" ? choosingOf(within(deepLinking("deep_linking_settings"))) : null,
  };
}

const kinds: ReadonlyMap<string, "launch" | "choosing"> = new Map([
  ["LtiResourceLinkRequest", "launch"],
  ["LtiDeepLinkingRequest", "choosing"],
]);

function choosingOf({ deep_link_return_url, data }: Record<string, unknown>): Launch["choosing"] {
  const to = addressOf(deep_link_return_url);
  if (!to) throw new LaunchError("message");
  return { to: to.href, data: textOf(data) };
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Null for what could be read on the way. */
function addressOf(value: unknown): URL | null {
  const url = typeof value === "string" ? URL.parse(value) : null;
  return url && (isOverTls(url) || isLoopback(url)) ? url : null;
}

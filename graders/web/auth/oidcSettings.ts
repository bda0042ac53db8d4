import { isRecord } from "../../../src/check/isRecord";
import { isLoopback, isOverTls } from "../../../src/handIn/isOverTls";
import { words } from "../../../src/words/words";
import { Refusal } from "../../gradebook/Refusal";

const say = words.signIn.settings;

/** How people sign in with an account of the university's. */
export interface OidcSettings {
  /** As the provider names itself; it says there where everything else is. */
  issuer: URL;
  clientId: string;
  /** Left out for a client that is known by its address alone; PKCE is used in any case. */
  clientSecret?: string;
  /** The claim that says who somebody is. */
  claim: string;
  /** What of the roster it has to equal. */
  matches: "login" | "email";
  /** What the link to sign in names. */
  name?: string;
}

const known = ["issuer", "clientId", "clientSecret", "claim", "matches", "name"] as const;

/**
 * Reads the file that `--oidc` names.
 *
 * @throws Refusal that says what to change
 */
export function parseOidcSettings(text: string): OidcSettings {
  const given = parsed(text);
  for (const [name, value] of Object.entries(given)) {
    if (!(known as readonly string[]).includes(name)) throw new Refusal(say.unknown(name, known));
    if (typeof value !== "string" || value === "") throw new Refusal(say.notText(name));
  }
  const { clientId, clientSecret, name, matches = "login" } = given as Record<string, string | undefined>;
  if (clientId === undefined) throw new Refusal(say.missing("clientId"));
  if (matches !== "login" && matches !== "email") throw new Refusal(say.matches(matches));
  const claim = (given.claim as string | undefined) ?? (matches === "email" ? "email" : "preferred_username");
  return {
    ...{ issuer: secureAddress("issuer", given.issuer), clientId, claim, matches },
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(name === undefined ? {} : { name }),
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // What is not JSON is no object either.
  }
  throw new Refusal(say.notAnObject);
}

/** @throws Refusal unless what goes there can be read by nobody on the way */
export function secureAddress(name: string, value: unknown): URL {
  if (value === undefined) throw new Refusal(say.missing(name));
  const url = URL.parse(String(value));
  if (!url || (!isOverTls(url) && !isLoopback(url))) throw new Refusal(say.address(name, String(value)));
  return url;
}

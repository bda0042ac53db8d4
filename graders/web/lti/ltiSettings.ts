import { isRecord } from "../../../src/check/isRecord";
import { words } from "../../../src/words/words";
import { Refusal } from "../../gradebook/Refusal";
import { secureAddress } from "../auth/oidcSettings";

const say = words.lms.settings;

/** An LMS, as its page about external tools describes itself. */
export interface PlatformSettings {
  issuer: string;
  clientId: string;
  deployments: readonly string[];
  /** Where a launch is asked for, where access to services is, and where its public keys are. */
  login: URL;
  token: URL;
  keys: URL;
  /** Whom a request for access is meant for; the address of tokens by default. */
  audience: string;
  name: string;
  /** Where its own pages are that show tools in a frame, besides where launches are asked for. */
  frames: readonly string[];
}

/**
 * Reads the file that `--lti` names: `{ "platforms": [ … ] }`.
 *
 * @throws Refusal that says what to change
 */
export function parseLtiSettings(text: string): PlatformSettings[] {
  const { platforms } = parsed(text);
  if (!Array.isArray(platforms) || platforms.length === 0) throw new Refusal(say.noPlatforms);
  return platforms.map(platformOf);
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // What is not JSON is no object either.
  }
  throw new Refusal(say.noPlatforms);
}

const known = ["issuer", "clientId", "deployments", "login", "token", "keys", "audience", "name", "frames"];

function platformOf(given: unknown): PlatformSettings {
  if (!isRecord(given)) throw new Refusal(say.noPlatforms);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Refusal(words.signIn.settings.unknown(unknown, known));
  const text = (name: string): string => {
    const value = given[name];
    if (value === undefined) throw new Refusal(words.signIn.settings.missing(name));
    if (typeof value !== "string" || value === "") throw new Refusal(words.signIn.settings.notText(name));
    return value;
  };
  const { deployments } = given;
  const areTexts = Array.isArray(deployments) && deployments.every((one) => typeof one === "string");
  if (!areTexts || deployments.length === 0) throw new Refusal(say.noDeployments);
  const { frames = [] } = given;
  if (!Array.isArray(frames)) throw new Refusal(say.noFrames);
  const [login, token, keys] = ["login", "token", "keys"].map((name) => secureAddress(name, given[name]));
  const issuer = text("issuer");
  return {
    ...{ issuer, clientId: text("clientId"), deployments, login, token, keys },
    audience: given.audience === undefined ? token.href : text("audience"),
    name: given.name === undefined ? issuer : text("name"),
    frames: frames.map((one) => secureAddress("frames", one).origin),
  };
}

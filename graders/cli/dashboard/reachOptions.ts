import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { words } from "../../../src/words/words";
import { Refusal } from "../../gradebook/Refusal";
import type { Serving } from "../../web/serve";
import { UsageError } from "../UsageError";

const { help, settings: say } = words.signIn;

/** From where the pages can be reached, and how people sign in. */
export interface ReachOptions {
  host?: string;
  url?: string;
  oidc?: string;
  lti?: string;
  allowOrigin?: string[];
}

export function addReachOptions(command: Command): Command {
  return command
    .option("--host <address>", help.host)
    .option("--url <address>", help.url)
    .option("--oidc <file>", help.oidc)
    .option("--lti <file>", words.lms.help.lti)
    .option("--allow-origin <site>", words.handIn.help.allowOrigin, (site: string, all: string[] = []) => [
      ...all,
      site,
    ]);
}

/**
 * What the options say, read and checked.
 *
 * @throws UsageError for a file that cannot be read or holds something else, and Refusal for what may not be served
 */
export async function readReach(options: ReachOptions): Promise<Pick<Serving, "reach" | "oidc" | "lti" | "origins">> {
  const { oidc, lti, allowOrigin = [] } = options;
  const { originOf, reachOf } = await import("../../web/Reach");
  const reach = reachOf(options, oidc !== undefined || lti !== undefined);
  const { parseOidcSettings } = await import("../../web/auth/oidcSettings");
  const { parseLtiSettings } = await import("../../web/lti/ltiSettings");
  return {
    ...{ reach, origins: allowOrigin.map(originOf) },
    ...(oidc === undefined ? {} : { oidc: settingsIn(oidc, parseOidcSettings) }),
    ...(lti === undefined ? {} : { lti: { platforms: settingsIn(lti, parseLtiSettings), keyFile: `${lti}.key.pem` } }),
  };
}

function settingsIn<T>(path: string, parse: (text: string) => T): T {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof Refusal) throw new UsageError(say.inFile(path, message));
    throw code === undefined ? error : new UsageError(say.unreadable(path, code));
  }
}

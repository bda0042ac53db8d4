import { words } from "../words/words";
import { serverAddress } from "./serverAddress";
import { TokenFile } from "./TokenFile";

/** Where to hand in, and with what. */
export interface Destination {
  to: URL;
  token: string;
}

/**
 * Where somebody hands in from their own machine: where they say, else where they have signed in. The token comes from the
 * environment, else from the file of those who have signed in.
 *
 * @throws RangeError that says what to do when either is missing
 */
export function destinationOf(given: string | undefined, file: TokenFile = new TokenFile()): Destination {
  const { NABLAB_TOKEN } = process.env;
  const tokens = given !== undefined && NABLAB_TOKEN ? {} : file.read();
  const known = Object.keys(tokens);
  const address = given ?? (known.length === 1 ? known[0] : undefined);
  if (address === undefined) throw new RangeError(words.submit.noAddress(known));
  const to = serverAddress(address);
  const token = NABLAB_TOKEN || tokens[to.origin];
  if (!token) throw new RangeError(words.submit.noToken(to.origin));
  return { to, token };
}

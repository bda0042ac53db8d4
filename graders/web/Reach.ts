import { isLoopback, isOverTls } from "../../src/handIn/isOverTls";
import { words } from "../../src/words/words";
import { Refusal } from "../gradebook/Refusal";

const say = words.signIn;

/** From where the pages can be reached. */
export interface Reach {
  /** The address to listen at. */
  host: string;
  /** The address under which browsers come, where it is another one: that of a proxy, which ends TLS. */
  url?: URL;
}

/** Only this machine reaches it. */
export const loopback = "127.0.0.1";

/**
 * From where the pages may be reached: other machines come over TLS, and need a way to say who they are.
 *
 * @param hasSignIn whether there is a way to sign in besides the token in the terminal
 * @throws Refusal that says what to change
 */
export function reachOf(given: { host?: string; url?: string }, hasSignIn: boolean): Reach {
  const { host = loopback } = given;
  const isOpen = !/^(127(\.\d+){3}|::1|localhost)$/.test(host);
  if (isOpen && (!hasSignIn || given.url === undefined)) throw new Refusal(say.hostNeedsSignIn(host));
  if (given.url === undefined) return { host };
  const url = URL.parse(given.url);
  const isPlain = url !== null && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  if (!isPlain || (!isOverTls(url) && !isLoopback(url))) throw new Refusal(say.urlNotSecure(given.url));
  return { host, url };
}

/**
 * A site whose pages may hand in, as browsers name it.
 *
 * @throws Refusal for an address with more than scheme, name and port, and for one that anybody on the way could answer for
 */
export function originOf(given: string): string {
  const url = URL.parse(given);
  if (!url || (!isOverTls(url) && !isLoopback(url)) || ![url.origin, `${url.origin}/`].includes(given))
    throw new Refusal(words.handIn.origin(given));
  return url.origin;
}

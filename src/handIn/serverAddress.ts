import { words } from "../words/words";
import { isLoopback, isOverTls } from "./isOverTls";

/**
 * Where somebody says that they hand in.
 *
 * @throws RangeError for what is no address, and for one at which others could read the token on the way
 */
export function serverAddress(given: string): URL {
  const url = URL.parse(given);
  if (!url || (!isOverTls(url) && !isLoopback(url))) throw new RangeError(words.submit.address(given));
  return url;
}

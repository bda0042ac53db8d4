import { HandInError } from "../handIn/HandInError";
import { HandInServer, type Sent } from "../handIn/HandInServer";
import { answerBundle } from "../notebook/handInVerdict";
import { speak } from "../words/language";
import type { Locale } from "../words/locale";
import { site as words } from "../words/site";
import { provideWords } from "../words/words";
import { notebook } from "../words/zh-CN/notebook";
import { submit } from "../words/zh-CN/submit";
import type { Shared } from "./Shared";
import { showMessage } from "./showMessage";

// What the server's client and the verdict say.
provideWords("zh-CN", { language: "zh-CN", notebook, submit });

/** What a browser keeps the learner's token under. */
const keyOf = ({ origin }: URL): string => `nablab-token:${origin}`;

/**
 * Hands a file in to the course's server, and shows the verdict of the public checks. Asks for the learner's token, and
 * keeps it until the learner lets it be forgotten, or nobody has it any more.
 *
 * It is a program of its own, which the page loads when it is asked for, and so has to be told the language.
 *
 * @param hash what identifies the file, in a sentence
 * @returns whether all is said; otherwise the learner wants the file
 */
export async function handInDirectly(
  shared: Shared,
  locale: Locale,
  to: URL,
  file: Sent,
  hash: string,
): Promise<boolean> {
  speak(locale);
  let complaint: string[] = [];
  for (;;) {
    const token = localStorage.getItem(keyOf(to)) ?? (await askForToken(shared, to, complaint));
    if (typeof token !== "string") return token.isSettled;
    try {
      const server = new HandInServer(to, token);
      shared.Notification.info(words.beingHandedIn(file.name), { autoClose: 5000 });
      const taken = await server.send(file);
      localStorage.setItem(keyOf(to), token);
      const answer = await server.verdict(taken);
      const { "text/html": verdict } = answerBundle(answer, server.pageOf(answer));
      const buttons = { forget: words.forgetToken, ok: words.ok };
      const body = [elementOf(String(verdict)), hash];
      const pressed = await showMessage(shared, { title: words.handedIn(file.name), body, buttons });
      if (pressed === "forget") localStorage.removeItem(keyOf(to));
      return true;
    } catch (error) {
      if (!(error instanceof HandInError)) throw error;
      if (error.code !== "token") return await explain(shared, error);
      localStorage.removeItem(keyOf(to));
      complaint = [error.message];
    }
  }
}

async function askForToken(
  shared: Shared,
  { origin }: URL,
  complaint: readonly string[],
): Promise<string | { isSettled: boolean }> {
  const input = document.createElement("input");
  input.type = "password";
  input.autocomplete = "off";
  input.className = "jp-mod-styled";
  input.setAttribute("aria-label", words.token);
  const body = [...complaint, words.tokenWanted, input, words.tokenKept];
  const buttons = { download: words.downloadInstead, send: words.handIn };
  const pressed = await showMessage(shared, { title: words.handInTo(origin), body, buttons });
  const token = input.value.trim();
  return pressed === "send" && token !== "" ? token : { isSettled: pressed !== "download" };
}

/** Why nothing was handed in. */
async function explain(shared: Shared, { message }: HandInError): Promise<boolean> {
  const buttons = { close: words.ok, download: words.downloadInstead };
  return (await showMessage(shared, { title: words.notHandedIn, body: [message], buttons })) !== "download";
}

/** @param html as the library shows verdicts: what others have written is escaped in it */
function elementOf(html: string): HTMLElement {
  const node = document.createElement("div");
  node.innerHTML = html;
  return node;
}

import type { MimeBundle } from "../../notebook/display";
import { kernel as words } from "../../words/kernel";
import type { Inspect } from "./Platform";

/**
 * Makes sure that these are formats by MIME type: texts, but for JSON.
 *
 * @throws TypeError saying what was given and what was expected
 */
export function checkFormats(formats: unknown, inspect: Inspect): MimeBundle {
  const isObject = typeof formats === "object" && formats !== null && !Array.isArray(formats);
  if (!isObject || Object.keys(formats).length === 0) throw new TypeError(words.notFormats(inspect(formats)));
  for (const [format, content] of Object.entries(formats)) {
    if (!format.includes("/")) throw new TypeError(words.notFormats(inspect(formats)));
    if (!isShowable(format, content)) throw new TypeError(words.notText(format, inspect(content)));
  }
  return formats as MimeBundle;
}

/** Jupyter allows lists of lines, too. Only JSON is anything else; `text/plain` may be left out. */
function isShowable(format: string, content: unknown): boolean {
  if (/[/+]json$/.test(format)) return true;
  const isText = (each: unknown) => typeof each === "string";
  return content === undefined || isText(content) || (Array.isArray(content) && content.every(isText));
}

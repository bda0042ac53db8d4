import { saying } from "../../../src/words/Saying";
import { NotGradable } from "../NotGradable";

const webPage = /^\s*(<\?xml[^>]{0,200}>\s*)?(<!--[^>]{0,1000}-->\s*)?<(!doctype\s+html|html|head)\b/i;

/**
 * Refuses what a site or a program has saved in place of a notebook or a script.
 *
 * @throws NotGradable
 */
export function refuseStandIn(text: string): void {
  const start = text.slice(0, 2000);
  if (webPage.test(start)) throw new NotGradable(saying("extract", "webPage"));
  if (/^version https:\/\/git-lfs\.github\.com\/spec\//.test(start))
    throw new NotGradable(saying("extract", "lfsPointer"));
}

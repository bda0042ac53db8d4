import { readFileSync } from "node:fs";
import { en } from "../../src/words/en";
import type { ForeignLocale } from "../../src/words/locale";
import type { Words } from "../../src/words/words";

/** TypeScript's folders of messages. */
const folders: Record<ForeignLocale, string> = { "zh-CN": "zh-cn" };

/** What the compiler says, in TypeScript's own words for a language; a message that is not among them is in English. */
export function compilerWords(locale: ForeignLocale): Words["compiler"] {
  let messages: Record<string, string> | undefined;
  return {
    complaint: (english, key, values) => {
      messages ??= messagesIn(folders[locale]);
      const message = messages[key];
      if (message === undefined) return en.compiler.complaint(english, key, values);
      return message.replaceAll(/\{(\d)\}/g, (_, place) => values[Number(place)] ?? "").replace(/[.。]$/, "");
    },
  };
}

function messagesIn(folder: string): Record<string, string> {
  try {
    const path = require.resolve(`typescript/lib/${folder}/diagnosticMessages.generated.json`);
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

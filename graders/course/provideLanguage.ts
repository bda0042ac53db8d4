import type { Locale } from "../../src/words/locale";
import { provideWords } from "../../src/words/words";
import { compilerWords } from "./compilerWords";

/** Makes the words of a language known, with those of the compiler; English is known anyway. */
export async function provideLanguage(locale: Locale): Promise<void> {
  if (locale === "en") return;
  const { zhCN } = await import("../../src/words/zh-CN");
  provideWords(locale, { ...zhCN, compiler: compilerWords(locale) });
}

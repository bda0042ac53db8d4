import ts from "typescript";
import { languageInUse, speak } from "../../words/language";
import type { Locale } from "../../words/locale";
import type { Files } from "./Files";

/** TypeScript can read another language's messages, but has no public function that goes back to its own. */
const { setLocalizedDiagnosticMessages } = ts as unknown as {
  setLocalizedDiagnosticMessages?(messages: undefined): void;
};

/**
 * The compiler and TypeScript speak a language from now on.
 *
 * @param files TypeScript's messages are in a folder within that of its library; without them, it keeps to English
 */
export function speakAs(locale: Locale, { libFolder, fileExists, readFile }: Files): void {
  if (locale === languageInUse()) return;
  speak(locale);
  if (locale === "en") setLocalizedDiagnosticMessages?.(undefined);
  else {
    // It looks for them beside its own program.
    const getExecutingFilePath = () => `${libFolder}/typescript.js`;
    ts.validateLocaleAndSetLanguage(locale, {
      getExecutingFilePath,
      resolvePath: (path) => path,
      fileExists,
      readFile,
    });
  }
}

import ts from "typescript";
import { languageInUse, speak } from "../../words/language";
import type { Locale } from "../../words/locale";

/** TypeScript can read another language's messages, but has no public function that goes back to its own. */
const { setLocalizedDiagnosticMessages } = ts as unknown as {
  setLocalizedDiagnosticMessages?(messages: undefined): void;
};

/** The compiler and TypeScript speak a language from now on; where there are no files, TypeScript keeps to English. */
export function speakAs(locale: Locale): void {
  if (locale === languageInUse()) return;
  speak(locale);
  if (locale === "en") setLocalizedDiagnosticMessages?.(undefined);
  else if (ts.sys) ts.validateLocaleAndSetLanguage(locale, ts.sys);
}

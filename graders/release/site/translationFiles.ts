import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ForeignLocale } from "../../../src/words/locale";
import { words } from "../../../src/words/words";
import { languagePacks } from "../../course/languagePacks";
import type { ReleasedFile } from "../ReleasedFile";

/** The parts of JupyterLab that a site has. */
const domains = ["jupyterlab", "notebook"];

/**
 * JupyterLab's own translation, as JupyterLite looks for it. JupyterLite would copy it only with JupyterLab's server beside
 * it, which a site does not need.
 *
 * @param python of an environment with the language pack
 */
export function translationFiles(python: string, locale: ForeignLocale): ReleasedFile[] {
  const { module, name, locale: theirs } = languagePacks[locale];
  const program = `import ${module} as pack; print(pack.__path__[0], end="")`;
  const { status, stdout } = spawnSync(python, ["-I", "-c", program], { encoding: "utf8" });
  if (status !== 0) throw new Error(words.release.noLanguagePack(name));
  const folder = path.join(stdout, "locale", theirs, "LC_MESSAGES");
  const read = (domain: string) => JSON.parse(readFileSync(path.join(folder, `${domain}.json`), "utf8"));
  const data = Object.fromEntries(domains.map((domain) => [domain, read(domain)]));
  const nameIn = (language: string) => new Intl.DisplayNames(language, { type: "language" }).of(locale);
  const languages = {
    en: { displayName: "English", nativeName: "English" },
    [theirs]: { displayName: nameIn("en"), nativeName: nameIn(locale) },
  };
  return [
    { path: "api/translations/all.json", content: JSON.stringify({ data: languages, message: "" }) },
    { path: `api/translations/${theirs}.json`, content: JSON.stringify({ data, message: "" }) },
  ];
}

import type { Assignment } from "../../../src/check/contract";
import { type ForeignLocale, foreignLocales } from "../../../src/words/locale";
import { nameOf } from "../../course/folderOf";

type Listed = Pick<Assignment, "number" | "slug">;

/**
 * The text of the registry, `index.ts` beside the assignments' folders: the list of assignments, and the signatures of
 * their graded functions, and their messages in other languages. `src/index.ts` passes them to notebooks.
 */
export function registryText(
  assignments: readonly Listed[],
  languagesOf: (assignment: Listed) => readonly ForeignLocale[] = () => [],
): string {
  const names = assignments.map(nameOf);
  const translated = foreignLocales.flatMap((locale) => {
    const own = assignments.filter((assignment) => languagesOf(assignment).includes(locale));
    return own.length > 0 ? [{ locale, own }] : [];
  });
  return `// Made by \`nablab build\` from the folders beside it.
import type { Assignment } from "../check/contract";
import type { Messages } from "../check/translateAssignment";
import type { Locale } from "../words/locale";
${names.map((name, i) => importsOf(name, i + 1)).join("")}${translated.map(({ locale, own }) => own.map((one) => messagesImport(one, locale)).join("")).join("")}
/** The course, in order. */
export const assignments: readonly Assignment[] = [${names.map((_, i) => `\n  assignment${i + 1},`).join("")}
];

/** The signatures of the graded functions, by slug. */
export interface Signatures {
${assignments.map(({ slug }, i) => `  "${slug}": typeof signatures${i + 1};\n`).join("")}}

/** What the assignments tell learners in other languages, by language and slug. */
export const translations: Partial<Record<Locale, Readonly<Record<string, Messages>>>> = {${translated.map(({ locale, own }) => `\n  "${locale}": {\n${own.map((one) => `    "${one.slug}": ${messagesName(one, locale)},\n`).join("")}  },`).join("")}
};
`;
}

function messagesName({ number }: Listed, locale: ForeignLocale): string {
  return `messages${number}${locale.replaceAll(/\W/g, "")}`;
}

function messagesImport(assignment: Listed, locale: ForeignLocale): string {
  return `import ${messagesName(assignment, locale)} from "./${nameOf(assignment)}/${locale}/messages.json";\n`;
}

function importsOf(name: string, number: number): string {
  return `import { assignment as assignment${number} } from "./${name}/assignment";
import type * as signatures${number} from "./${name}/signatures";
`;
}

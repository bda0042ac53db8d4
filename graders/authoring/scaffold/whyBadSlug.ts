import { basename } from "node:path";
import ts from "typescript";
import type { Assignment } from "../../../src/check/contract";
import { nameOf } from "../../course/folderOf";
import { identifiersOf } from "./identifiersOf";

const pattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longest = 50;

/** Names that modules have, or that `src/assignments/index.ts` and an `assignment.ts` import or declare themselves. */
const taken = ["module", "exports", "require", "assignment", "assignments", "recorded", "signatures"];

/** What is wrong with a slug for a new assignment, and what to do instead; null when it will do. */
export function whyBadSlug(slug: string, assignments: readonly Assignment[]): string | null {
  if (!pattern.test(slug)) {
    return `"${slug}" is no slug: lower-case words joined by hyphens, the first one starting with a letter${suggestion(slug)}`;
  }
  if (slug.length > longest) return `"${slug}" is too long: ${longest} characters at most`;
  if (isReserved(slug)) return `"${slug}" is a name that TypeScript or the registry uses already; add a word`;
  const { type } = identifiersOf(slug);
  const same = assignments.find((other) => identifiersOf(other.slug).type === type);
  return same
    ? `there is an assignment ${same.slug} already, in src/assignments/${nameOf(same)}; choose another slug`
    : null;
}

function isReserved(slug: string): boolean {
  const { value, type } = identifiersOf(slug);
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, value);
  const isKeyword = scanner.scan() !== ts.SyntaxKind.Identifier;
  return isKeyword || taken.includes(value) || value in globalThis || type in globalThis;
}

function suggestion(text: string): string {
  const words =
    basename(text)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("-").replace(/^[0-9-]+/, "");
  return `, such as ${slug || "softmax-regression"}`;
}

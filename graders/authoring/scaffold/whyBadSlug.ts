import { basename } from "node:path";
import type { Assignment } from "../../../src/check/contract";
import { nameOf } from "../../course/folderOf";

/** Lower-case words joined by hyphens, the first one starting with a letter. */
export const slugPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longest = 50;

/** What is wrong with a slug for a new assignment, and what to do instead; null if it is fine. */
export function whyBadSlug(slug: string, assignments: readonly Assignment[]): string | null {
  if (!slugPattern.test(slug)) {
    return `"${slug}" is no slug: lower-case words joined by hyphens, the first one starting with a letter${suggestion(slug)}`;
  }
  if (slug.length > longest) return `"${slug}" is too long: ${longest} characters at most`;
  const same = assignments.find((other) => other.slug === slug);
  return same ? `there is an assignment ${slug} already, in the folder ${nameOf(same)}; choose another slug` : null;
}

function suggestion(text: string): string {
  const words =
    basename(text)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("-").replace(/^[0-9-]+/, "");
  return `, such as ${slug || "softmax-regression"}`;
}

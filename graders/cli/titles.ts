import { words } from "../../src/words/words";

/** "Softmax regression" for softmax-regression. */
export function titleOf(slug: string): string {
  const title = slug.replaceAll("-", " ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** What is wrong with a title, and what to do; null when it is fine. It goes into a comment and a quoted string. */
export function whyBadTitle(title: string): string | null {
  if (title.trim() !== title || title === "") return words.commands.new.emptyTitle;
  return /["\\\n\r]/.test(title) ? words.commands.new.quotedTitle : null;
}

/** "Softmax regression" for softmax-regression. */
export function titleOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is wrong with a title, and what to do; null when it will do. It stands in a comment, and in quotation marks. */
export function whyBadTitle(title: string): string | null {
  if (title.trim() !== title || title === "") return "the title is empty or has spaces around it";
  return /["\\\n\r]/.test(title) ? `the title has a ", a \\ or a line break; quote with ’ or “ ” instead` : null;
}

import { words } from "../../../src/words/words";
import type { CodeExcerpt, StaffComment } from "../../engine/gradeSubmission";
import { highlightLines } from "./highlight";
import { type Html, html } from "./html";
import { prose } from "./prose";

/**
 * How code and comments are shown where more can be done than reading.
 *
 * @template C what is known of a comment there
 */
export interface Around<C extends StaffComment = StaffComment> {
  /** The address at which a comment can be written for a line. */
  lineAddress(name: string, line: number): string;
  /** What stands below a line and its comments. */
  afterLine(name: string, line: number): Html | null;
  comment(comment: C): Html;
  /** What a function can be found by on the page. */
  idOf(name: string): string;
  /** What stands beside the grader's points of a function. */
  given(name: string): Html | null;
}

/** The lines of a function with their numbers, as messages count them, and staff's comments below the lines they are on. */
export function commentedCode<C extends StaffComment>(
  { name, place, source }: CodeExcerpt,
  comments: readonly C[],
  around?: Around<C>,
): Html {
  const { code: shown, first, isCut } = shownOf(source, place.line);
  return html`<div class="lines" tabindex="0">${highlightLines(shown).map((code, i) => {
    const line = first + i;
    const number = around
      ? html`<a class="at" href="${around.lineAddress(name, line)}">${line}</a>`
      : html`<span class="at">${line}</span>`;
    const said = comments.filter((one) => one.line === line).map((one) => staffComment(one, around));
    return html`<div class="line">${number}<code>${code}</code></div>${said}${around?.afterLine(name, line) ?? null}
`;
  })}</div>${isCut ? html`<p class="muted">${words.report.function.rest}</p>` : null}`;
}

/** Whether the function is shown with this line. */
export function hasLine({ place, source }: Pick<CodeExcerpt, "place" | "source">, line: number): boolean {
  const { code, first } = shownOf(source, place.line);
  return line >= first && line < first + code.split("\n").length;
}

/** Those on no line of the code that is shown. */
export function besideLines<C extends StaffComment>(
  comments: readonly C[],
  code: Pick<CodeExcerpt, "place" | "source"> | undefined,
): C[] {
  return comments.filter(({ line }) => line === null || !code || !hasLine(code, line));
}

export function staffComment<C extends StaffComment>(comment: C, around?: Around<C>): Html {
  return around ? around.comment(comment) : html`<div class="comment">${prose(comment.text)}</div>`;
}

/** In characters, of one function: nobody reads more of it line by line. */
const mostCode = 10_000;

/** What is shown of a function: no blank lines in front, and not more than {@link mostCode}. */
function shownOf(
  source: string,
  line: number,
): {
  code: string;
  /** The number of the first line. */
  first: number;
  isCut: boolean;
} {
  const code = source.trimStart();
  const blank = source.slice(0, source.length - code.length);
  const first = line + blank.split("\n").length - 1;
  if (code.length <= mostCode) return { code, first, isCut: false };
  const start = code.slice(0, mostCode);
  const end = start.lastIndexOf("\n");
  return { code: end > 0 ? start.slice(0, end) : start, first, isCut: true };
}

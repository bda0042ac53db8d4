import { closingOf, openingOf } from "./brackets";

/** What is known of a place in a stack. */
export interface Frame {
  /** Whether the error was thrown there, and not in what is called there. */
  isInnermost: boolean;
  /** Whether the error is about a name that nothing declares. */
  isReference: boolean;
  /** What the error says. */
  message?: string;
}

/** A name at the end of a text, and one at its beginning. */
const nameBefore = /[\p{ID_Continue}$]+$/u;
const nameAfter = /^\s*[\p{ID_Continue}$]+/u;

/** `new a.b.`, before a name. */
const construction = /(?<![\p{ID_Continue}$.])new\s*(?:(?<=\s)[\p{ID_Continue}$]+\s*\.\s*)*$/u;

/** Names of properties that V8 takes for no names where they are called. */
const keywords = new Set(
  "await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return switch this throw true try typeof var void while with".split(
    " ",
  ),
);

/** No name is longer, nor a chain of names. */
const mostBefore = 1000;

/**
 * Where V8's stacks point, given where those of JavaScriptCore (WebKit 2.50) do: they point behind what is called,
 * read from, or unknown, and V8's at it. Both are offsets in the text of a script. Undefined for a frame that V8 has not.
 *
 * What V8 does is a matter of its parser: of a call, it takes the place of the last token before the parentheses if that
 * is a name, and otherwise theirs (`ParseLeftHandSideContinuation` in src/parsing/parser-base.h).
 */
export function placeInV8(text: string, at: number, frame: Frame): number | undefined {
  const before = text.slice(Math.max(0, at - mostBefore), at);
  const after = text.slice(at);
  const name = at - (nameBefore.exec(before)?.[0].length ?? 0);
  if (frame.isInnermost && frame.isReference) return name;
  // What starts an asynchronous function has a frame of its own, which stands at the end of the function.
  if (before.endsWith("}") && !/^[.?([`]/.test(after)) return undefined;
  if (/^(\s*\??\.(?!\d)|\[)/.test(after)) return placeOfAccess(text, at, name);
  // A loop through a value: what cannot be gone through, or what is called for each step.
  const [of] = /^of\s*/.exec(after) ?? [];
  if (of !== undefined) return frame.isInnermost ? at + of.length : startOfName(before.trimEnd(), at, before);
  const [relation] = /(?<![\p{ID_Continue}$.])(in|instanceof)\s*$/u.exec(before) ?? [];
  if (relation !== undefined) return at - relation.length;
  if (after.startsWith("=")) return at - (/[-+*/%&|^<>?]*$/.exec(before)?.[0].length ?? 0);
  if (/^(`|\+\+|--)/.test(after)) return at;
  if (name === at) return placeOfResult(text, at);
  return placeOfCall(text.slice(Math.max(0, at - mostBefore), name), text.slice(name, at), name);
}

/** Of `(…)(…)`, `new (…)(…)`. */
function placeOfResult(text: string, at: number): number {
  const open = text[at - 1] === ")" ? openingOf(text, at - 1) : undefined;
  if (open === undefined) return at;
  const [made] = construction.exec(text.slice(Math.max(0, open - mostBefore), open)) ?? [];
  return made === undefined ? at : open - made.length;
}

/** Of `name(…)`, `a.name(…)`, `new a.name(…)`. */
function placeOfCall(before: string, callee: string, at: number): number {
  const end = at + callee.length;
  if (before.endsWith("#")) return end;
  if (/\.\s*$/.test(before) && keywords.has(callee)) return end;
  const [made] = construction.exec(before) ?? [];
  return made === undefined ? at : at - made.length;
}

/** Of `.name` or `[…]` at `at`, which is read or assigned to. `owner` is where a name before it begins. */
function placeOfAccess(text: string, at: number, owner: number): number {
  const dot = /^\s*\??\./.exec(text.slice(at))?.[0].length;
  const end = dot === undefined ? (closingOf(text, at) ?? at) + 1 : endOfName(text, at + dot);
  const next = text.slice(end);
  const [space, operator] =
    /^\s*(?==(?![=>]))|^\s*(\+\+|--|(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])=)/.exec(next) ?? [];
  if (operator !== undefined) return owner;
  if (space !== undefined) return end + space.length;
  if (dot === undefined || isAfterCall(text, at)) return at + text.slice(at).search(/\S/);
  return at + dot + text.slice(at + dot).search(/\S/);
}

/** Whether a call, or `?.`, stands before `at` in a chain such as `a.b().c[0]`. */
function isAfterCall(text: string, at: number): boolean {
  let before = text.slice(0, at).trimEnd();
  while (/[\])]$/.test(before)) {
    const open = openingOf(before, before.length - 1);
    if (open === undefined) return false;
    const isCall = before.endsWith(")");
    before = before.slice(0, open).trimEnd();
    if (isCall) return /[\p{ID_Continue}$\])]$/u.test(before) && !construction.test(before.replace(nameBefore, ""));
  }
  const owner = before.replace(nameBefore, "").trimEnd();
  if (owner === before || !owner.endsWith(".")) return false;
  return owner.endsWith("?.") || isAfterCall(owner.slice(0, -1), owner.length - 1);
}

function endOfName(text: string, at: number): number {
  return at + (nameAfter.exec(text.slice(at))?.[0].length ?? 0);
}

function startOfName(trimmed: string, at: number, before: string): number {
  return at - before.length + trimmed.replace(nameBefore, "").length;
}

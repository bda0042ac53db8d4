/** A piece of code to be highlighted: a keyword, a number, a string or a comment. */
export interface Token {
  from: number;
  to: number;
  kind: "k" | "n" | "s" | "c";
}

const reserved = new Set(
  `await break case catch class const constructor continue debugger default delete do else enum export extends false finally for
  function if implements import in instanceof interface let new null package private protected public return static super
  switch this throw true try typeof var void while with yield`.split(/\s+/),
);
/** Keywords in types; elsewhere they may be names. */
const types = new Set("any bigint boolean never number object string symbol unknown".split(" "));
/** Keywords in front of another word; names elsewhere. */
const contextual = new Set(
  "abstract as assert asserts async declare from get infer is keyof namespace of readonly satisfies set type unique".split(
    " ",
  ),
);

const word = /[\p{ID_Start}$_\\][\p{ID_Continue}$\\]*/uy;
const number = /(?:0[xXbBoO][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)n?/y;
/** In characters. Longer ones are not highlighted: searching for the end of many without one would take too long. */
const maxRegExp = 200;

/**
 * What to highlight in TypeScript, in source order. Scans the text once, without a parser: nothing in a submission may
 * keep a report from being written. If only a parser could tell what a word is, its neighbours decide.
 */
export function tokensOf(source: string): Token[] {
  return new Lexer(source).read();
}

class Lexer {
  private readonly tokens: Token[] = [];
  /** For each template literal around the current code, how many braces were open there. */
  private readonly templates: number[] = [];
  private braces = 0;
  private at = 0;
  /** What came before. After a value, `/` divides; otherwise it begins a regular expression. */
  private before: "value" | "dot" | "other" = "other";

  constructor(private readonly source: string) {}

  read(): Token[] {
    while (this.at < this.source.length) this.step();
    return this.tokens;
  }

  private step(): void {
    const { source, at } = this;
    const character = source[at];
    const next = source[at + 1];
    const regExp = character === "/" && this.before !== "value" ? this.endOfRegExp() : 0;
    if (character === "/" && next === "/") this.mark("c", this.endOfLine());
    else if (character === "/" && next === "*") this.mark("c", endAfter(source, "*/", at + 2));
    else if (character === '"' || character === "'") this.mark("s", this.endOfText(character), "value");
    else if (character === "`") this.template();
    else if (character === "}" && this.templates.at(-1) === this.braces) this.template();
    else if (isDigit(character) || (character === "." && isDigit(next)))
      this.mark("n", endOf(number, source, at), "value");
    else if (regExp > 0) this.mark("s", regExp, "value");
    else if (endOf(word, source, at) > at) this.word(endOf(word, source, at));
    else this.punctuation(character);
  }

  private mark(kind: Token["kind"], to: number, before = this.before): void {
    this.tokens.push({ from: this.at, to, kind });
    this.at = to;
    this.before = before;
  }

  private word(to: number): void {
    const text = this.source.slice(this.at, to);
    if (this.before !== "dot" && this.isKeyword(text, to)) {
      this.mark("k", to, /^(false|null|super|this|true)$/.test(text) || types.has(text) ? "value" : "other");
      return;
    }
    this.at = to;
    this.before = "value";
  }

  private isKeyword(text: string, to: number): boolean {
    const isType = types.has(text);
    if (!isType && !reserved.has(text) && !contextual.has(text)) return false;
    let next = to;
    while (this.source[next] === " ") next += 1;
    const follows = this.source[next] ?? "";
    // In front of a colon, any word but these names a property.
    if (reserved.has(text)) return follows !== ":" || /^(default|false|null|this|true)$/.test(text);
    if (isType) return !/[(.:=?]/.test(follows) || this.source.startsWith("=>", next);
    return next > to && (endOf(word, this.source, next) > next || /["'[{(]/.test(follows));
  }

  private punctuation(character: string): void {
    if (character === "{") this.braces += 1;
    if (character === "}") this.braces -= 1;
    this.at += 1;
    if (character === ".")
      this.before = this.source.slice(Math.max(0, this.at - 3), this.at) === "..." ? "other" : "dot";
    else if (character.trim() !== "") this.before = /[)\]}]/.test(character) ? "value" : "other";
  }

  /** From a backtick, or the end of code in a template, to the next code or the template's end. */
  private template(): void {
    const isInside = this.source[this.at] === "}";
    if (isInside) this.templates.pop();
    let to = this.at + 1;
    for (; to < this.source.length; to += this.source[to] === "\\" ? 2 : 1) {
      if (this.source[to] === "`") {
        this.mark("s", to + 1, "value");
        return;
      }
      if (this.source.startsWith("${", to)) {
        this.mark("s", to + 2, "other");
        this.templates.push(this.braces);
        return;
      }
    }
    this.mark("s", this.source.length, "value");
  }

  private endOfLine(): number {
    let to = this.at;
    while (to < this.source.length && !isLineEnd(this.source[to])) to += 1;
    return to;
  }

  /** After the closing quote, or at the end of the line if there is none. */
  private endOfText(quote: string): number {
    const { source } = this;
    let to = this.at + 1;
    for (; to < source.length && source[to] !== quote; to += source[to] === "\\" ? 2 : 1) {
      if (source[to] === "\n" || source[to] === "\r") return to;
    }
    return Math.min(to + 1, source.length);
  }

  /** 0 if the slash does not begin a regular expression that ends on the same line. */
  private endOfRegExp(): number {
    const { source } = this;
    const last = Math.min(source.length, this.at + maxRegExp);
    let isInClass = false;
    for (let to = this.at + 1; to < last && !isLineEnd(source[to]); to++) {
      if (source[to] === "\\") to += 1;
      else if (source[to] === "[") isInClass = true;
      else if (source[to] === "]") isInClass = false;
      else if (source[to] === "/" && !isInClass) return Math.max(to + 1, endOf(word, source, to + 1));
    }
    return 0;
  }
}

function isLineEnd(character: string): boolean {
  return character === "\n" || character === "\r" || character === "\u2028" || character === "\u2029";
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

/** Where a match of `pattern` that begins at `from` ends; `from` when there is none. */
function endOf(pattern: RegExp, source: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex : from;
}

function endAfter(source: string, what: string, from: number): number {
  const found = source.indexOf(what, from);
  return found < 0 ? source.length : found + what.length;
}

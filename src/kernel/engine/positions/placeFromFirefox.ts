import { type Frame, placeInV8 } from "./placeInV8";

/** How far around the place that Firefox tells it is looked for what it tells about. */
const around = 2000;

/**
 * Where V8's stacks point, given where those of Firefox do. Calls have the same place. Of a property that cannot be read or
 * set, Firefox tells the beginning of a whole expression, and in its message what was read: `w[3]` of `w[3].x`.
 */
export function placeFromFirefox(text: string, at: number, frame: Frame): number {
  const access = frame.isInnermost ? accessIn(text, at, frame.message ?? "") : undefined;
  return access === undefined ? at : (placeInV8(text, access, { ...frame, isReference: false }) ?? at);
}

/** Where a text has the `.` or `[`, not before `at`, of the access that a message is about. */
function accessIn(text: string, at: number, message: string): number | undefined {
  const [, name, index, owner] =
    /^can't access property (?:"([^"]*)"|(\d+))(?:, (.+) is| of) (?:undefined|null)$/s.exec(message) ??
    /^"([^"]*)" is read-only$/.exec(message) ??
    [];
  if (name === undefined && index === undefined) return undefined;
  const named = name === undefined ? [] : [String.raw`\??\.\s*${escaped(name)}(?![\p{ID_Continue}$])`];
  const indexed = String.raw`(?:\?\.)?\[`;
  const patterns = [
    ...(owner === undefined ? [] : [String.raw`${patternOf(owner)}\s*(${[...named, indexed].join("|")})`]),
    ...named.map((one) => `(${one})`),
  ];
  const from = Math.max(0, at - around);
  for (const pattern of patterns) {
    const all = text.slice(from, at + around).matchAll(new RegExp(pattern, "dgu"));
    const found = Array.from(all, ({ indices }) => from + indices![1][0]).find((access) => access >= at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What Firefox calls `a.b[0]` may be written `a?.b [0]`. */
function patternOf(owner: string): string {
  const parts = owner.split(/([.[])/).map((part) => {
    if (part === ".") return String.raw`\s*\??\.\s*`;
    return part === "[" ? String.raw`\s*(?:\?\.)?\[` : escaped(part);
  });
  return String.raw`(?<![\p{ID_Continue}$.])${parts.join("")}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

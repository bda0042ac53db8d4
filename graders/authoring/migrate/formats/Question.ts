import { parse } from "yaml";
import { isRecord } from "../../../../src/check/isRecord";

/** The settings of an otter-grader question. */
export interface Question {
  name: string;
  manual: boolean;
  /** For all of its tests together; null where the tests have points of their own. */
  points: number | null;
  /** For every test. */
  pointsEach: number | null;
}

/** Settings in YAML; anything that cannot be read as YAML is ignored. */
export function readSettings(text: string): Record<string, unknown> {
  try {
    const settings: unknown = parse(text, { logLevel: "silent" });
    return isRecord(settings) ? settings : {};
  } catch {
    return {};
  }
}

/** @param index names a question without a name */
export function readQuestion(text: string, index: number): Question {
  const { name, manual, points } = readSettings(text);
  const numbers = Array.isArray(points) ? points.map(Number).filter(Number.isFinite) : null;
  const sum = numbers && numbers.length > 0 ? numbers.reduce((total, value) => total + value) : null;
  return {
    name: typeof name === "string" || typeof name === "number" ? String(name) : `question ${index}`,
    manual: manual === true,
    points: typeof points === "number" && Number.isFinite(points) ? points : sum,
    pointsEach: isRecord(points) && typeof points.each === "number" ? points.each : null,
  };
}

/** What a test cell says about itself: `# HIDDEN`, `## Hidden Test ##`, or settings in a string at its beginning. */
export function readTestSettings(source: string): { hidden: boolean; points: number | null } {
  const [first = ""] = source.trimStart().split("\n");
  const settings = /BEGIN TEST CONFIG[^\n]*\n([\s\S]*?)\n[^\n]*END TEST CONFIG/i.exec(source);
  const { hidden, points } = readSettings(settings?.[1] ?? "");
  return {
    hidden: typeof hidden === "boolean" ? hidden : first.startsWith("#") && /\bhidden\b/i.test(first),
    points: typeof points === "number" && Number.isFinite(points) ? points : null,
  };
}

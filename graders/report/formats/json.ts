import { words } from "../../../src/words/words";
import type { Format, Report } from "../Report";

/** The results themselves, in the schema `nablab.results/1`. */
export const json: Format = {
  name: "json",
  description: words.report.formats.json,
  files: (report) => [{ path: "results.json", chunks: jsonChunks(report) }],
};

/** `JSON.stringify` of the whole, one submission at a time. */
export function* jsonChunks({ head, submissions }: Report): Generator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "submissions": [`;
  let separator = "\n";
  for (const { result } of submissions()) {
    yield separator + JSON.stringify(result, null, 2).replace(/^/gm, "    ");
    separator = ",\n";
  }
  yield "\n  ]\n}\n";
}

import { words } from "../../../../src/words/words";
import type { Preview } from "../../../gradebook/regrade/preview";
import { formatPoints } from "../../../report/formatScore";
import { alignColumns } from "../../../text/alignColumns";

const say = words.gradebook.preview;

/** More are not read on a terminal. */
const mostMoves = 40;

/** A preview for the terminal: in numbers, by function, and learner by learner. */
export function previewText(preview: Preview, slug: string): string {
  const { up, down, same, largestLoss, overrides, parts, moves, unmoved } = preview;
  const summary = [
    say.summary(up, down, same),
    ...(largestLoss > 0 ? [say.largestLoss(formatPoints(largestLoss))] : []),
    ...(overrides.length > 0 ? [say.overrides(overrides.length)] : []),
  ];
  const points = (value: number | null): string => (value === null ? "–" : formatPoints(value));
  const header = [words.gradebook.say.columns.login, words.gradebook.say.columns.run, "", ""];
  const rows = moves
    .slice(0, mostMoves)
    .map(({ login, slug: run, before, after }) => [login, run, points(before), `→ ${points(after)}`]);
  return [
    `${slug}: ${summary.join("; ")}`,
    ...(parts.length > 0 ? [say.parts] : []),
    ...parts.map(({ name, moved, by }) => say.part(name, moved, `${by > 0 ? "+" : ""}${formatPoints(by)}`)),
    ...(rows.length > 0
      ? [
          say.moves,
          ...alignColumns(header, rows)
            .slice(2)
            .map((line) => `  ${line}`),
        ]
      : []),
    ...(moves.length > mostMoves ? [say.moreMoves(moves.length - mostMoves)] : []),
    ...overrides.map((one) =>
      say.override(one.login, one.name, formatPoints(one.points), points(one.before), points(one.after)),
    ),
    ...unmoved.map(({ login, kind, message }) => say.unmoved(login, kind, message)),
    say.next(slug),
  ].join("\n");
}

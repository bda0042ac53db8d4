import { defaultJobs } from "../../../graders/cli/options";
import { median } from "../median";
import type { Account } from "./Account";
import type { Stretch, Trial, Trouble } from "./Trial";

/** A turn of the workers, and one of `nablab grade` on some of the same files. */
export interface Slice {
  stretch: Stretch;
  /** Null after an interrupt. `startUp` is what a class of one takes, in seconds. */
  alone: { count: number; seconds: number; startUp: number } | null;
  /** Of the machine, in the last minute of the workers. */
  load: number;
}

type Cell = string | number;

function table(header: readonly string[], rows: readonly Cell[][]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(" | ")} |`;
  return `${[line(header), `|${"---|".repeat(header.length)}`, ...rows.map(line)].join("\n")}\n`;
}

/** What became of the class. */
export function accountTable(
  { submissions, results, left, lost, doubled, faults, compared, different }: Account,
  { kills, crashes }: Pick<Trial, "kills" | "crashes">,
  killEvery: number,
): string {
  return table(
    ["what", "how many"],
    [
      ["submissions", submissions],
      ["verdicts", results],
      ["left, after an interrupt", left],
      ["lost", lost],
      ["doubled", doubled],
      ["grader faults: their worker was killed four times", faults],
      ["verdicts compared with those of `nablab grade`", compared],
      ["unlike them", different],
      [`kill -9 of a worker${killEvery === 0 ? "" : `, one every ${killEvery} s`}`, kills],
      ["database crashes (`-m immediate`, back after 3 s)", crashes],
    ],
  );
}

/**
 * How fast both were. The workers' time has everything in it: start-ups, kills, the crash. `nablab grade` starts once for a
 * class, however large it is, so its rate is given without its start-up as well.
 */
export function sliceTable(slices: readonly Slice[], { workers, jobs }: Pick<Trouble, "workers" | "jobs">): string {
  const perSecond = (count: number, seconds: number): number => count / seconds;
  const rows = slices.map(({ stretch, alone, load }) => {
    const own = perSecond(stretch.graded, stretch.seconds);
    const its = alone && perSecond(alone.count, alone.seconds);
    const running = alone && perSecond(alone.count - 1, alone.seconds - alone.startUp);
    return { stretch, alone, load, own, its, running };
  });
  const whole = rows.flatMap(({ own, its, running }) =>
    its === null || running === null ? [] : [{ own, its, running }],
  );
  const shown = rows.map(({ stretch, alone, load, own, its, running }, i): Cell[] => [
    ...[i + 1, stretch.graded, stretch.seconds.toFixed(0), own.toFixed(1), alone?.count ?? "–"],
    ...[alone?.seconds.toFixed(0) ?? "–", its?.toFixed(1) ?? "–", running?.toFixed(1) ?? "–", load.toFixed(1)],
  ]);
  const ratio = (of: "its" | "running"): string =>
    whole.length === 0 ? "–" : median(whole.map((row) => row.own / row[of])).toFixed(2);
  const header = [
    ...["slice", `by ${workers} workers, ${jobs} jobs each`, "seconds", "a second"],
    ...[`by \`nablab grade --jobs ${defaultJobs}\``, "seconds", "a second", "once it has started", "load (1 minute)"],
  ];
  return `${table(header, shown)}
rate beside \`nablab grade\`, median of the slices: ${ratio("its")}; once that has started: ${ratio("running")}`;
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { assignments } from "../../../src/assignments";
import { RandomState } from "../../../src/random/RandomState";
import { generateClass } from "../graders/generateClass";

const runner = join(__dirname, "../../../graders/cli/run.js");
const slug = "logistic-regression";

/** Of each, people who made computing what it is. */
const firstNames =
  "Ada Alan Barbara Claude Donald Edsger Frances Grace Hedy Ida John Karen Leslie Margaret Niklaus".split(" ");
const lastNames =
  "Allen Bartik Clarke Dijkstra Easley Floyd Goldberg Hopper Iverson Johnson Knuth Lovelace McCarthy Naur Perlis Rhodes Shannon Turing Vaughan Wirth".split(
    " ",
  );

/** Where things of the demonstration are. */
export interface Demo {
  book: string;
  roster: string;
  submissions: string;
}

/**
 * A class on disk: its roster, and what it handed in, most of it in time. Notebooks are assignment 1 as its solution has
 * it, as others would write it, and with the usual mistakes.
 */
export async function makeDemo(folder: string, count: number): Promise<Demo> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const demo = {
    book: join(folder, "class.db"),
    roster: join(folder, "roster.csv"),
    submissions: join(folder, "submissions"),
  };
  await generateClass(demo.submissions, assignmentNamed(slug, assignments), count, { unfinished: 0.1, broken: 0.02 });
  const random = new RandomState(count);
  const files = readdirSync(demo.submissions).toSorted();
  const rows = files.map((file, i) => {
    const login = file.replace(".ipynb", "");
    const name = `${firstNames[i % firstNames.length]} ${lastNames[(7 * i + Math.floor(i / firstNames.length)) % lastNames.length]}`;
    // On the days before the deadline, and one in ten up to three days after it.
    const days = random.uniform() < 0.1 ? 3 * random.uniform() : -4 * random.uniform();
    const time = new Date(Date.UTC(2026, 9, 12, 22) + days * 86_400_000);
    utimesSync(join(demo.submissions, file), time, time);
    return `${login},${name},${"ABCDEF"[i % 6]},${login}@example.org`;
  });
  // Somebody who never hands in anything.
  rows.push("zoe,Zoe Absent,A,zoe@example.org");
  writeFileSync(demo.roster, `login,name,section,email\n${rows.join("\n")}\n`);
  return demo;
}

/** Has a course's gradebook made, and the class graded into it, by the commands that staff give. */
export async function gradeDemo({ book, roster, submissions }: Demo, policy: string): Promise<void> {
  writeFileSync(policy, '{ "grace": 10, "per": "day", "deduct": 0.1, "of": "max", "upTo": 0.5 }\n');
  const of = ["--db", book];
  await nablab("gradebook", "init", ...of, "--title", "Deep learning", "--zone", "Europe/Vienna", "--policy", policy);
  await nablab("gradebook", "import", roster, ...of);
  await nablab("gradebook", "run", slug, ...of, "--due", "2026-10-12 23:59", "--seed", "2026");
  await nablab("grade", submissions, "--to", book, "--run", slug, "--received", "mtime");
}

async function nablab(...args: string[]): Promise<void> {
  const command = spawn(process.execPath, [runner, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = (await once(command, "exit")) as [number | null];
  if (code !== 0) throw new Error(`nablab ${args.join(" ")} ended with ${code}`);
}

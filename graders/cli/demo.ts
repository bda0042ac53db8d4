import { join } from "node:path";
import type { Command } from "commander";
import { words } from "../../src/words/words";
import { root } from "../course/folderOf";

export function register(program: Command): void {
  program
    .command("demo")
    .description(words.help.demo.description)
    .addHelpText("after", words.help.demo.after)
    .action(run);
}

/** The samples are small. Two seconds are plenty, and limit the wait for the endless loop among them. */
const limits = { seconds: 2, memoryMB: 512 };

async function run(): Promise<void> {
  const { bundleLauncher } = await import("../sandbox/host/bundle");
  const { startLauncher } = await import("../sandbox/host/startLauncher");
  const starter = startLauncher(await bundleLauncher());
  const { openCourse } = await import("../course/openCourse");
  const { takeClass } = await import("./takeClass");
  const { readyClass } = await import("./readyClass");
  const { openReaders } = await import("../sandbox/host/openReaders");
  const { gradeClass } = await import("./gradeClass");
  const { chooseWall } = await import("../sandbox/host/chooseWall");
  const { htmlFormat } = await import("../report/formats/html");
  const { json } = await import("../report/formats/json");
  const { wall } = await chooseWall("auto");
  const paths = [join(__dirname, "demo/class")];
  const course = await openCourse(root);
  const readers = await openReaders({ wall }, starter.launch);
  const taken = await takeClass({ paths }, course.assignments);
  const { entries, assignment } = await readyClass(taken, "logistic-regression", course.assignments, readers);
  const out = join(root, "dist/demo");
  const grading = { seed: 1, hidden: true, limits: { ...limits, wall }, jobs: 2, cache: true, fresh: true };
  const options = { ...grading, ...taken, out, formats: [json, htmlFormat], table: true };
  const faults = await gradeClass(course, entries, assignment, options, {
    starter,
    readers,
  });
  console.log(`\n${words.commands.grade.demoReport(join(out, "report.html"))}`);
  if (faults > 0) process.exitCode = 3;
  await starter.end();
}

// A class of 300 generated submissions of assignment 2, graded, and a picture of its report in docs/.
//
//     node -r ./graders/cli/registerTypeScript.js test/bench/graders/classPicture.ts [report.html]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { generateClass } from "./generateClass";
import { inChromium } from "./inChromium";
import { runTimed } from "./runTimed";

const root = join(__dirname, "../../..");

/**
 * Grades a typical class, in which some students stopped early and some notebooks cannot be read. Returns its report.
 */
async function gradeClass(folder: string): Promise<string> {
  const submissions = join(folder, "submissions");
  await generateClass(submissions, assignment, 300, { unfinished: 0.15, broken: 0.02 });
  const nablab = join(root, "graders/cli/nablab.js");
  const args = [nablab, "grade", submissions, "--assignment", assignment.slug, "--seed", "1", "--out", folder];
  runTimed(process.execPath, args, folder);
  return join(folder, "report.html");
}

/** @throws Error when the page writes an error to its console, or requests anything but itself */
async function takePicture(report: string, picture: string): Promise<void> {
  await inChromium({ width: 1100, height: 1250 }, async (page, problems) => {
    page.on("request", (request) => request.url().startsWith("http") && problems.push(request.url()));
    await page.goto(pathToFileURL(report).href, { waitUntil: "networkidle" });
    await page.screenshot({ path: picture });
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-class-"));
  try {
    const report = process.argv[2] ? resolve(process.argv[2]) : await gradeClass(folder);
    await takePicture(report, join(root, "docs/class-report.png"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(`classPicture: ${error.message}`);
  process.exitCode = 1;
});

// A class of 60 generated submissions of assignment 2 in a gradebook, marked in a browser, and pictures of it in docs/.
//
//     node -r ./graders/cli/registerTypeScript.js test/bench/graders/markingPictures.ts
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { titlesOf } from "../../../graders/course/titlesOf";
import { openStore } from "../../../graders/gradebook/openStore";
import { serve } from "../../../graders/web/serve";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { ownCourse } from "../../ownCourse";
import { generateClass } from "./generateClass";
import { inChromium } from "./inChromium";
import { runTimed } from "./runTimed";

const root = join(__dirname, "../../..");
const learners = 60;

/** Grades the class into a gradebook. @returns the path of the gradebook */
async function gradeClass(folder: string): Promise<string> {
  const submissions = join(folder, "submissions");
  await generateClass(submissions, assignment, learners, { unfinished: 0.15, broken: 0.02 });
  const names = "Ada Ben Cleo Dan Eve Fay Gil Hana Ira Jun Kim Leo".split(" ");
  const families = "Archer Baker Cooper Dyer Fisher".split(" ");
  const roster = Array.from({ length: learners }, (_, i) => {
    const name = `${names[i % names.length]} ${families[Math.floor(i / names.length)]}`;
    return `student-${String(i + 1).padStart(4, "0")},${name}`;
  });
  writeFileSync(join(folder, "roster.csv"), ["login,name", ...roster, ""].join("\n"));
  const db = join(folder, "class.db");
  const nablab = (...args: string[]) =>
    runTimed(process.execPath, [join(root, "graders/cli/nablab.js"), ...args], folder);
  nablab("gradebook", "init", "--title", "Deep learning", "--db", db);
  nablab("gradebook", "import", join(folder, "roster.csv"), "--db", db);
  nablab("gradebook", "run", assignment.slug, "--seed", "1", "--due", "2026-12-01 23:59", "--db", db);
  nablab("grade", submissions, "--to", db, "--run", assignment.slug, "--received", "2026-12-01 20:00");
  return db;
}

/** Comments for a group, then a comment at a line and points for one of them. */
async function takePictures(page: Page, origin: string): Promise<void> {
  const picture = (name: string) => page.screenshot({ path: join(root, "docs", `${name}.png`) });
  const group = "partial:shallow-cost-not-averaged";
  await page.goto(`${origin}/runs/${assignment.slug}/functions/computeCost?group=${group}`);
  await page
    .getByLabel("Comment for everybody")
    .fill("Divide by `m`: the cost is the mean over the examples, however many there are.");
  await page.getByRole("button", { name: "Comment and save" }).click();
  await page.getByText(/\d have it$/).waitFor();
  await page.evaluate("document.getElementById('group').scrollIntoView()");
  await picture("marking-group");
  await page.locator("tbody a[data-row]").first().click();
  await page.locator("a.at[href*='at=computeCost:']").nth(11).click();
  await page.getByLabel("Comment (").fill("Here: a sum, and `m` is never used.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.getByLabel("Points", { exact: true }).fill("10");
  await page.getByLabel("Reason").fill("everything but the mean is right");
  await page.getByRole("button", { name: "Give points" }).click();
  await page.getByText("Staff gave 10").waitFor();
  await picture("marking-submission");
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-marking-"));
  try {
    const store = await openStore(await gradeClass(folder));
    const titles = () => titlesOf(ownCourse, assignment);
    const served = await serve({ store, port: 0, titlesOf: titles, by: "maria" });
    try {
      await inChromium({ width: 1100, height: 900 }, async (page) => {
        await page.goto(served.address);
        await takePictures(page, new URL(served.address).origin);
      });
    } finally {
      await served.close();
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(`markingPictures: ${error.message}`);
  process.exitCode = 1;
});

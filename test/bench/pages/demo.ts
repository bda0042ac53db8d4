// A gradebook of a made class, with real gradings, to try the dashboard with.
import { join } from "node:path";
import { wholeNumber } from "../../../graders/cli/options";
import { script } from "../script";
import { gradeDemo, makeDemo } from "./makeDemo";

const { count, out } = script("demo:gradebook", "a gradebook of a made class, to try the dashboard with")
  .option("--count <n>", "learners who hand something in", wholeNumber(1), 300)
  .option("--out <folder>", "where; what is there is deleted", join(__dirname, "../../../dist/demo/gradebook"))
  .parse()
  .opts<{ count: number; out: string }>();

void main();

async function main(): Promise<void> {
  const demo = await makeDemo(out, count);
  await gradeDemo(demo, join(out, "late.json"));
  console.log(`open it with: npx --no nablab dashboard --db ${demo.book}`);
}

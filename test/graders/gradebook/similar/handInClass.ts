import type { RunRow } from "../../../../graders/gradebook/schema";
import type { AClass } from "../aClass";
import { madeUpClass } from "./madeUpClass";

/** A course whose learners have handed in what {@link madeUpClass} makes up. */
export async function handInClass(one: AClass, learners: number, copies: number, seed: number): Promise<RunRow> {
  await one.course();
  const run = await one.run("shallow-network");
  for (const { login, bytes } of madeUpClass(learners, copies, seed)) {
    await one.handIn(run, await one.learner(login), { f: 10 }, { text: bytes.toString("utf8") });
  }
  return run;
}

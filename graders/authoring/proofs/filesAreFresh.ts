import { relative } from "node:path";
import { build, stale } from "../build";
import type { Proof } from "./Proof";

export const filesAreFresh: Proof = async ({ course, assignment }) => {
  const old = await stale(await build(course, assignment));
  const problems = old.map(
    ({ path }) => `${relative(course.root, path)} is stale: run nablab build ${assignment.slug}`,
  );
  return { what: "notebook, expected.json and signatures.ts are fresh", problems };
};

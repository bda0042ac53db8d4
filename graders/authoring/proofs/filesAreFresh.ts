import { relative } from "node:path";
import { root } from "../../course/folderOf";
import { build, stale } from "../build";
import type { Proof } from "./Proof";

export const filesAreFresh: Proof = async ({ assignment }) => {
  const old = await stale(await build(assignment));
  const problems = old.map(({ path }) => `${relative(root, path)} is stale: run nablab build ${assignment.slug}`);
  return { what: "notebook and expected.json are fresh", problems };
};

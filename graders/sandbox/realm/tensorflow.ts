/** What a learner's realm gets besides the library for `import … from "nablab/tf"`, bundled into a text of its own. */
import { type TensorLibrary, tensorLibrary } from "../../../src/check/tensorLibrary";
import * as tf from "../../../src/tf";

/** The modules that a program may import, by name, and what checks need of them. */
export interface Modules {
  byName: Readonly<Record<string, object>>;
  tensors: TensorLibrary;
}

export const modules: Modules = { byName: { "nablab/tf": Object.freeze({ ...tf }) }, tensors: tensorLibrary() };

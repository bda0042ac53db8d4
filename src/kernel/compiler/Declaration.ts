/** How a later cell refers to a name that a cell declares at its top level. */
export type Declaration =
  /** Can be reassigned: `let` and `var`. */
  | { name: string; kind: "variable" }
  /** Anything else that has a value: constants, functions, classes, enums, namespaces. */
  | { name: string; kind: "value" }
  | { name: string; kind: "type" }
  /** `declare global { … }` or `declare module "…" { … }`; its name tells what it extends. */
  | { name: string; kind: "augmentation" }
  /** An import; later cells repeat `statement`. `isPackage` if it is of a package, or one of Node's modules. */
  | { name: string; kind: "import"; statement: string; isPackage: boolean };

/** Whether something exists at run time, in the notebook's scope. */
export function hasValue({ kind }: Declaration): boolean {
  return kind === "variable" || kind === "value";
}

import type { CodePart } from "./protocol";

/** Where the compiled code of a bundle is kept, if anywhere. Only the same version of Node can use it. */
export function codeCacheOf(bundle: string, part: CodePart = "library"): string {
  return `${bundle}.${process.version}.${part === "library" ? "" : `${part}.`}cache`;
}

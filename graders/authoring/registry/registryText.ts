import type { Assignment } from "../../../src/check/contract";
import { nameOf } from "../../course/folderOf";

/**
 * The text of the registry, `index.ts` beside the assignments' folders: the list of assignments, and the signatures of
 * their graded functions. `src/index.ts` passes both to notebooks.
 */
export function registryText(assignments: readonly Pick<Assignment, "number" | "slug">[]): string {
  const names = assignments.map(nameOf);
  return `// Made by \`nablab build\` from the folders beside it.
import type { Assignment } from "../check/contract";
${names.map((name, i) => importsOf(name, i + 1)).join("")}
/** The course, in order. */
export const assignments: readonly Assignment[] = [${names.map((_, i) => `\n  assignment${i + 1},`).join("")}
];

/** The signatures of the graded functions, by slug. */
export interface Signatures {
${assignments.map(({ slug }, i) => `  "${slug}": typeof signatures${i + 1};\n`).join("")}}
`;
}

function importsOf(name: string, number: number): string {
  return `import { assignment as assignment${number} } from "./${name}/assignment";
import type * as signatures${number} from "./${name}/signatures";
`;
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../../../../graders/course/folderOf";
import { fileAt } from "../../../../graders/engine/readSubmission";
import { RandomState } from "../../../../src/random/RandomState";
import { rewrite } from "./rewrite";

/** A hand-in that nobody has written. */
interface MadeUp {
  login: string;
  bytes: Buffer;
}

const name = "02-shallow-network";
const staff = join(root, "src/assignments", name, "staff");
const notebook = join(root, "notebooks", `${name}.ipynb`);

/** What these learners were given. */
export const starter = fileAt(notebook);

/** Whether one of the two has copied from the other, as long as there are ten copies. */
export function isPlanted(pair: { left: { login: string }; right: { login: string } }): boolean {
  const [one, other] = [pair.left, pair.right].map(({ login }) => Number(login.slice(-4))).sort((a, b) => a - b);
  return other === one + 1 && one % 2 === 0 && one < 20;
}

type Functions = Map<string, ts.FunctionDeclaration>;

/**
 * A class in which everybody has written each function like the solution or one of the alternatives, in a way of their
 * own, and in which the learners 1, 3, 5, … have copied from 0, 2, 4, …: they renamed what they could, put the functions
 * in another order, added lines, and changed a tenth of the expressions.
 *
 * @param copies how many have copied
 */
export function madeUpClass(learners: number, copies: number, seed: number): MadeUp[] {
  const state = new RandomState(seed);
  const random = (): number => state.rand();
  const files = [
    "solution.ts",
    ...readdirSync(join(staff, "alternatives"))
      .sort()
      .map((name) => join("alternatives", name)),
  ];
  const written = files.map((file) => functionsIn(readFileSync(join(staff, file), "utf8")));
  const graded = [...written[0].keys()];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const given = JSON.parse(readFileSync(notebook, "utf8"));

  const alone = (): string[] => {
    const share = 0.1 + 0.4 * random();
    const rename = random() < 0.5;
    return graded.map((name) => {
      const ways = written.flatMap((one) => one.get(name) ?? []);
      return rewrite(pick(ways), { random, share, rename });
    });
  };
  const copied = (texts: readonly string[]): string[] => {
    const changed = texts.map((text) => {
      const [declaration] = functionsIn(text).values();
      return rewrite(declaration, { random, share: 0.1, rename: true });
    });
    return changed
      .map((text) => ({ text, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text);
  };
  const made: string[][] = [];
  for (let i = 0; i < learners; i++) made.push(i % 2 === 1 && i < 2 * copies ? copied(made[i - 1]) : alone());
  return made.map((texts, i) => ({
    login: `learner-${String(i).padStart(4, "0")}`,
    bytes: Buffer.from(JSON.stringify(handedIn(given, new Set(graded), texts))),
  }));
}

interface Notebook {
  cells: { cell_type: string; source: string | string[] }[];
}

/** The starter with functions in place of those to be written, in the order in which they are given. */
function handedIn(starter: Notebook, graded: ReadonlySet<string>, texts: readonly string[]): Notebook {
  const left = [...texts];
  const cells = starter.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const source = [cell.source].flat().join("");
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
    let [text, done] = ["", 0];
    for (const one of file.statements) {
      if (!ts.isFunctionDeclaration(one) || !graded.has(one.name?.text ?? "")) continue;
      text += source.slice(done, one.getStart(file)) + (left.shift() ?? "");
      done = one.end;
    }
    return { ...cell, source: text + source.slice(done) };
  });
  return { ...starter, cells };
}

function functionsIn(text: string): Functions {
  const { statements } = ts.createSourceFile("written.ts", text, ts.ScriptTarget.ES2022, true);
  const found = statements.filter((one) => ts.isFunctionDeclaration(one)).filter(({ name }) => name !== undefined);
  return new Map(found.map((one) => [one.name?.text ?? "", one]));
}

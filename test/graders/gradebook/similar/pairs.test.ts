import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSubmission } from "../../../../graders/extract/parse/parseSubmission";
import { structureOf } from "../../../../graders/extract/parse/structureOf";
import type { Statement } from "../../../../graders/extract/Structure";
import { commonParts } from "../../../../graders/gradebook/similar/commonParts";
import { markedText } from "../../../../graders/gradebook/similar/markedText";
import { ownStatements } from "../../../../graders/gradebook/similar/ownStatements";
import { alikePairs, indexOf } from "../../../../graders/gradebook/similar/pairs";
import { tokensOf } from "../../../../graders/gradebook/similar/tokens";

const read = (text: string): Statement[] =>
  structureOf(parseSubmission(Buffer.from(text || "// nothing"), ".ts").cells).statements;
const filesOf = (texts: readonly string[]) => texts.map((text, i) => tokensOf(String(i), read(text)));
const nothing = tokensOf("given", []);

const sigmoid = `function sigmoid(z) {
  const e = np.exp(np.negative(z));
  return np.divide(1, np.add(1, e));
}`;
const cost = `function cost(A, Y) {
  const m = Y.shape[1];
  let total = 0;
  for (let i = 0; i < m; i++) total += Y.at(0, i) * Math.log(A.at(0, i)) + (1 - Y.at(0, i)) * Math.log(1 - A.at(0, i));
  return -total / m;
}`;

test("Other names, comments and layout are the same code; other code is not", () => {
  const renamed = `function squash(input) { // mine
    const power = lib.raise(lib.minus(input));   return lib.over(2, lib.plus(7, power)); }`;
  const [first, ...rest] = alikePairs(filesOf([sigmoid, renamed, cost]), nothing, 10);
  expect(first).toMatchObject({ left: 0, right: 1, similarity: 1 });
  for (const { similarity } of rest) expect(similarity).toBeLessThan(0.1);
});

test("The order of functions costs only what lies between them", () => {
  const [pair] = alikePairs(filesOf([`${sigmoid}\n${cost}`, `${cost}\n${sigmoid}`]), nothing, 10);
  expect(pair.similarity).toBeGreaterThan(0.8);
  expect(pair.similarity).toBeLessThan(1);
});

test("What everybody was given is in nothing that is common, kept or built upon", () => {
  const given = read(cost);
  expect(ownStatements({ statements: read(`${cost}\n${sigmoid}`) }, { statements: given })).toEqual([
    expect.objectContaining({ line: 7, text: sigmoid }),
  ]);
  const built = [`${cost.slice(0, -1)} log(1); }`, `${cost.slice(0, -1)} x = [2, "x"]; }`];
  const common = (given: readonly Statement[]) =>
    alikePairs(filesOf(built), tokensOf("given", given), 10).reduce((sum, pair) => sum + pair.common, 0);
  expect(common([])).toBeGreaterThan(50);
  expect(common(given)).toBeLessThan(5);
});

/** Programs of a few statements, of which some are the same. */
const programs = fc.array(
  fc
    .array(
      fc.constantFrom(sigmoid, cost, "f(1, [2, [3]], g(h(x => x + 1)));", "const a = { b: [c, d], e: () => f };"),
      {
        maxLength: 6,
      },
    )
    .map((statements) => statements.join("\n")),
  { minLength: 2, maxLength: 5 },
);

test("Counts what Dolos counts for each pair", () => {
  fc.assert(
    fc.property(programs, (texts) => {
      const files = filesOf(texts);
      const counted = alikePairs(files, nothing, 100);
      const index = indexOf(files, nothing);
      const expected = index.allPairs().filter(({ overlap }) => overlap > 0);
      const byPair = (list: { left: number; right: number; common: number; similarity: number }[]) =>
        list.toSorted((a, b) => a.left - b.left || a.right - b.right);
      expect(byPair(counted)).toEqual(
        byPair(
          expected.map(({ leftFile, rightFile, overlap, similarity }) => ({
            ...{ left: Number(leftFile.path), right: Number(rightFile.path) },
            ...{ common: overlap, similarity },
          })),
        ),
      );
    }),
    { numRuns: 50, seed: 3 },
  );
});

test("Common parts are found in both texts, and marked where they are", () => {
  const [left, right] = [
    `${sigmoid}\nconst rate = 0.1;`,
    `let steps = 5, other = [1];\n\n${sigmoid.replaceAll("e)", "p)").replace("e =", "p =")}`,
  ].map(read);
  const parts = commonParts(tokensOf("left", left), tokensOf("right", right), nothing);
  const marked = (statements: Statement[], side: "left" | "right") =>
    markedText(
      statements,
      parts.map((part) => part[side]),
    ).map((stretches) => {
      const whole = stretches.map(({ text }) => text).join("");
      return [whole, stretches.filter(({ part }) => part !== null).map(({ text }) => text)] as const;
    });
  for (const [statements, side] of [
    [left, "left"],
    [right, "right"],
  ] as const) {
    const all = marked(statements, side);
    expect(all.map(([whole]) => whole)).toEqual(statements.map(({ text }) => text));
    const found = all.flatMap(([, some]) => some).join("");
    expect(found).toContain("np.exp(np.negative(z))");
    expect(found).not.toContain(side === "left" ? "0.1" : "[1]");
  }
});

test("A statement that repeats itself thousands of times is compared with one like it within moments", () => {
  const endless = Array.from({ length: 800 }, () => "f(1, [2, [3]], g(h(x => x + 1)));").join("\n");
  const [one, other] = filesOf([endless, endless]);
  expect(alikePairs([one, other], nothing, 1)[0].similarity).toBe(1);
  expect(commonParts(one, other, nothing).length).toBeLessThan(10_000);
});

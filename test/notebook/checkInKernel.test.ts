import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { type CellResult, runNotebook } from "../../graders/authoring/execution/runNotebook";

/** What a cell displays: the kind of message, its text, and the name of its place. */
const displaysOf = ({ outputs }: CellResult) =>
  outputs.map(({ type, content }) => ({
    type,
    text: String((content.data as Record<string, unknown>)["text/plain"]),
    place: (content.transient as { display_id?: string } | undefined)?.display_id,
  }));

const waiting = (name: string) => `… ${name} is being checked: waiting for its promise …`;

test("a verdict that waits for a promise takes the place that was kept for it, under its own cell", async () => {
  const [plain, asked, other, awaited] = await runNotebook([
    // No function of the course is asynchronous; this one is made so, for the test.
    `import { check, np, useAssignment } from "nablab";
     import { assignments } from "nablab/dist/assignments/index.js";
     useAssignment("logistic-regression");
     const logistic = (z: any) => np.divide(1, np.add(1, np.exp(np.negative(z)))) as any;
     const slow = async (z: any) => { await new Promise((done) => setTimeout(done, 50)); return logistic(z); };
     const functions: any = { sigmoid: slow, initializeWithZeros: (n: number) => ({ w: np.zeros([n, 1]), b: 0 }) };
     check({ sigmoid: slow } as any);`,
    `for (const graded of assignments[0].functions) if (graded.name === "sigmoid") graded.async = true;
     const checked = check(functions);`,
    "await checked;",
    "await check(functions);",
  ]);
  expect(displaysOf(plain)[0].text).toContain("Without `async`, a function returns the value itself.");
  expect(displaysOf(asked).map(({ text }) => text)).toEqual([waiting("sigmoid"), waiting("initializeWithZeros")]);
  expect(displaysOf(other)).toEqual([]);
  const [first, second, ...verdicts] = displaysOf(awaited);
  expect([first.text, second.text]).toEqual([waiting("sigmoid"), waiting("initializeWithZeros")]);
  expect(verdicts).toEqual([
    { type: "update_display_data", text: "✓ sigmoid is correct", place: first.place },
    { type: "update_display_data", text: "✓ initializeWithZeros is correct", place: second.place },
  ]);
  const places = [...displaysOf(asked), first, second].map(({ place }) => place);
  expect(new Set(places).size).toBe(4);
}, 60_000);

test("a notebook that chooses Chinese hears it from the compiler, the checks and the kernel", async () => {
  const [checked, refused] = await runNotebook([
    `import { check, ready, useAssignment } from "nablab";
     useAssignment("logistic-regression", { locale: "zh-CN" });
     check({ initializeWithZeros: (n: number) => n as any });
     const isReady = ready("sigmoid");`,
    "const text: string = 1;",
  ]);
  expect(displaysOf(checked).map(({ text }) => text.split("\n")[0])).toEqual([
    "✗ initializeWithZeros 还不正确：1 项检查中通过了 0 项",
    "等待 sigmoid：通过检查以后，这一部分才会运行。",
  ]);
  expect(displaysOf(checked)[0].text).toContain("w 是一列零，b 是 0");
  expect(refused.evalue).toBe("TS2322：不能将类型“number”分配给类型“string”。（Cell [2]，第 1 行）");
  expect(stripVTControlCharacters(refused.traceback?.[0] ?? "")).toBe(
    "Cell [2]，第 1 行：错误 TS2322：不能将类型“number”分配给类型“string”。",
  );
}, 60_000);

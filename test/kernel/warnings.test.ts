import { expect, it } from "vitest";
import { runNotebook } from "../../graders/authoring/execution/runNotebook";

it("prints each of the library's warnings once per cell, and none of what check() calls", async () => {
  const cells = [
    'import { check, np, useAssignment } from "nablab"; useAssignment("logistic-regression");',
    "for (let i = 0; i < 3; i++) np.log([0, 1]); np.exp(1000);",
    "const f = () => np.log(0); f();",
    "await null; f();",
    "const sigmoid = (z: any): any => { np.log(0); return z; };\ncheck({ sigmoid } as any);",
    "np.log(1)",
  ];
  const results = await runNotebook(cells, { seconds: 60 });
  const inLog = "RuntimeWarning: divide by zero encountered in log\n";
  expect(results.map(({ text }) => text)).toEqual([
    "",
    `${inLog}RuntimeWarning: overflow encountered in exp\n`,
    inLog,
    inLog,
    "",
    "",
  ]);
  const streams = results.flatMap(({ outputs }) => outputs.filter(({ type }) => type === "stream"));
  expect(new Set(streams.map(({ content }) => content.name))).toEqual(new Set(["stderr"]));
}, 60_000);

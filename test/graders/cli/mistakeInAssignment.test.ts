import { describe, expect, test } from "vitest";
import { mistakeInAssignment } from "../../../graders/cli/mistakeInAssignment";

function failing(message: string, ...frames: string[]): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}\n${frames.map((frame) => `    at ${frame}\n`).join("")}`;
  return error;
}

const file = "/repo/src/assignments/01-logistic-regression/checks.ts:3:7";
const loading = "Module._compile (node:internal/modules/cjs/loader:1500:14)";

describe("a mistake in an assignment's file", () => {
  test("is told as the compiler tells it, in a line", () => {
    const error = failing("src/assignments/01-x/checks.ts(1,23): error TS1109: Expression expected.\nmore", loading);
    expect(mistakeInAssignment(error)).toBe("src/assignments/01-x/checks.ts(1,23): error TS1109: Expression expected.");
  });

  test("is told with its place, when the file throws while it is loaded", () => {
    const error = failing("x is not defined\nRequire stack:", `Object.<anonymous> (${file})`, loading);
    expect(mistakeInAssignment(error)).toBe(
      "x is not defined, in src/assignments/01-logistic-regression/checks.ts:3:7",
    );
  });

  test("is not what its code does later", () => {
    expect(mistakeInAssignment(failing("no", `cases (${file})`, "prepareChecks (/repo/graders/x.ts:1:1)"))).toBeNull();
  });

  test("is not what another file does while it is loaded", () => {
    expect(
      mistakeInAssignment(failing("no", "Object.<anonymous> (/repo/graders/cli/main.ts:1:1)", loading)),
    ).toBeNull();
  });
});

import { vi } from "vitest";
import { runCommandLine } from "../../../graders/cli/runCommandLine";

/** What a command says, and its exit code. */
export interface CommandAnswer {
  code: number | undefined;
  output: string;
  errors: string;
}

/** Gives a command in this process, which is faster; fine if nothing is graded. */
export async function answerTo(...args: string[]): Promise<CommandAnswer> {
  const errors: string[] = [];
  const output: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => errors.push(String(text)) > 0);
  vi.spyOn(console, "error").mockImplementation((text) => void errors.push(`${text}\n`));
  vi.spyOn(process.stdout, "write").mockImplementation((text) => output.push(String(text)) > 0);
  vi.spyOn(console, "log").mockImplementation((text) => void output.push(`${text}\n`));
  const code = await runCommandLine(args);
  vi.restoreAllMocks();
  return { code, output: output.join(""), errors: errors.join("") };
}

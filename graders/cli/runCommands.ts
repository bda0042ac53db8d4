import { Command, CommanderError } from "commander";
import { UsageError } from "./UsageError";
import { version } from "./version";

/** A command's file: it brings the name, options, help and what it does. */
export interface CommandModule {
  register(program: Command): void;
}

/** A command line of these commands, new at each call: `parseAsync` keeps what it read. */
export function programOf(commands: readonly CommandModule[]): Command {
  const program = new Command("nablab")
    .description("Deep learning in TypeScript notebooks: JupyterLab, checks and grading")
    .version(version)
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) })
    .exitOverride();
  for (const { register } of commands) register(program);
  return program;
}

/** Commander puts its suggestions into lines of their own. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, "nablab: ")
    .trim()
    .replaceAll("\n", " ");
}

/** Runs a command, and returns the exit code that an error calls for; commands set their own where all went well. */
export async function runCommands(
  commands: readonly CommandModule[],
  args: readonly string[],
): Promise<number | undefined> {
  try {
    await programOf(commands).parseAsync(args, { from: "user" });
    return undefined;
  } catch (error) {
    return explainError(error);
  }
}

/** Says in one line what went wrong. Exit codes: 2 for wrong usage, 3 for a fault of ours. */
function explainError(error: unknown): number {
  // Commander has printed its own message already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) {
    console.error(`nablab: ${message}`);
    return 2;
  }
  console.error(`nablab: internal fault, nothing was graded: ${message.split("\n")[0]}`);
  if (process.env.NABLAB_DEBUG) console.error(error);
  return 3;
}

import { Command, CommanderError } from "commander";
import { words } from "../../src/words/words";
import { clip } from "../text/clip";
import { mistakeInAssignment } from "./mistakeInAssignment";
import { obstacleTo } from "./obstacleTo";
import { UsageError } from "./UsageError";
import { version } from "./version";

/**
 * A command's file, with its name, options, help and action. What only this command needs is imported when it runs, as
 * the files of all commands are loaded at every start.
 */
export interface CommandModule {
  register(program: Command): void;
}

/** Commands grouped under their headings in the help, such as `For learners:`. */
export type CommandGroups = Record<string, readonly CommandModule[]>;

const help = words.help.program;
const say = words.commands;

/** A command line of these commands, new at each call: `parseAsync` keeps what it read. */
export function programOf(groups: CommandGroups): Command {
  const program = new Command("nablab")
    .description(help.description)
    .version(version)
    .configureOutput({ outputError: (text, write) => write(`${usageError(text, say.listsCommands)}\n`) })
    .helpCommand(false)
    .addHelpText("after", help.after)
    .exitOverride();
  program
    .command("help", { hidden: true })
    .argument("[command]")
    .action((name?: string) => helpOn(program, name));
  for (const [heading, commands] of Object.entries(groups)) {
    program.commandsGroup(heading);
    for (const { register } of commands) register(program);
  }
  for (const command of program.commands) explainErrors(command, command.name());
  return program;
}

/** Also for the commands of a command, such as `gradebook init`. */
function explainErrors(command: Command, path: string): void {
  const more = say.showsHow(path);
  command.configureOutput({ outputError: (text, write) => write(`${usageError(text, more)}\n`) });
  for (const inner of command.commands) explainErrors(inner, `${path} ${inner.name()}`);
}

/** Commander's own `help` answers an unknown name with the help on everything. */
function helpOn(program: Command, name: string | undefined): never {
  if (name === undefined) return program.help();
  const command = program.commands.find((one) => one.name() === name);
  if (!command) throw new UsageError(`${say.unknownCommand(name)}; ${say.listsCommands}`);
  return command.help();
}

/** Commander's message in one line; if it does not say what to write instead, then also where to look. */
function usageError(text: string, more: string): string {
  const message = text
    .replace(/^error: /, "")
    .trim()
    .replaceAll("\n", " ");
  const saysLittle = /^(missing|unknown|required|too many)/.test(message) && !message.includes("Did you mean");
  return saysLittle ? `nablab: ${message}; ${more}` : `nablab: ${message}`;
}

/**
 * Runs a command, and returns the exit code for an error; when all goes well, commands set their own.
 *
 * @param program a new one, as it keeps what it reads
 * @param course the folder of the course that it works on, if that is not nablab's own
 */
export async function runCommands(
  program: Command,
  args: readonly string[],
  course?: () => string,
): Promise<number | undefined> {
  try {
    await program.parseAsync(args, { from: "user" });
    return undefined;
  } catch (error) {
    return explainError(error, course?.());
  }
}

/** Says in one line what went wrong. Exit codes: 2 for wrong usage, 3 for an internal fault. */
function explainError(error: unknown, course?: string): number {
  // Commander has already printed its own message; help and version are not errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) {
    console.error(`nablab: ${message}`);
    return 2;
  }
  const mistake = error instanceof Error ? mistakeInAssignment(error) : null;
  if (mistake !== null) {
    console.error(`nablab: ${say.cannotStart(mistake)}`);
    return 2;
  }
  const obstacle = obstacleTo(error, course);
  if (obstacle !== null) {
    console.error(`nablab: ${obstacle}`);
    return 2;
  }
  const summary = clip(message.replaceAll(/\s+/g, " "), 300);
  console.error(`nablab: ${say.fault(summary)}`);
  if (process.env.NABLAB_DEBUG) console.error(error);
  return 3;
}

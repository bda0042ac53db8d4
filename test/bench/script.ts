import { Command } from "commander";

/**
 * The command line of a script in package.json: `--help` prints it, and wrong usage ends with one line and exit code 2.
 *
 * @param name as in `npm run <name>`
 */
export function script(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .showSuggestionAfterError(false)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}

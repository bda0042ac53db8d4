import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { environmentSpecFolder, userSpecFolder } from "../../src/kernel/node/jupyterFolders";
import { specFolder } from "../../src/kernel/node/spec";
import { words } from "../../src/words/words";
import { removeLink, writeLink } from "./lab/commandLink";
import { installKernel, uninstallKernel } from "./lab/installKernel";
import type { Workplace } from "./lab/Workplace";
import type { CommandModule } from "./runCommands";

interface Where {
  prefix?: string;
  user?: boolean;
  sysPrefix?: boolean;
  link?: string;
}

const help = words.help.kernel;
const text = words.lab.kernel;

/** `nablab kernel`: registers the TypeScript kernel for Jupyter programs other than `nablab lab`. */
export function kernelAt(place: () => Workplace): CommandModule {
  return { register: (program) => register(program, place) };
}

function register(program: Command, place: () => Workplace): void {
  const kernel = program.command("kernel").description(help.description);
  kernel.addHelpText("after", help.after);
  placed(kernel.command("install").description(help.install)).action(async (where: Where, command: Command) => {
    const folder = chooseFolder(where, command);
    const { root, build } = place();
    await build();
    const linked = where.link === undefined ? text.offerLink : text.linked(writeLink(where.link, root));
    installKernel(folder, root);
    console.log(text.installed(folder));
    console.log(linked);
  });
  placed(kernel.command("uninstall").description(help.uninstall)).action((where: Where, command: Command) => {
    const folder = chooseFolder(where, command);
    if (!existsSync(folder)) return command.error(text.noSpec(folder));
    uninstallKernel(folder);
    if (where.link !== undefined) removeLink(where.link);
    console.log(text.removed(folder));
  });
  kernel
    .command("list")
    .description(help.list)
    .action(() => list(place().root));
}

function placed(command: Command): Command {
  return command
    .option("--prefix <folder>", help.prefix)
    .option("--user", help.user)
    .option("--sys-prefix", help.sysPrefix)
    .option("--link <folder>", help.link);
}

function chooseFolder({ prefix, user, sysPrefix }: Where, command: Command): string {
  const given = [prefix, user, sysPrefix].filter((option) => option !== undefined);
  if (given.length > 1) command.error(text.onePlace, usage);
  if (prefix !== undefined) return specFolder(path.resolve(prefix));
  if (!sysPrefix) return userSpecFolder();
  return environmentSpecFolder() ?? command.error(text.noPython, usage);
}

const usage = { exitCode: 2 };

function list(root: string): void {
  const candidates = [userSpecFolder(), environmentSpecFolder(), specFolder(path.join(root, ".venv"))];
  const installed = [...new Set(candidates)].filter((folder) => folder && existsSync(path.join(folder, "kernel.json")));
  if (installed.length === 0) console.log(text.notInstalled);
  for (const folder of installed) console.log(folder);
}

import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { environmentSpecFolder, userSpecFolder } from "../../src/kernel/jupyterFolders";
import { removeKernelSpec, specFolder, writeKernelSpec } from "../../src/kernel/spec";
import type { Workplace } from "./lab/Workplace";
import type { CommandModule } from "./runCommands";

interface Where {
  prefix?: string;
  user?: boolean;
  sysPrefix?: boolean;
}

const examples = `
Examples:
  nablab kernel install                          for this user
  nablab kernel install --prefix /opt/jupyter    for a JupyterHub
  nablab kernel list`;

/** `nablab kernel`: makes the TypeScript kernel known to Jupyter programs other than `nablab lab`. */
export function kernelAt(place: () => Workplace): CommandModule {
  return { register: (program) => register(program, place) };
}

function register(program: Command, place: () => Workplace): void {
  const kernel = program
    .command("kernel")
    .description("let other Jupyter programs find the kernel: install, list, uninstall");
  kernel.addHelpText("after", examples);
  placed(kernel.command("install").description("let Jupyter find the kernel (for this user unless told)")).action(
    async (where: Where, command: Command) => {
      const folder = chooseFolder(where, command);
      const { root, build } = place();
      await build();
      writeKernelSpec(folder, root);
      console.log(`installed the kernel "nablab" in ${folder}`);
    },
  );
  placed(kernel.command("uninstall").description("remove the kernel's spec again")).action(
    (where: Where, command: Command) => {
      const folder = chooseFolder(where, command);
      if (!existsSync(folder)) return command.error(`no kernel spec in ${folder}; \`nablab kernel list\` shows where`);
      removeKernelSpec(folder);
      console.log(`removed ${folder}`);
    },
  );
  kernel
    .command("list")
    .description("show where the kernel's spec is installed")
    .action(() => list(place().root));
}

function placed(command: Command): Command {
  return command
    .option("--prefix <folder>", "below this folder, in share/jupyter/kernels")
    .option("--user", "for this user (the default)")
    .option("--sys-prefix", "in the Python environment that is active");
}

function chooseFolder({ prefix, user, sysPrefix }: Where, command: Command): string {
  const given = [prefix, user, sysPrefix].filter((option) => option !== undefined);
  if (given.length > 1) command.error("--prefix, --user and --sys-prefix exclude each other; give one", usage);
  if (prefix !== undefined) return specFolder(path.resolve(prefix));
  if (!sysPrefix) return userSpecFolder();
  return environmentSpecFolder() ?? command.error("--sys-prefix needs a Python; install one, or use --user", usage);
}

const usage = { exitCode: 2 };

function list(root: string): void {
  const candidates = [userSpecFolder(), environmentSpecFolder(), specFolder(path.join(root, ".venv"))];
  const installed = [...new Set(candidates)].filter((folder) => folder && existsSync(path.join(folder, "kernel.json")));
  if (installed.length === 0)
    console.log("the kernel is not installed; `npm start` or `nablab kernel install` does it");
  for (const folder of installed) console.log(folder);
}

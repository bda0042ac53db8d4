import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { environmentSpecFolder, userSpecFolder } from "../../src/kernel/jupyterFolders";
import { packageRoot } from "../../src/kernel/packageRoot";
import { removeKernelSpec, specFolder, writeKernelSpec } from "../../src/kernel/spec";
import { buildWhenStale } from "./lab/buildWhenStale";

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
export function register(program: Command): void {
  const kernel = program
    .command("kernel")
    .description("let other Jupyter programs find the kernel: install, list, uninstall");
  kernel.addHelpText("after", examples);
  placed(kernel.command("install").description("let Jupyter find the kernel (for this user unless told)")).action(
    (where: Where, command: Command) => {
      const folder = chooseFolder(where, command);
      buildWhenStale();
      writeKernelSpec(folder);
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
  kernel.command("list").description("show where the kernel's spec is installed").action(list);
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

function list(): void {
  const candidates = [userSpecFolder(), environmentSpecFolder(), specFolder(path.join(packageRoot, ".venv"))];
  const installed = [...new Set(candidates)].filter((folder) => folder && existsSync(path.join(folder, "kernel.json")));
  if (installed.length === 0)
    console.log("the kernel is not installed; `npm start` or `nablab kernel install` does it");
  for (const folder of installed) console.log(folder);
}

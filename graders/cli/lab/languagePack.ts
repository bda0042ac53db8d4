import { spawnSync } from "node:child_process";
import type { ForeignLocale } from "../../../src/words/locale";
import { languagePacks } from "../../course/languagePacks";
import { isolated } from "./findPython";
import type { VirtualEnvironment } from "./virtualEnvironment";

/** The command that installs JupyterLab's translation; undefined if it is there. */
export function missingLanguagePack({ python }: VirtualEnvironment, locale: ForeignLocale): string | undefined {
  const { name, module } = languagePacks[locale];
  const { status } = spawnSync(python, [isolated, "-c", `import ${module}`], { stdio: "ignore" });
  return status === 0 ? undefined : `${python} -m pip install ${name}`;
}

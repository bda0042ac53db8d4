import { spawnSync } from "node:child_process";
import type { ForeignLocale } from "../../../src/words/locale";
import { isolated } from "./findPython";
import type { VirtualEnvironment } from "./virtualEnvironment";

/** JupyterLab's translations, as PyPI and Python name them. */
const packs: Record<ForeignLocale, { name: string; module: string }> = {
  "zh-CN": { name: "jupyterlab-language-pack-zh-CN", module: "jupyterlab_language_pack_zh_CN" },
};

/** The command that installs JupyterLab's translation; undefined if it is there. */
export function missingLanguagePack({ python }: VirtualEnvironment, locale: ForeignLocale): string | undefined {
  const { name, module } = packs[locale];
  const { status } = spawnSync(python, [isolated, "-c", `import ${module}`], { stdio: "ignore" });
  return status === 0 ? undefined : `${python} -m pip install ${name}`;
}

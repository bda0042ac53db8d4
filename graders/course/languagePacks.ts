import type { ForeignLocale } from "../../src/words/locale";

/** A translation of JupyterLab. */
export interface LanguagePack {
  /** As PyPI names it. */
  name: string;
  /** As Python names it. */
  module: string;
  /** As JupyterLab names the language. */
  locale: string;
}

/** The translations that learners' JupyterLab uses. */
export const languagePacks: Record<ForeignLocale, LanguagePack> = {
  "zh-CN": { name: "jupyterlab-language-pack-zh-CN", module: "jupyterlab_language_pack_zh_CN", locale: "zh_CN" },
};

/** The languages of a course: English, in which it is written, and those it can be translated into. */
export const locales = ["en", "zh-CN"] as const;

/** A language, as HTML and JupyterLab name it. */
export type Locale = (typeof locales)[number];

export type ForeignLocale = Exclude<Locale, "en">;

export const foreignLocales: readonly ForeignLocale[] = locales.filter((locale) => locale !== "en");

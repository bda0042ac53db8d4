import ts from "typescript";

/** `learning_rate` becomes learningRate, `X_train` XTrain, and a name that is reserved in TypeScript gets a `_`. */
export function camelCase(name: string): string {
  const words = name.normalize("NFKD").replace(/[^\w]/g, "").split("_").filter(Boolean);
  const joined = words.map((word, i) => (i === 0 ? word : word[0].toUpperCase() + word.slice(1))).join("");
  const start = /^\d/.test(joined) ? `_${joined}` : joined;
  if (start === "") return "value";
  return isReserved(start) ? `${start}_` : start;
}

function isReserved(name: string): boolean {
  if (["arguments", "await", "eval", "undefined"].includes(name)) return true;
  const token = ts.createScanner(ts.ScriptTarget.Latest, true, undefined, name).scan();
  return token >= ts.SyntaxKind.FirstReservedWord && token <= ts.SyntaxKind.LastFutureReservedWord;
}

/** The names in camelCase, in order, numbered where two would be the same. */
export function distinctNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken);
  return names.map((name) => {
    const wanted = camelCase(name);
    let chosen = wanted;
    for (let i = 2; used.has(chosen); i++) chosen = `${wanted}${i}`;
    used.add(chosen);
    return chosen;
  });
}

/** An assignment's slug: words in lower case, joined by hyphens, starting with a letter. */
export function slugFrom(text: string): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = words
    ?.join("-")
    .replace(/^[0-9-]+/, "")
    .slice(0, 50)
    .replace(/-$/, "");
  return slug || "migrated";
}

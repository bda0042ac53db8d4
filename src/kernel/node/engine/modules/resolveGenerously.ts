import type { ResolveFnOutput, ResolveHookContext } from "node:module";

type Next = (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput;

/**
 * Finds what a cell or a local file imports where TypeScript found it: a `.ts` file without its extension or under the
 * `.js` name it will have, and a package that can only be loaded by `import`.
 *
 * @throws what Node throws when it finds nothing
 */
export function resolveGenerously(specifier: string, context: ResolveHookContext, next: Next): ResolveFnOutput {
  try {
    return next(specifier, context);
  } catch (error) {
    for (const attempt of specifier.startsWith(".") ? files(specifier) : [specifier]) {
      try {
        return next(attempt, { ...context, conditions: [...context.conditions, "import"] });
      } catch {
        // The first error is the one that names what was asked for.
      }
    }
    throw error;
  }
}

function files(specifier: string): string[] {
  const source = specifier.replace(/\.([cm]?)js$/, ".$1ts");
  return [source, `${specifier}.ts`, `${specifier}/index.ts`];
}

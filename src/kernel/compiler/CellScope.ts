import type { Declaration } from "./Declaration";

/** The name under which a cell can be imported. */
export function cellModule(cell: number): string {
  return `./__cell-${cell}__.cjs`;
}

/**
 * The name of a cell that extends global types or those of a module. It is imported only as long as no other cell extends
 * the same anew: both together may contradict each other.
 */
export function augmentationModule(cell: number): string {
  return `./__cell-${cell}-apart__.cjs`;
}

export function isCellModule(id: string): boolean {
  return /^\.\/__cell-\d+(-apart)?__\.cjs$/.test(id);
}

/** The text of a cell without what it imports for its extensions alone. */
export function withoutAugmentations(text: string): string {
  return text.replaceAll(/import "\.\/__cell-\d+-apart__\.cjs"; /g, "");
}

/**
 * The names that cells have left behind, each from the cell that declared it last.
 *
 * A later cell sees them through a prefix of imports, so that types, documentation and generics stay those of the
 * declaration itself.
 */
export class CellScope {
  private readonly names = new Map<string, { declaration: Declaration; module: string }>();

  declare(declarations: readonly Declaration[], module: string): void {
    for (const declaration of declarations) this.names.set(declaration.name, { declaration, module });
  }

  clear(): void {
    this.names.clear();
  }

  /** The cells from which there is something to import. */
  modules(): string[] {
    const found = [...this.names.values()].filter(({ declaration }) => isFromCell(declaration));
    return [...new Set(found.map(({ module }) => module))];
  }

  /**
   * One line of TypeScript that brings in the declarations for which `wanted` holds.
   *
   * @param modules cells to import in any case, and first
   */
  prefix(modules: readonly string[], wanted: (declaration: Declaration) => boolean): string {
    const bindings = new Map<string, string[]>(modules.map((module) => [module, []]));
    const others: string[] = [];
    for (const { declaration, module } of this.names.values()) {
      if (!wanted(declaration)) continue;
      const { name, kind } = declaration;
      if (kind === "import") others.push(declaration.statement.replaceAll("\n", " "));
      else if (kind === "augmentation") others.push(`import "${module}";`);
      else bindings.set(module, [...(bindings.get(module) ?? []), bindingOf(declaration)]);
      // An import cannot be assigned to. An exported ambient variable can, and compiles to the shared `exports.name`.
      if (kind === "variable") others.push(`export declare let ${name}: typeof ${standInFor(name)};`);
    }
    const imports = [...bindings].map(([module, names]) => `import { ${names.join(", ")} } from "${module}";`);
    return ["export {};", ...imports, ...others, "\n"].join(" ");
  }
}

/** Whether a later cell imports a declaration from the cell, rather than from where the cell has it. */
function isFromCell({ kind }: Declaration): boolean {
  return kind === "value" || kind === "variable" || kind === "type";
}

function bindingOf({ name, kind }: Declaration): string {
  return kind === "variable" ? `${name} as ${standInFor(name)}` : name;
}

/** The name of a variable that stands for its type. */
function standInFor(name: string): string {
  return `__cell_${name}`;
}

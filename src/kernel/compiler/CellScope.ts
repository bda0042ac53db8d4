import type { Declaration } from "./Declaration";

/** The name under which a cell that has run can be imported. */
export function cellModule(cell: number): string {
  return `./__cell-${cell}__.cjs`;
}

export function isCellModule(id: string): boolean {
  return /^\.\/__cell-\d+__\.cjs$/.test(id);
}

/**
 * The names that cells have left behind, each from the cell that declared it last.
 *
 * A later cell sees them through a prefix of imports, so that types, documentation and generics stay those of the
 * declaration itself.
 */
export class CellScope {
  private readonly names = new Map<string, { declaration: Declaration; cell: number }>();

  declare(declarations: readonly Declaration[], cell: number): void {
    for (const declaration of declarations) this.names.set(declaration.name, { declaration, cell });
  }

  clear(): void {
    this.names.clear();
  }

  /** One line of TypeScript that brings in the declarations for which `wanted` holds. */
  prefix(wanted: (declaration: Declaration) => boolean): string {
    const statements = ["export {};"];
    for (const { declaration, cell } of this.names.values()) {
      if (wanted(declaration)) statements.push(bringIn(declaration, cell).replaceAll("\n", " "));
    }
    return `${statements.join(" ")}\n`;
  }
}

function bringIn(declaration: Declaration, cell: number): string {
  const { name, kind } = declaration;
  if (kind === "import") return declaration.statement;
  if (kind === "augmentation") return `import "${cellModule(cell)}";`;
  // An import cannot be assigned to. An exported ambient variable can, and compiles to the shared `exports.name`.
  if (kind === "variable") return `export declare let ${name}: typeof import("${cellModule(cell)}").${name};`;
  return `import { ${name} } from "${cellModule(cell)}";`;
}

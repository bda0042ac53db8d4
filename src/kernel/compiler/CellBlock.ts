import type { CellHost } from "./CellHost";
import { augmentationModule, type CellScope, cellModule, withoutAugmentations } from "./CellScope";
import type { Declaration } from "./Declaration";

/** How many cells a block has. Beginning another one takes as long as two cells. */
const size = 16;

/**
 * The files of cells that follow each other.
 *
 * Whenever a file imports something else than before, TypeScript finds out anew how its hundreds of files belong
 * together, which takes twice as long as checking a cell. So all files of a block are there from its beginning, and each
 * imports all cells that any of them may need, whether or not it takes a name from them.
 */
export class CellBlock {
  private first = 0;
  private last = -1;
  /** The modules that each cell of the block imports. */
  private modules: string[] = [];
  /** The cells of the block that later ones can see. */
  private readonly seen = new Set<number>();

  constructor(
    private readonly host: CellHost,
    private readonly scope: CellScope,
  ) {}

  /**
   * Makes a cell's file the current one, and says what to put in front of the cell.
   *
   * @param wanted which earlier declarations the cell takes
   */
  enter(cell: number, wanted: (declaration: Declaration) => boolean): string {
    if (cell < this.first || cell > this.last) this.begin(cell);
    const blank = this.scope.prefix(this.modules, isPackage);
    for (let other = this.first; other <= this.last; other++)
      if (other !== cell && !this.seen.has(other)) this.host.setCell(cellModule(other), blank);
    this.host.makeCurrent(cellModule(cell));
    return this.scope.prefix(this.modules, wanted);
  }

  /**
   * Lets later cells see what a cell declares.
   *
   * @param text as much of the cell as they need
   */
  add(cell: number, text: string, declared: readonly Declaration[]): void {
    const isApart = declared.some(({ kind }) => kind === "augmentation");
    const module = isApart ? augmentationModule(cell) : cellModule(cell);
    if (declared.some(({ kind }) => kind !== "import")) this.host.setCell(module, withoutAugmentations(text));
    if (!isApart && declared.some(({ kind }) => kind !== "import")) this.seen.add(cell);
    this.scope.declare(declared, module);
  }

  /** Forgets all cells. */
  clear(): void {
    this.last = -1;
    this.scope.clear();
  }

  private begin(cell: number): void {
    this.first = cell;
    this.last = cell + size - 1;
    this.seen.clear();
    const own = Array.from({ length: size }, (_, index) => cellModule(cell + index));
    this.modules = [...this.scope.modules(), ...own];
    this.host.makeRoot(own[0]);
  }
}

function isPackage(declaration: Declaration): boolean {
  return declaration.kind === "import" && declaration.isPackage;
}

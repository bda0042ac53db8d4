/** Text to put in at an offset of the original. */
export interface Insertion {
  offset: number;
  text: string;
}

/** A cell's text as the compiler sees it: the learner's with insertions, and the mapping between the two. */
export class EditedSource {
  readonly text: string;
  private readonly insertions: readonly Insertion[];

  constructor(
    readonly original: string,
    insertions: readonly Insertion[],
  ) {
    this.insertions = [...insertions].sort((a, b) => a.offset - b.offset);
    let text = "";
    let from = 0;
    for (const insertion of this.insertions) {
      text += original.slice(from, insertion.offset) + insertion.text;
      from = insertion.offset;
    }
    this.text = text + original.slice(from);
  }

  /** Where the character at `offset` of the original went. */
  toEdited(offset: number): number {
    let shift = 0;
    for (const insertion of this.insertions) {
      // A cursor right before an inserted `export ` belongs before the statement, one at the very start after the prefix.
      if (insertion.offset > offset || (insertion.offset === offset && offset > 0)) break;
      shift += insertion.text.length;
    }
    return offset + shift;
  }

  /** Where the character at `offset` of the edited text came from; inside an insertion, the place of the insertion. */
  toOriginal(offset: number): number {
    let shift = 0;
    for (const insertion of this.insertions) {
      const start = insertion.offset + shift;
      if (offset < start) break;
      if (offset < start + insertion.text.length) return insertion.offset;
      shift += insertion.text.length;
    }
    return Math.min(offset - shift, this.original.length);
  }
}

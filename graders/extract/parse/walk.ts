import ts from "typescript";

/**
 * Goes through a piece of syntax in the order of its text, without recursion: a sum of ten thousand terms is as deep as it
 * is long.
 *
 * @param enter returns false where what is inside is not to be looked at
 */
export function walk(root: ts.Node, enter: (node: ts.Node) => boolean): void {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!enter(node)) continue;
    const first = pending.length;
    ts.forEachChild(node, (child) => void pending.push(child));
    reverseFrom(pending, first);
  }
}

/** Reverses the end of a list in its place: what was pushed last is popped first. */
export function reverseFrom<T>(list: T[], first: number): void {
  for (let low = first, high = list.length - 1; low < high; low++, high--) {
    [list[low], list[high]] = [list[high], list[low]];
  }
}

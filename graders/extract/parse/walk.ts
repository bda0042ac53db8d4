import ts from "typescript";

/**
 * Visits a piece of syntax in source order, without recursion: a sum of ten thousand terms is nested as deeply as it is
 * long.
 *
 * @param enter returns false to skip a node's children
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

/** Reverses the end of a list in place: what was pushed last is popped first. */
export function reverseFrom<T>(list: T[], first: number): void {
  for (let low = first, high = list.length - 1; low < high; low++, high--) {
    [list[low], list[high]] = [list[high], list[low]];
  }
}

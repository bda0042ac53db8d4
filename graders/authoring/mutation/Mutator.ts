import type ts from "typescript";

/** What a mutator puts in place of a node. */
export interface Replacement {
  kind: string;
  node: ts.Node;
  text: string;
}

/** The small mistakes of one kind that can be made at this node; empty if the kind does not apply. */
export type Mutator = (node: ts.Node) => Replacement[];

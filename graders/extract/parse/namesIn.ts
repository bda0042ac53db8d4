import ts from "typescript";
import { anything, type Change, type Effects, everywhere, randomState, resultOf, type Share } from "../Unit";
import { roleOf } from "./roleOf";
import { visitNames, type When } from "./visitNames";

/** What a piece of syntax uses and changes. */
export type Names = Pick<Effects, "loadUses" | "laterUses" | "changes" | "laterChanges" | "shares">;

/** The names that a top-level declaration or statement uses and changes, and when: at once, or when it is called. */
export function namesIn(root: ts.Node): Names {
  return new NameCollector(root).collect();
}

class NameCollector {
  private readonly atOnce = new Moment();
  private readonly later = new Moment();
  private readonly shares = new Distinct<Share>();
  private readonly roots = new Map<ts.Expression, string>();
  private readonly isStatement: boolean;

  constructor(private readonly root: ts.Node) {
    this.isStatement = ts.isStatement(root) && !isDeclaration(root);
  }

  collect(): Names {
    visitNames(
      this.root,
      (node) => this.whenRun(node),
      ({ node, isBound, when }) => {
        if (when !== "later") this.note(node, isBound, this.atOnce);
        if (when !== "now") this.note(node, isBound, this.later);
      },
    );
    return {
      loadUses: [...this.atOnce.uses],
      laterUses: [...this.later.uses],
      changes: this.atOnce.allChanges(),
      laterChanges: this.later.allChanges(),
      shares: this.shares.list,
    };
  }

  private note(node: ts.Identifier, isBound: boolean, moment: Moment): void {
    if (isBound) this.noteBound(node, moment);
    else this.noteFree(node, moment);
  }

  private noteFree(node: ts.Identifier, moment: Moment): void {
    moment.uses.add(node.text);
    const { what, isResult, callee, target } = roleOf(node);
    // Whatever is called may keep something to itself, unless it is known to be a plain function.
    if (isResult) moment.changes.add(node.text, node.text);
    if (what === "read") return;
    const name = isResult ? resultOf(node.text) : node.text;
    const through = callee && what === "passed" ? this.rootOf(callee) : "";
    if (what !== "shared") moment.changes.add(name, through);
    if (what === "changed" && globals.has(node.text)) moment.changes.add(everywhere, "");
    if (what !== "changed") {
      const isHeld = through === "" || holding.has(through) || callee?.parent.kind === ts.SyntaxKind.NewExpression;
      const holder = isHeld ? anything : through;
      this.shares.add(name, holder, target ? this.rootOf(target) : "");
      if (through !== "") this.shares.add(name, through, through);
      if (what !== "called") moment.shared.add(name, holder);
    }
    if (what === "called" && drawsFrom(node)) {
      moment.changes.add(randomState, "");
      if (moment === this.atOnce) moment.uses.add(randomState);
    }
  }

  /** What is changed through a name inside may be a part of what that name was given. */
  private noteBound(node: ts.Identifier, moment: Moment): void {
    if (moment.changesOwn) return;
    const { what, callee } = roleOf(node);
    moment.changesOwn =
      what === "changed" || what === "called" || (what === "passed" && !!callee && !harmless.has(this.rootOf(callee)));
  }

  /** The name at the start of `a.b.c` or `a.b().c`; "" if there is none, or if the code itself binds it. */
  private rootOf(callee: ts.Expression): string {
    const known = this.roots.get(callee);
    if (known !== undefined) return known;
    let node: ts.Node = callee;
    while (
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isCallExpression(node) ||
      ts.isParenthesizedExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isAsExpression(node)
    ) {
      node = node.expression;
    }
    const root = ts.isIdentifier(node) ? node.text : "";
    this.roots.set(callee, root);
    return root;
  }

  /**
   * A function is called later, but for one that is called where it stands, and one that only the code around it, which
   * runs at once, can call. One that is passed to a call may be called by it.
   */
  private whenRun(node: ts.Node): When {
    if (!ts.isFunctionLike(node)) return "now";
    if (node === this.root) return "later";
    let inner: ts.Node = node;
    while (ts.isParenthesizedExpression(inner.parent)) inner = inner.parent;
    const { parent } = inner;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return "either";
    const isInside = this.isStatement && (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(parent));
    return isInside ? "either" : "later";
  }
}

/** What happens at one time. */
class Moment {
  readonly uses = new Set<string>();
  readonly changes = new Distinct<Change>();
  readonly shared = new Distinct<Change>();
  /** Whether something is changed through a name that the code itself binds. */
  changesOwn = false;

  allChanges(): Change[] {
    if (this.changesOwn) for (const [name, callee] of this.shared.list) this.changes.add(name, callee);
    return this.changes.list;
  }
}

class Distinct<T extends readonly string[]> {
  readonly list: T[] = [];
  private readonly known = new Set<string>();

  add(...names: T): void {
    const key = names.join(" ");
    if (this.known.has(key)) return;
    this.known.add(key);
    this.list.push(names);
  }
}

function isDeclaration(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node)
  );
}

/** `np.random.randn(…)`; with `const { random } = np`, the state has a name of its own. */
function drawsFrom(node: ts.Identifier): boolean {
  const { parent } = node;
  const isRandom = (inner: ts.Node): boolean => ts.isPropertyAccessExpression(inner) && inner.name.text === "random";
  return node.text !== "Math" && (isRandom(parent) || isRandom(parent.parent));
}

/** What all code can see a change of. */
const globals = new Set(
  "Array Boolean Date Error Function JSON Map Math NDArray Number Object Promise RegExp Set String Symbol globalThis".split(
    " ",
  ),
);

/** What these return may hold what they are given. */
const holding = new Set("Array Object Promise Reflect".split(" "));

/** What these are given stays as it is. */
const harmless = new Set(
  "Array Boolean JSON Math Number Object String check console display isNaN np parseFloat parseInt plot".split(" "),
);

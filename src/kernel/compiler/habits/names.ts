import ts from "typescript";
import { nearestInModules, nearestName } from "../../../check/nearestName";
import { isArrayType, isNp } from "./types";
import { words } from "./words";

/** What was meant by a property that `np` or an array does not have, or by a call of one that is not a function. */
export function adviseProperty(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const access = ts.findAncestor(node, ts.isPropertyAccessExpression);
  if (!access) return undefined;
  const owner = access.expression;
  const name = access.name.text;
  const written = owner.getText();
  const module = moduleOf(owner, checker);
  if (module !== undefined) return words.unknownFunction(written, name, nearestIn(module, written, name, checker));
  const type = checker.getTypeAtLocation(owner);
  if (!isArrayType(type)) return undefined;
  if (name === "length") return words.noLength(written);
  const members = namesOf(type);
  if (!members.includes(name)) return words.unknownMember(written, name, nearestName(name, members));
  return checker.getPropertyOfType(type, name) ? words.notAMethod(written, name) : words.maybeNumber(written, name);
}

/** What to write for a name that nothing declares, if it comes from Python or is a function of np. */
export function adviseName(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const np = checker
    .getSymbolsInScope(node, ts.SymbolFlags.Value | ts.SymbolFlags.Alias)
    .find(({ name }) => name === "np");
  const isOfNp = np !== undefined && namesOf(checker.getTypeOfSymbolAtLocation(np, node)).includes(node.text);
  return words.undeclared(node.text, isOfNp ? `np.${node.text}` : undefined) || undefined;
}

/** `np` for something in np, `np.random` or `np.linalg`; undefined for anything else. */
function moduleOf(owner: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (isNp(owner, checker)) return owner;
  return ts.isPropertyAccessExpression(owner) && isNp(owner.expression, checker) ? owner.expression : undefined;
}

/** Looks in the module itself first, then in the others. */
function nearestIn(np: ts.Expression, owner: string, name: string, checker: ts.TypeChecker): string | undefined {
  const type = checker.getTypeAtLocation(np);
  const modules = new Map([[np.getText(), namesOf(type)]]);
  for (const inner of ["random", "linalg"]) {
    const symbol = type.getProperty(inner);
    if (symbol) modules.set(`${np.getText()}.${inner}`, namesOf(checker.getTypeOfSymbolAtLocation(symbol, np)));
  }
  return nearestInModules(name, owner, modules);
}

/** Those that learners can use. */
function namesOf(type: ts.Type): string[] {
  const isShown = ({ valueDeclaration, name }: ts.Symbol): boolean =>
    !name.startsWith("__@") &&
    (valueDeclaration === undefined ||
      (ts.getCombinedModifierFlags(valueDeclaration) & ts.ModifierFlags.Private) === 0);
  const types = type.isUnion() ? type.types : [type];
  return types.flatMap((one) =>
    one
      .getProperties()
      .filter(isShown)
      .map(({ name }) => name),
  );
}

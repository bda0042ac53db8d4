import path from "node:path";
import ts from "typescript";
import { documentedSymbol } from "../../src/kernel/compiler/documentedSymbol";
import { root } from "./files";

/** Something that learners can call or read by name, with its documentation as a notebook shows it. */
export interface Documented {
  /** `np.exp`, `np.random.randn`, `NDArray.sum`. */
  name: string;
  text: string;
  examples: string[];
  throws: string[];
  /** It has documentation but no type: a method that is registered but not declared. */
  untyped: boolean;
  declarations: readonly ts.Declaration[];
}

/** Everything in `np`, `np.linalg` and `np.random`, `np` itself, `NDArray` and its members, and `RandomState`. */
export function documented(program: ts.Program): Documented[] {
  const checker = program.getTypeChecker();
  const index = program.getSourceFile(path.join(root, "src/index.ts"));
  const exported = new Map(exportsOf(index && checker.getSymbolAtLocation(index)));

  function resolve(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  function exportsOf(symbol: ts.Symbol | undefined): [string, ts.Symbol][] {
    if (!symbol) throw new Error("src/index.ts does not export what its documentation is looked for in");
    return checker.getExportsOfModule(resolve(symbol)).map((member) => [member.name, member]);
  }

  function describe(name: string, symbol: ts.Symbol): Documented {
    const source = documentedSymbol(symbol, checker);
    const tags = source.getJsDocTags(checker);
    const texts = (wanted: string): string[] =>
      tags.filter((tag) => tag.name === wanted).map((tag) => ts.displayPartsToString(tag.text).trim());
    return {
      name,
      text: ts.displayPartsToString(source.getDocumentationComment(checker)),
      examples: texts("example"),
      throws: texts("throws"),
      untyped: (checker.getTypeOfSymbol(symbol).flags & ts.TypeFlags.Unknown) !== 0,
      declarations: resolve(symbol).declarations ?? [],
    };
  }

  function membersOf(name: string, type: ts.Type): Documented[] {
    const members = type.getProperties().filter((member) => !isHidden(member));
    return members.map((member) => describe(`${name}.${member.name}`, member));
  }

  function classOf(name: string): Documented[] {
    const symbol = resolve(exported.get(name)!);
    const made = symbol.members?.get(ts.InternalSymbolName.Constructor);
    const fixed = exportsOf(symbol).filter(([, { flags }]) => (flags & ts.SymbolFlags.Prototype) === 0);
    return [
      describe(name, symbol),
      ...(made ? [describe(`${name}.constructor`, made)] : []),
      ...fixed.map(([member, declared]) => describe(`${name}.${member}`, declared)),
      ...membersOf(name, checker.getDeclaredTypeOfSymbol(symbol)),
    ];
  }

  const functions = checker.getTypeOfSymbol(resolve(exported.get("np")!)).getProperties();
  const values = functions
    .map((symbol): [string, ts.Symbol] => [symbol.name, symbol])
    .filter(([, symbol]) => resolve(symbol).flags & ts.SymbolFlags.Value);
  return [
    describe("np", exported.get("np")!),
    ...values.map(([name, symbol]) => describe(`np.${name}`, symbol)),
    ...values.flatMap(([name, symbol]) =>
      ["linalg", "random"].includes(name) ? membersOf(`np.${name}`, checker.getTypeOfSymbol(resolve(symbol))) : [],
    ),
    ...classOf("NDArray"),
    ...classOf("RandomState").slice(0, 2), // the class and its constructor: its methods are those of np.random
  ];
}

function isHidden({ name, valueDeclaration }: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const flags = valueDeclaration ? ts.getCombinedModifierFlags(valueDeclaration) : 0;
  return name.startsWith("__@") || (flags & hidden) !== 0;
}

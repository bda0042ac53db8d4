import type ts from "typescript";
import { changeConstants } from "./changeConstants";
import { defaultsOf } from "./defaultsOf";
import type { Replacement } from "./Mutator";

/** Another default of a parameter, and none at all. */
export function changeDefaults(declaration: ts.FunctionDeclaration): Replacement[] {
  return defaultsOf(declaration).flatMap(({ parameter }) => {
    const { name, type, initializer } = parameter;
    const bare = type ? `${name.getText()}: ${type.getText()}` : name.getText();
    const dropped = { kind: "dropped default", node: parameter, text: bare };
    return [dropped, ...changeConstants(initializer).map((change) => ({ ...change, kind: "default" }))];
  });
}

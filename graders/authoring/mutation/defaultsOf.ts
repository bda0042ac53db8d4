import ts from "typescript";
import { isPrinting } from "./isPrinting";

/** A parameter that may be left out, and is not only about what is printed. */
export interface Default {
  name: string;
  /** Its position, from 0. */
  index: number;
  parameter: ts.ParameterDeclaration & { initializer: ts.Expression };
}

export function defaultsOf(declaration: ts.FunctionDeclaration): Default[] {
  return declaration.parameters.flatMap((parameter, index) => {
    if (!hasDefault(parameter) || !isUsed(declaration, index)) return [];
    return [{ name: parameter.name.getText(), index, parameter }];
  });
}

function hasDefault(parameter: ts.ParameterDeclaration): parameter is Default["parameter"] {
  return parameter.initializer !== undefined;
}

/** Whether more than what is printed depends on a parameter. */
function isUsed({ parameters, body }: ts.FunctionDeclaration, index: number): boolean {
  const name = parameters[index]?.name.getText();
  return name === undefined || body === undefined || uses(body, name);
}

function uses(node: ts.Node, name: string): boolean {
  if (isPrinting(node)) return false;
  if (ts.isIdentifier(node) && node.text === name) return !isPassedOnForPrinting(node);
  return ts.forEachChild(node, (child) => uses(child, name)) ?? false;
}

/** `optimize(…, printCost)`, where `optimize` only prints with it. */
function isPassedOnForPrinting(node: ts.Identifier): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || !call.arguments.includes(node)) return false;
  const called = node
    .getSourceFile()
    .statements.find(
      (each): each is ts.FunctionDeclaration =>
        ts.isFunctionDeclaration(each) && each.name?.text === call.expression.getText(),
    );
  return called !== undefined && !isUsed(called, call.arguments.indexOf(node));
}

import type { AnyFunction, Value } from "../../../src/check/contract";
import { copyValue } from "../../../src/check/copyValue";
import { arraysIn } from "../../../src/check/mapArrays";
import { dependsOnNumbers } from "./dependsOnNumbers";
import type { Slip } from "./Slip";
import { settled } from "./settled";

/** Gives its first answer again for other arrays of the same shapes. */
export const rememberedByShape: Slip = { name: "rememberedByShape", make, matters: dependsOnNumbers };

function make(fn: AnyFunction): AnyFunction {
  const answers = new Map<string, Value>();
  return (...args: Value[]) => {
    const shapes = arraysIn(args).map(({ shape }) => shape);
    const key = JSON.stringify(shapes);
    if (shapes.length > 0 && answers.has(key)) return copyValue(answers.get(key));
    return settled(fn(...args), (result) => {
      answers.set(key, copyValue(result));
      return result;
    });
  };
}

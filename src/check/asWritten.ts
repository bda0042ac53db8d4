/** What the compiler makes of a variable of another cell, or of the library: a property of that module. */
const modules = String.raw`(?:__cell_\d+___cjs_\d+|nablab_\d+|exports)`;
const called = new RegExp(String.raw`\(0 ?, ?${modules}\.([\w$]+)\)`, "g");
const named = new RegExp(String.raw`(?<![\w$.])${modules}\.(?=[\w$])`, "g");

/** An engine's message with names as the learner has written them: `A.shape` for `__cell_2___cjs_1.A.shape`. */
export function asWritten(message: string): string {
  return message.replaceAll(called, "$1").replaceAll(named, "");
}

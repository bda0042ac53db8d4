import { dot } from "./binaries";
import { compile, link } from "./instantiate";
import { type Memory, memoryOf } from "./resident";

/** What assembly/dot.wat exports, for two memories. */
interface Program {
  dot(a: number, b: number, n: number): number;
}

let compiled: object | null | undefined;

/** Neither keeps an array alive: a program is forgotten with the first of its two memories. */
const programs = new WeakMap<Memory["buffer"], WeakMap<Memory["buffer"], Program>>();

/** Inner product of the first `n` elements, a multiple of four; null unless both arrays are resident. */
export function residentDot(a: Float64Array, b: Float64Array, n: number): number | null {
  const left = memoryOf(a);
  const right = left && memoryOf(b);
  const program = right && programFor(left, right);
  return program ? program.dot(a.byteOffset, b.byteOffset, n) : null;
}

/** Null where the runtime has no WebAssembly with SIMD and several memories. */
function programFor(a: Memory, b: Memory): Program | null {
  const ofLeft = programs.get(a.buffer) ?? new WeakMap<Memory["buffer"], Program>();
  const known = ofLeft.get(b.buffer);
  if (known) return known;
  if (compiled === undefined) compiled = compile(dot);
  if (!compiled) return null;
  const made = link<Program>(compiled, { memories: { a, b } });
  programs.set(a.buffer, ofLeft.set(b.buffer, made));
  return made;
}

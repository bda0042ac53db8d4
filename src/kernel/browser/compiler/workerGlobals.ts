/**
 * The declarations of what cells may use besides the language: what Node and a browser's worker share, so that what
 * compiles here compiles wherever it is graded. Types as in Node's, as far as they go.
 */
export const workerGlobals = `
interface Console {
  assert(condition?: unknown, ...data: any[]): void;
  clear(): void;
  count(label?: string): void;
  countReset(label?: string): void;
  debug(...data: any[]): void;
  dir(value?: any, options?: object): void;
  dirxml(...data: any[]): void;
  error(...data: any[]): void;
  group(...label: any[]): void;
  groupCollapsed(...label: any[]): void;
  groupEnd(): void;
  info(...data: any[]): void;
  log(...data: any[]): void;
  table(data?: any, properties?: readonly string[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string, ...data: any[]): void;
  trace(...data: any[]): void;
  warn(...data: any[]): void;
}
declare var console: Console;

interface Timer { readonly [Symbol.toStringTag]?: "Timer" }
declare function setTimeout<Arguments extends any[]>(callback: (...args: Arguments) => void, delay?: number, ...args: Arguments): Timer;
declare function setTimeout(callback: (_: void) => void, delay?: number): Timer;
declare function setInterval<Arguments extends any[]>(callback: (...args: Arguments) => void, delay?: number, ...args: Arguments): Timer;
declare function setInterval(callback: (_: void) => void, delay?: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
declare function clearInterval(timer: Timer | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare function atob(data: string): string;
declare function btoa(data: string): string;

interface Performance {
  now(): number;
  readonly timeOrigin: number;
}
declare var performance: Performance;

interface TextEncoder { encode(text?: string): Uint8Array<ArrayBuffer> }
declare var TextEncoder: { prototype: TextEncoder; new (): TextEncoder };
interface TextDecoder { decode(bytes?: ArrayBuffer | ArrayBufferView): string }
declare var TextDecoder: { prototype: TextDecoder; new (encoding?: string): TextDecoder };

interface ImportMeta { readonly url: string }
`;

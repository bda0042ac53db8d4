// TypeScript declares WebAssembly only among the browser's globals, which this library does not use.
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
};

/** The exports of a binary; null where {@link compile} gives null. */
export function instantiate<Exports>(base64: string, imports: object): Exports | null {
  const module = compile(base64);
  return module && link<Exports>(module, imports);
}

/** The program of a binary; null where it needs instructions this runtime lacks, or WebAssembly is switched off. */
export function compile(base64: string): object | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

/** The exports of a compiled program. */
export function link<Exports>(module: object, imports: object): Exports {
  return new WebAssembly.Instance(module, imports).exports as Exports;
}

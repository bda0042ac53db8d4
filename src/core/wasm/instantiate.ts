// TypeScript declares WebAssembly with the browser's globals only, which this library does without.
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
};

/** The exports of a binary; null where it needs instructions this runtime lacks, or WebAssembly is switched off. */
export function instantiate<Exports>(base64: string, imports: object): Exports | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return null;
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports as Exports;
}

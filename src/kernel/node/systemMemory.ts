type Foreign = typeof import("node:ffi");

/** Linux's advice that what these pages hold is not needed: they take no memory until they are written to again. */
const dontNeed = 4;

/** A multiple of every size of a page that Linux uses. */
const page = 65536;

const foreign = once(load);
const trim = once(() => functionsOf({ malloc_trim: { arguments: ["uint64"], return: "int32" } }));
const advise = once(() => functionsOf({ madvise: { arguments: ["uint64", "uint64", "int32"], return: "int32" } }));

/**
 * Gives back to the system what the C library keeps of freed memory, for all threads of the process: that of arrays,
 * above all, which leave gaps. Takes some 20 ms. Does nothing where the C library is not GNU's.
 */
export function trimMemory(): void {
  trim()?.malloc_trim(0n);
}

/** Gives the whole pages of a part of a buffer back to the system; they read as zeros then. Does nothing but on Linux. */
export function emptyPages(buffer: SharedArrayBuffer, from: number, bytes: number): void {
  const start = Math.ceil(from / page) * page;
  const end = Math.floor((from + bytes) / page) * page;
  const library = advise();
  if (library === null || end <= start) return;
  // TypeScript's declaration leaves out that the buffer may be shared.
  const address = foreign()!.getRawPointer(buffer as unknown as ArrayBuffer);
  if (address % BigInt(page) === 0n) library.madvise(address + BigInt(start), BigInt(end - start), dontNeed);
}

/** Node's door to the system's libraries. It warns that it may change, which a learner cannot do anything about. */
function load(): Foreign | null {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.platform === "linux" ? process.getBuiltinModule("node:ffi") : null;
  } catch {
    return null; // switched off
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Functions of the C library; null where it has none of that name. */
function functionsOf<const Definitions extends Parameters<Foreign["dlopen"]>[1] & object>(definitions: Definitions) {
  try {
    return foreign()?.dlopen(null, definitions).functions ?? null;
  } catch {
    return null;
  }
}

/** Made when first needed: a process that is about to answer has no time for it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

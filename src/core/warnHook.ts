/** Told of a warning such as `divide by zero encountered in log`. */
export type Warn = (text: string) => void;

/**
 * Where a kernel puts its {@link Warn} on `globalThis`, before this library is loaded. Elsewhere nobody is told, and no
 * result is inspected.
 */
export const warnHook = Symbol.for("nablab.warn");

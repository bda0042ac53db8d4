/** Called every now and then while arrays are made; may throw, to end what makes them. */
export type Breathe = () => void;

/**
 * Where a kernel that hears nothing while a cell runs puts its {@link Breathe} on `globalThis`, before this library is
 * loaded. Elsewhere nothing is called.
 */
export const breatheHook = Symbol.for("nablab.breathe");

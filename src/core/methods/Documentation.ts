/** Documentation of the functions with these names in a module; methods of the same name inherit it. */
export type Documentation<Functions, Name extends keyof Functions> = { [N in keyof Pick<Functions, Name>]: unknown };

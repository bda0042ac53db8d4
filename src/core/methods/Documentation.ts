/** Documentation of the functions of those names in a module: methods of the same name inherit it from here. */
export type Documentation<Functions, Name extends keyof Functions> = { [N in keyof Pick<Functions, Name>]: unknown };

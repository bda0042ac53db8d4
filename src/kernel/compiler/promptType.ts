/** Node has no `prompt`; the kernel's asks through the front end. */
export const promptType = `
/** Asks whoever is at the notebook, and waits for the answer; if that is empty, it is \`initial\`. */
declare function prompt(message?: string, initial?: string): string;
`;

/** The command line asks for something that does not work; the message is one line that says what to change. */
export class UsageError extends Error {}

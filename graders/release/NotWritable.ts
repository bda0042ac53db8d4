/** The release cannot be written there; the message is one line that says why and what to do. */
export class NotWritable extends Error {}

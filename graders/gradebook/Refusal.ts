/** What is asked of the gradebook cannot be done; the message is one line that says what to change. */
export class Refusal extends Error {}

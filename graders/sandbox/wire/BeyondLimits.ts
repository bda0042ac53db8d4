/** What the other side sent is more than it may send. The message continues "It was stopped: …". */
export class BeyondLimits extends Error {}

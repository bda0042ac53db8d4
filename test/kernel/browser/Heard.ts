/** A message that the kernel sent, and when, in milliseconds. */
export interface Heard {
  channel: string;
  type: string;
  content: Record<string, unknown>;
  parent: string | undefined;
  at: number;
}

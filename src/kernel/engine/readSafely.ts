/** What `read` returns, or `otherwise` if it throws: reading a learner's value can run a learner's code. */
export function readSafely<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

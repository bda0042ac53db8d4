/** What becomes of a result, now or, if it is a promise, then. */
export function settled<T>(result: unknown, next: (result: T) => unknown): unknown {
  return result instanceof Promise ? result.then(next) : next(result as T);
}

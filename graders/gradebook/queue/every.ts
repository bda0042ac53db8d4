/**
 * Does something again and again, never twice at a time. What goes wrong is left to those who need the database for
 * something that has to succeed.
 *
 * @returns stops it, and waits for what is being done
 */
export function every(ms: number, task: () => Promise<unknown>): () => Promise<void> {
  let doing: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    doing ??= task()
      .catch(() => {})
      .finally(() => {
        doing = null;
      });
  }, ms);
  return async () => {
    clearInterval(timer);
    await doing;
  };
}

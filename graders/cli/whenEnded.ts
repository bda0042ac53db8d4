const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls back when the process is about to end, by itself or through a signal that can be handled; the signal then takes
 * effect as usual. The callback must be synchronous.
 *
 * @returns a function that cancels the request
 */
export function whenEnded(callback: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    takeBack();
    callback();
    // If there are other listeners, they end the process; otherwise the signal does.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const takeBack = (): void => {
    process.removeListener("exit", callback);
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
  process.on("exit", callback);
  for (const signal of signals) process.on(signal, onSignal);
  return takeBack;
}

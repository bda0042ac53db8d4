const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Calls back when the process is about to end, by itself or by a signal that can be answered; the signal then takes its
 * course. The callback must not wait for anything.
 *
 * @returns a function that takes the request back
 */
export function whenEnded(callback: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    takeBack();
    callback();
    // Whoever else listens ends the process; without listeners, the signal does.
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

type Listener = (...args: unknown[]) => void;

const own: { event: string; listener: Listener }[] = [];
const emitter: NodeJS.EventEmitter = process;

/** Listens to an event of the process. A cell that removes all listeners removes its own ones only. */
export function listenForGood<Args extends unknown[]>(event: string, listener: (...args: Args) => void): void {
  if (own.length === 0) guardRemoval();
  own.push({ event, listener: listener as Listener });
  emitter.on(event, listener as Listener);
}

function guardRemoval(): void {
  for (const name of ["removeAllListeners", "removeListener", "off"] as const) {
    const remove = emitter[name] as Listener;
    const guarded = (...args: unknown[]) => {
      const result = remove.apply(emitter, args);
      for (const { event, listener } of own) {
        if (!emitter.listeners(event).includes(listener)) emitter.prependListener(event, listener);
      }
      return result;
    };
    Object.defineProperty(guarded, "length", { value: remove.length });
    Object.defineProperty(emitter, name, { value: guarded, writable: true, configurable: true });
  }
}

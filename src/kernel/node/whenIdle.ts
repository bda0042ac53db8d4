/** Node's own, even if guards or cells replace them. */
const { setTimeout: start, clearTimeout: cancel } = globalThis;

/** A time in which there is nothing to do. */
export interface Pause {
  begin(): void;
  end(): void;
}

/** Calls back once in each pause that lasts this long, in milliseconds. */
export function whenIdle(milliseconds: number, callback: () => void): Pause {
  let timer: NodeJS.Timeout | undefined;
  const end = () => cancel(timer);
  const begin = () => {
    end();
    timer = start(callback, milliseconds).unref();
  };
  return { begin, end };
}

interface EventOptions {
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

type Listener = ((event: Event) => void) | { handleEvent(event: Event): void };

interface Listening {
  type: string;
  listener: Listener;
  once: boolean;
}

/** Something that happened. There is no tree here that it could bubble in. */
export class Event {
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly timeStamp = 0;
  readonly isTrusted = false;
  readonly eventPhase = 0;
  target: EventTarget | null = null;
  currentTarget: EventTarget | null = null;
  defaultPrevented = false;
  /** Whether the listeners that follow are passed over. */
  isStopped = false;

  constructor(type: string, { bubbles = false, cancelable = false, composed = false }: EventOptions = {}) {
    this.type = String(type);
    this.bubbles = bubbles;
    this.cancelable = cancelable;
    this.composed = composed;
  }

  preventDefault(): void {
    if (this.cancelable) this.defaultPrevented = true;
  }

  stopPropagation(): void {}

  stopImmediatePropagation(): void {
    this.isStopped = true;
  }

  composedPath(): EventTarget[] {
    return this.currentTarget ? [this.currentTarget] : [];
  }
}

export class CustomEvent extends Event {
  readonly detail: unknown;

  constructor(type: string, options: EventOptions & { detail?: unknown } = {}) {
    super(type, options);
    this.detail = options.detail ?? null;
  }
}

export class EventTarget {
  #listening: Listening[] = [];

  addEventListener(type: string, listener: Listener | null, options: boolean | { once?: boolean } = {}): void {
    if (!listener || this.#listening.some((each) => each.type === type && each.listener === listener)) return;
    this.#listening.push({ type, listener, once: typeof options === "object" && options.once === true });
  }

  removeEventListener(type: string, listener: Listener | null): void {
    this.#listening = this.#listening.filter((each) => each.type !== type || each.listener !== listener);
  }

  /** Calls the listeners in their order; false if one of them prevented the default. */
  dispatchEvent(event: Event): boolean {
    event.target = this;
    event.currentTarget = this;
    for (const { type, listener, once } of [...this.#listening]) {
      if (type !== event.type || event.isStopped) continue;
      if (once) this.removeEventListener(type, listener);
      if (typeof listener === "function") listener.call(this, event);
      else listener.handleEvent(event);
    }
    event.currentTarget = null;
    return !event.defaultPrevented;
  }
}

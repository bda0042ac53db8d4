/** The browser's own, even if cells replace it. */
const reject = Promise.reject.bind(Promise);

const waiting = new Map<Promise<unknown>, () => void>();

addEventListener("unhandledrejection", (event) => {
  const callback = waiting.get(event.promise);
  if (!callback) return;
  waiting.delete(event.promise);
  event.preventDefault();
  event.stopImmediatePropagation();
  callback();
});

/**
 * Calls back in a task of its own, after the browser has reported the rejections of before: it reports them in their
 * order, some time after they happen, and this is one of them.
 */
export function nextTurn(callback: () => void): void {
  waiting.set(reject(), callback);
}

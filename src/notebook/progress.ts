import { words } from "../words/words";
import { display } from "./display";
import { escapeHtml } from "./escapeHtml";
import { totalOf } from "./totalOf";

/** Milliseconds between two updates of the bar. */
const interval = 100;
let bars = 0;

/**
 * Goes through the items and shows a bar, the rate and the time left while the loop runs. A number counts from 0.
 *
 *     for (const i of progress(1000)) train(i);
 *     for (const rate of progress([0.01, 0.001], "learning rates")) …
 *
 * @throws RangeError for a number that is negative or not whole
 */
export function progress<T>(items: Iterable<T>, label?: string): Generator<T, void, undefined>;
export function progress(count: number, label?: string): Generator<number, void, undefined>;
export function progress(items: number | Iterable<unknown>, label = ""): Generator<unknown, void, undefined> {
  const total = totalOf(items);
  return follow(typeof items === "number" ? Array(items).keys() : items, total, label);
}

function* follow(items: Iterable<unknown>, total: number | undefined, label: string) {
  const displayId = `nablab-progress-${++bars}-${Math.random().toString(36).slice(2)}`;
  const start = performance.now();
  let shown = start;
  let done = 0;
  const show = (update: boolean) =>
    display(barOf({ label, done, total, elapsed: performance.now() - start }), { displayId, update });
  show(false);
  try {
    for (const item of items) {
      yield item;
      done++;
      const now = performance.now();
      if (now - shown < interval) continue;
      shown = now;
      show(true);
    }
  } finally {
    // A loop that was left early shows how far it got.
    show(true);
  }
}

interface State {
  label: string;
  done: number;
  total: number | undefined;
  elapsed: number;
}

function barOf(state: State) {
  const text = textOf(state);
  const share = state.total ? (100 * state.done) / state.total : state.total === 0 ? 100 : 0;
  const bar =
    '<div style="flex:0 0 14em;height:8px;border-radius:4px;overflow:hidden;background:var(--jp-layout-color3, #ddd)">' +
    `<div style="height:100%;width:${share.toFixed(1)}%;background:var(--jp-brand-color1, #1976d2)"></div></div>`;
  const html =
    '<div style="display:flex;align-items:center;gap:10px;font-variant-numeric:tabular-nums">' +
    `${state.total === undefined ? "" : bar}<span>${escapeHtml(text)}</span></div>`;
  return { "text/plain": text, "text/html": html };
}

function textOf({ label, done, total, elapsed }: State): string {
  const { duration, left, rate } = words.notebook;
  const seconds = elapsed / 1000;
  const parts = [total === undefined ? String(done) : `${done}/${total}`, duration(seconds)];
  if (done > 0 && total !== undefined && done < total) parts.push(left(((total - done) * seconds) / done));
  if (done > 0) parts.push(rate(done / seconds));
  const said = parts.join(" · ");
  return label ? words.notebook.labelled(label, said) : said;
}

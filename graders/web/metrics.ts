import { databaseTime } from "../gradebook/databaseTime";
import { type QueueState, queueState, type ResultCount, resultCounts } from "../gradebook/queries/queueState";
import type { Db } from "../gradebook/Store";

/** The content type of Prometheus's text. */
export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** What is counted, and by which labels. */
interface Sample {
  labels: Record<string, string>;
  value: number;
}

/**
 * What the queue and its workers do, as Prometheus reads it: numbers by run, and nothing about any person.
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export async function metrics(db: Db): Promise<string> {
  return metricsText(await queueState(db), await resultCounts(db), await databaseTime(db));
}

/** @param now in milliseconds, by the database's clock */
export function metricsText(state: QueueState, results: readonly ResultCount[], now: number): string {
  const { waiting, running, workers, faults } = state;
  const rows = waiting.map(({ slug, why, ...row }) => ({ labels: { run: slug, why }, ...row }));
  const alone = (value: number): Sample[] => [{ labels: {}, value }];
  return [
    metric(
      "nablab_waiting",
      "gauge",
      merge(rows, sum, ({ count }) => count),
    ),
    metric(
      "nablab_waiting_without_worker",
      "gauge",
      merge(rows, sum, (row) => (row.workers === 0 ? row.count : 0)),
    ),
    metric(
      "nablab_waiting_oldest_seconds",
      "gauge",
      merge(rows, Math.max, (row) => age(row.oldest, now)),
    ),
    metric("nablab_running", "gauge", alone(running)),
    metric("nablab_workers", "gauge", alone(workers.length)),
    metric("nablab_worker_jobs", "gauge", alone(workers.map(({ jobs }) => jobs).reduce(sum, 0))),
    metric("nablab_worker_versions", "gauge", counts(workers.map(({ version }) => ({ version })))),
    metric("nablab_faults", "gauge", counts(faults.map(({ slug }) => ({ run: slug })))),
    metric(
      ...(["nablab_results_total", "counter"] as const),
      results.map(({ slug, status, count }) => ({ labels: { run: slug, status }, value: count })),
    ),
  ].join("");
}

function sum(a: number, b: number): number {
  return a + b;
}

function age(since: string, now: number): number {
  return Math.max(0, Math.round((now - Date.parse(since)) / 1000));
}

function counts(all: readonly Record<string, string>[]): Sample[] {
  return merge(
    all.map((labels) => ({ labels })),
    sum,
    () => 1,
  );
}

/** One sample for each set of labels. */
function merge<R extends { labels: Record<string, string> }>(
  rows: readonly R[],
  join: (a: number, b: number) => number,
  numberOf: (row: R) => number,
): Sample[] {
  const found = new Map<string, Sample>();
  for (const row of rows) {
    const key = JSON.stringify(row.labels);
    const known = found.get(key);
    const value = numberOf(row);
    found.set(key, { labels: row.labels, value: known ? join(known.value, value) : value });
  }
  return [...found.values()];
}

function metric(name: string, type: "gauge" | "counter", samples: readonly Sample[]): string {
  return [`# TYPE ${name} ${type}`, ...samples.map((sample) => `${name}${labelled(sample)} ${sample.value}`), ""].join(
    "\n",
  );
}

function labelled({ labels }: Sample): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return all.length === 0 ? "" : `{${all.join(",")}}`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

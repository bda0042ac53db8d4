/** The realm's clock: it starts at the same moment every time, and advances one millisecond per reading. */
export const courseStart = Date.UTC(2026, 0, 1);

let now = courseStart;

/** Reads the clock. */
export function tick(): number {
  now += 1;
  return now;
}

/** What the clock shows, without advancing it. */
export function time(): number {
  return now;
}

/** Advances the clock to a moment, unless that is past. */
export function advanceTo(moment: number): void {
  now = Math.max(now, moment);
}

export class CourseDate extends Date {
  constructor(...args: unknown[]) {
    super(...((args.length > 0 ? args : [tick()]) as [number]));
  }

  static override now(): number {
    return tick();
  }
}

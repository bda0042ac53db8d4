/** A submission, graded under certain conditions. */
export interface Version {
  attempt: string;
  conditions: string;
  why: "submitted" | "regrade";
  /** With the points that staff gave functions; null when it is not gradable. */
  raw: number | null;
}

/** A regrade that was applied. */
export interface AppliedRegrade {
  conditions: string;
  neverLower: boolean;
}

/**
 * The version of a submission that counts: that of its hand-in, until a regrade is applied that has another one. A
 * version that a regrade could not grade never replaces one that has points.
 *
 * @param versions those that have a result
 * @param regrades of the run, in the order in which they were applied
 * @returns null when nothing has been graded
 */
export function inForce(versions: readonly Version[], regrades: readonly AppliedRegrade[]): Version | null {
  const handedIn = versions.find(({ why }) => why === "submitted") ?? null;
  return regrades.reduce((counted, { conditions, neverLower }) => {
    const again = versions.find((one) => one.conditions === conditions);
    if (!again) return counted;
    if (counted === null || counted.raw === null) return again;
    // That of the hand-in comes back when a regrade is undone.
    if (again.raw === null) return again.why === "submitted" && !neverLower ? again : counted;
    return neverLower && again.raw < counted.raw ? counted : again;
  }, handedIn);
}

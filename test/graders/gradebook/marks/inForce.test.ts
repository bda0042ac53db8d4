import { describe, expect, test } from "vitest";
import { inForce, type Version } from "../../../../graders/gradebook/marks/inForce";

const version = (conditions: string, raw: number | null, why: Version["why"] = "regrade"): Version => ({
  ...{ attempt: `under ${conditions}`, conditions, why, raw },
});
const regrade = (conditions: string, neverLower = false) => ({ conditions, neverLower });
const handedIn = version("1", 60, "submitted");

describe("The version of a submission that counts", () => {
  test("is that of the hand-in, until a regrade with another one is applied", () => {
    const versions = [handedIn, version("2", 50)];
    expect(inForce(versions, [])).toBe(handedIn);
    expect(inForce(versions, [regrade("2")])).toBe(versions[1]);
    expect(inForce(versions, [regrade("3")])).toBe(handedIn);
    expect(inForce([], [regrade("2")])).toBe(null);
  });

  test("is the better of the two where a regrade never lowers", () => {
    expect(inForce([handedIn, version("2", 50)], [regrade("2", true)])).toBe(handedIn);
    expect(inForce([handedIn, version("2", 70)], [regrade("2", true)])?.raw).toBe(70);
    expect(inForce([handedIn, version("2", 60)], [regrade("2", true)])?.conditions).toBe("2");
  });

  test("stays as it was where a later regrade could not grade it, or did not", () => {
    const versions = [handedIn, version("2", 70), version("3", null)];
    expect(inForce(versions, [regrade("2"), regrade("3")])).toBe(versions[1]);
    expect(inForce(versions.slice(0, 2), [regrade("2"), regrade("3")])).toBe(versions[1]);
  });

  test("is the earlier one again after a regrade under the earlier conditions", () => {
    const versions = [handedIn, version("2", 70)];
    expect(inForce(versions, [regrade("2"), regrade("1")])).toBe(handedIn);
    // What was handed in since has no version under them.
    const since = version("2", 80, "submitted");
    expect(inForce([since], [regrade("2"), regrade("1")])).toBe(since);
  });

  test("may be one that a regrade could grade, and the hand-in could not be", () => {
    const versions = [version("1", null, "submitted"), version("2", 10)];
    expect(inForce(versions, [])).toBe(versions[0]);
    expect(inForce(versions, [regrade("2")])).toBe(versions[1]);
    // Undone, it cannot be graded again.
    expect(inForce(versions, [regrade("2"), regrade("1")])).toBe(versions[0]);
    expect(inForce(versions, [regrade("2"), regrade("1", true)])).toBe(versions[1]);
  });
});

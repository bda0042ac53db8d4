import { describe, expect, test } from "vitest";
import type { Arrival } from "../../../graders/intake/Arrival";
import { chooseFile } from "../../../graders/intake/chooseFile";
import { findAssignment } from "../../../graders/intake/findAssignment";
import type { HandIn } from "../../../graders/intake/HandIn";
import type { Teller } from "../../../graders/intake/Surveyor";
import { toEntries } from "../../../graders/intake/toEntries";
import { assignments } from "../../../src/assignments";
import { inWords } from "../inWords";

const [logistic, shallow] = assignments;

/** What a file says, and which share of an assignment's functions is written in it. */
interface Facts {
  problem?: string;
  declares?: string;
  names?: string;
  shares?: Record<string, number>;
}

const facts = new Map<Arrival, Facts>();

function file(path: string, about: Facts = {}, time = 0): Arrival {
  const names = path.split("/");
  const arrival = { names, place: names, depth: names.length, path, time };
  facts.set(arrival, about);
  return arrival;
}

const shareOf = (one: Arrival, slug: string): number => facts.get(one)?.shares?.[slug] ?? 0;
const teller: Teller = {
  async tell(one) {
    const { declares, names, problem } = facts.get(one) ?? {};
    if (problem !== undefined) return { slug: null, declared: false, share: 0, problem };
    const slug = declares ?? names ?? null;
    return { slug, declared: declares !== undefined, share: declares ? 1 : slug ? shareOf(one, slug) : 0 };
  },
  shareOf: async (one, { slug }) => shareOf(one, slug),
};

const classOf = (...all: Facts[][]): HandIn[] =>
  all.map((own, i) => ({ learners: [{ id: `s${i}` }], files: own.map((about, j) => file(`s${i}/${j}.ipynb`, about)) }));

const of = (slug: string): Facts => ({ declares: slug });
const alike = (slug: string, share: number): Facts => ({ names: slug, shares: { [slug]: share } });
const find = (handIns: HandIn[]) => findAssignment(handIns, assignments, teller);

describe("The assignment of a class", () => {
  test("is that of most learners, not of the first", async () => {
    const handIns = classOf([of("shallow-network")], [of("logistic-regression")], [of("logistic-regression")], []);
    expect(await find(handIns)).toEqual({ kind: "found", assignment: logistic });
    const entries = await toEntries(handIns, logistic, teller);
    expect(entries.map(({ id, problem }) => [id, inWords(problem)])).toEqual([
      ["s0", 'is a notebook of the assignment "shallow-network", not of "logistic-regression"'],
      ["s1", undefined],
      ["s2", undefined],
      ["s3", "is a folder without a notebook (.ipynb) or a TypeScript file (.ts)"],
    ]);
  });

  test("is asked where as many are of another", async () => {
    expect(await find(classOf([of("shallow-network")], [of("logistic-regression")]))).toEqual({
      kind: "tie",
      counts: [
        { slug: "logistic-regression", learners: 1 },
        { slug: "shallow-network", learners: 1 },
      ],
    });
  });

  test("is asked where it is guessed from names, and most functions are nowhere", async () => {
    const few = classOf([alike("shallow-network", 0.25)], [alike("shallow-network", 0.25)]);
    expect(await find(few)).toMatchObject({ kind: "mostly-missing", assignment: shallow, defined: 2 });
    expect(await find(classOf([{}]))).toEqual({ kind: "unknown" });
  });

  test("counts a learner once, for the files with most work in them", async () => {
    const both = (written: number): Facts[] => [
      { ...of("logistic-regression"), shares: { "logistic-regression": 1 } },
      { ...of("shallow-network"), shares: { "shallow-network": written } },
    ];
    expect(await find(classOf(both(0), both(0.125)))).toMatchObject({ kind: "found", assignment: logistic });
    expect(await find(classOf(both(1), both(1)))).toMatchObject({ kind: "tie" });
  });
});

describe("A file of another assignment", () => {
  const problemOf = async (about: Facts) => inWords((await toEntries(classOf([about]), logistic, teller))[0].problem);

  test("is told by what it says, unless it defines every graded function", async () => {
    expect(await problemOf(of("shallow-network"))).toContain('of the assignment "shallow-network"');
    expect(await problemOf({ ...of("shallow-network"), shares: { "logistic-regression": 1 } })).toBeUndefined();
  });

  test("is told by its functions only if these are clear", async () => {
    expect(await problemOf(alike("shallow-network", 0.75))).toContain('of the assignment "shallow-network"');
    expect(await problemOf(alike("shallow-network", 0.25))).toBeUndefined();
    const shares = { "shallow-network": 0.75, "logistic-regression": 0.7 };
    expect(await problemOf({ names: "shallow-network", shares })).toBeUndefined();
  });
});

describe("Of several files", () => {
  const choose = async (...files: Arrival[]) => {
    const { file, by } = await chooseFile(files, logistic, teller);
    return [file.path, by];
  };

  test("the one with the released name counts, before newer ones and copies", async () => {
    const released = file("01-logistic-regression.ipynb");
    expect(await choose(file("scratch.ipynb", {}, 9e12), released)).toEqual([released.path, "name"]);
    expect(await choose(file("01-logistic-regression-Copy1.ipynb", {}, 9e12), released)).toEqual([
      released.path,
      "name",
    ]);
    expect(await choose(file("a.ipynb", {}, 9e12), file("01_Logistic Regression (2).ipynb"))).toEqual([
      "01_Logistic Regression (2).ipynb",
      "name",
    ]);
    expect(await choose(file("old/01-logistic-regression.ipynb", {}, 9e12), released)).toEqual([released.path, "name"]);
  });

  test("else the one that says so, else the one with most of the functions, else the newest", async () => {
    const says = file("a.ipynb", of("logistic-regression"));
    const written = file("b.ipynb", { shares: { "logistic-regression": 0.5 } });
    const newer = file("c.ipynb", {}, 9e12);
    expect(await choose(newer, written, says)).toEqual(["a.ipynb", "assignment"]);
    expect(await choose(newer, written)).toEqual(["b.ipynb", "functions"]);
    expect(await choose(newer, file("d.ipynb"))).toEqual(["c.ipynb", "time"]);
  });

  test("one of another assignment counts only if there is no other", async () => {
    const other = file("01-logistic-regression.ipynb", of("shallow-network"));
    expect(await choose(other, file("b.ipynb"))).toEqual(["b.ipynb", "time"]);
    expect(await choose(other, file("b.ipynb", of("deep-network")))).toEqual([other.path, "name"]);
  });

  test("one that cannot be read is passed over for one that is clearly of this assignment, and for no other", async () => {
    const cut = file("01-logistic-regression.ipynb", { problem: "is cut off" }, 9e12);
    expect(await choose(cut, file("work.ipynb", of("logistic-regression")))).toEqual(["work.ipynb", "assignment"]);
    expect(await choose(cut, file("scratch.ipynb"))).toEqual([cut.path, "name"]);
  });

  test("the result says which, and why", async () => {
    const files = [file("ada/01-logistic-regression.ipynb"), file("ada/scratch.ipynb")];
    const [entry] = await toEntries([{ learners: [{ id: "ada" }], files }], logistic, teller);
    expect(entry).toMatchObject({
      shown: "ada/01-logistic-regression.ipynb",
      choice: { by: "name", others: ["ada/scratch.ipynb"] },
    });
  });
});

test("every member of a group has the file, in a row of their own", async () => {
  const learners = [{ id: "ada", name: "Ada" }, { id: "ben" }];
  const entries = await toEntries([{ learners, files: [file("g1/hw.ipynb")], late: true }], logistic, teller);
  expect(entries).toMatchObject([
    { id: "ada", name: "Ada", file: "g1/hw.ipynb", late: true },
    { id: "ben", file: "g1/hw.ipynb", late: true },
  ]);
});

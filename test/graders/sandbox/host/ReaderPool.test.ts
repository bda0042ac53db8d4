import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { folderOf } from "../../../../graders/course/folderOf";
import type { NotGradable } from "../../../../graders/extract/NotGradable";
import { answer } from "../../../../graders/extract/parse/answer";
import type { Question } from "../../../../graders/extract/Reading";
import { openReaders } from "../../../../graders/sandbox/host/openReaders";
import { type ReaderAnswer, ReaderPool, readingLimits } from "../../../../graders/sandbox/host/ReaderPool";
import { assignments } from "../../../../src/assignments";
import { root } from "../../../house/files";
import { ownCourse } from "../../../ownCourse";
import { alternativesIn } from "../../engine/alternativesIn";
import { inWords } from "../../inWords";
import { wallUnderTest } from "../../wallUnderTest";

const exponential = `const f = ${"async(a=".repeat(40)}1${")".repeat(40)};`;
const bomb = `{"nbformat":4,"cells":${"[".repeat(30_000_000)}`;
const samples = join(root, "graders/cli/demo/class");
const limits = { ...readingLimits, ...wallUnderTest() };
let bundle: string;
let readers: ReaderPool;

beforeAll(async () => {
  const opened = await openReaders(limits);
  bundle = opened.bundle;
  opened.end();
});
afterEach(() => readers.end());

function open(options: { seconds?: number; size?: number } = {}): void {
  const { seconds = limits.seconds, size = 1 } = options;
  readers = new ReaderPool(bundle, { limits: { ...limits, seconds }, size });
}

function ask(source: string | Buffer, extension = ".ts"): Promise<ReaderAnswer> {
  const question: Question = { about: "assignment", extension, names: ["f"] };
  return readers.ask(() => Buffer.from(source), JSON.stringify(question));
}

/** Why there is no answer. */
async function refusal(source: string, extension?: string): Promise<string | undefined> {
  const answer = await ask(source, extension);
  return answer.kind === "refused" ? inWords(answer.reason) : undefined;
}

const found = {
  kind: "answer",
  text: '{"declaredAssignment":null,"usedAssignment":null,"declares":["f"],"unwritten":[]}',
};

/** The result of reading in this process. */
function readHere(question: Question, file: Buffer): ReaderAnswer {
  try {
    return { kind: "answer", text: JSON.stringify(answer(question, file)) };
  } catch (error) {
    return { kind: "refused", reason: (error as NotGradable).reason };
  }
}

/** The solutions, their alternatives and the samples, with the functions they contain. */
function* knownFiles(): Generator<{ question: Question; file: Buffer }> {
  for (const assignment of assignments) {
    const graded = assignment.functions.map(({ name }) => name);
    const staff = join(folderOf(ownCourse, assignment), "staff");
    const library = (source: string): string => source.replace(/ from "[^"]+"/g, ' from "nablab"');
    const sources = [
      readFileSync(join(staff, "solution.ts"), "utf8"),
      ...alternativesIn(staff).map((one) => one.source),
    ];
    const about = { about: "code", graded, ruled: graded } as const;
    for (const source of sources)
      yield { question: { ...about, extension: ".ts" }, file: Buffer.from(library(source)) };
    if (assignment.slug !== "logistic-regression") continue;
    for (const name of readdirSync(samples).filter((one) => /\.(ts|ipynb)$/.test(one))) {
      const extension = name.endsWith(".ts") ? ".ts" : ".ipynb";
      yield { question: { ...about, extension }, file: readFileSync(join(samples, name)) };
    }
  }
}

describe("A reader's process", () => {
  test("finds in each sample, solution and alternative what is found in this process", async () => {
    open({ size: 2 });
    let answered = 0;
    for (const { question, file } of knownFiles()) {
      const answers = await readers.ask(() => file, JSON.stringify(question));
      expect(answers).toEqual(readHere(question, file));
      if (answers.kind === "answer") answered += 1;
    }
    expect(answered).toBeGreaterThan(20);
  }, 60_000);

  test("finds in damaged files what is found in this process", async () => {
    open();
    const known = [...knownFiles()];
    const damaged = fc.record({
      which: fc.nat(known.length - 1),
      at: fc.nat(),
      length: fc.nat(40),
      text: fc.oneof(
        fc.string({ unit: "binary", maxLength: 9 }),
        fc.constantFrom("`", "{", "}", "/*", "import(", "<!--"),
      ),
    });
    const compare = async ({
      which,
      at,
      length,
      text,
    }: {
      which: number;
      at: number;
      length: number;
      text: string;
    }) => {
      const { question, file } = known[which];
      const start = at % file.length;
      const broken = Buffer.concat([file.subarray(0, start), Buffer.from(text), file.subarray(start + length)]);
      expect(await readers.ask(() => broken, JSON.stringify(question))).toEqual(readHere(question, broken));
    };
    await fc.assert(fc.asyncProperty(damaged, compare), { numRuns: 200, seed: 20260103 });
  }, 120_000);

  test("is asked about one file after another", async () => {
    open();
    for (let i = 0; i < 5; i++) expect(await ask(`const f = ${i};`)).toEqual(found);
  });

  test("is given the bytes as they are, however many", async () => {
    open();
    const notebook = `{"nbformat":4,"metadata":{"x":"${"é".repeat(12_000_000)}"},"cells":[{"cell_type":"code","source":"const f = 1;"}]}`;
    expect(await ask(notebook, ".ipynb")).toEqual(found);
    expect(await ask(Buffer.from([0xff, 0xfe, 0x41, 0xd8]))).toMatchObject({ kind: "refused" });
    expect(await ask("const f = 1;")).toEqual(found);
  }, 30_000);

  test("says why there is nothing to read", async () => {
    open();
    expect(await refusal("")).toBe("is empty (0 bytes)");
    expect(await refusal("x", ".py")).toContain("neither a notebook");
  });
});

describe("A file that is too much for a reader", () => {
  test("ends with the limit of time, and another process reads the next one", async () => {
    open({ seconds: 0.5 });
    expect(await ask("const f = 1;")).toEqual(found);
    expect(await refusal(exponential)).toBe("could not be read within 0.5 s");
    expect(await ask("const f = 1;")).toEqual(found);
  }, 60_000);

  test("ends with the limit of memory, and another process reads the next one", async () => {
    open();
    expect(await ask("const f = 1;")).toEqual(found);
    expect(await refusal(bomb, ".ipynb")).toBe("needs more than 512 MB to be read");
    expect(await ask("const f = 1;")).toEqual(found);
  }, 60_000);

  test("keeps nobody waiting where there is another reader", async () => {
    open({ seconds: 5, size: 2 });
    const slow = ask(exponential).then(() => "slow");
    const others = (async () => {
      for (let i = 0; i < 3; i++) expect(await ask("const f = 1;")).toEqual(found);
      return "others";
    })();
    expect(await Promise.race([slow, others])).toBe("others");
    await slow;
  }, 120_000);

  test("is loaded only when it is its turn", async () => {
    open({ seconds: 0.5 });
    const loaded: string[] = [];
    const question = JSON.stringify({ about: "assignment", extension: ".ts", names: [] });
    const load = (name: string, source: string) => () => {
      loaded.push(name);
      return Buffer.from(source);
    };
    const first = readers.ask(load("first", exponential), question);
    const second = readers.ask(load("second", "const f = 1;"), question);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(loaded).toEqual(["first"]);
    await Promise.all([first, second]);
    expect(loaded).toEqual(["first", "second"]);
  }, 60_000);
});

describe("What loading throws", () => {
  test("is thrown to who asks, and costs nobody else a turn", async () => {
    open();
    const failing = readers.ask(() => {
      throw new Error("no such file");
    }, "{}");
    await expect(failing).rejects.toThrow("no such file");
    expect(await ask("const f = 1;")).toEqual(found);
  });
});

test("A reader that cannot be started is a fault, and no verdict", async () => {
  readers = new ReaderPool(join(root, "no-such-bundle.js"));
  await expect(ask("const f = 1;")).rejects.toThrow("the sandbox did not start");
});

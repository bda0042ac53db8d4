import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { layouts } from "../../../graders/intake/layouts";
import { takeIn } from "../../../graders/intake/takeIn";
import { toEntries } from "../../../graders/intake/toEntries";
import { unpackZip } from "../../../graders/intake/unpackZip";
import { foldName } from "../../../graders/text/foldName";
import { assignments } from "../../../src/assignments";
import { inWords } from "../inWords";
import { silent } from "./entriesIn";

const base = mkdtempSync(join(tmpdir(), "nablab-intake-fuzz-"));
afterAll(() => rmSync(base, { recursive: true }));
const newFolder = (): string => mkdtempSync(join(base, "new-"));

/** Pieces that the platforms' names are made of, and what people and attackers write. */
const pieces = ["_", "LATE", "410001", "9", "anon_k3Xp2", "attempt", "2026-11-03-10-22-33", "assignsubmission", "file"];
const odd = [
  "ada",
  "Ada",
  "é",
  "e\u0301",
  "..",
  ".",
  " ",
  "-1",
  "(2)",
  "{student}",
  "submission_metadata",
  "\u202e",
  "\u0007",
];
const endings = [".ipynb", ".ts", ".ipynb.txt", ".d.ts", ".pdf", ".zip", ".yml", "_text.html", ""];
const name = fc
  .tuple(fc.array(fc.constantFrom(...pieces, ...odd), { minLength: 1, maxLength: 8 }), fc.constantFrom(...endings))
  .map(([parts, ending]) => parts.join("") + ending);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));

/** Whatever the names are: each file is somebody's, or passed over, and rows have ids and paths of their own. */
async function check(folder: string): Promise<void> {
  for (const layout of layouts) {
    const { handIns, passedOver } = await takeIn([folder], { released: ["hw1"], layout, newFolder });
    const entries = await toEntries(handIns, assignments[0], silent);
    expect(new Set(entries.map(({ id }) => foldName(id))).size).toBe(entries.length);
    for (const { id, shown } of entries) {
      expect(id).not.toMatch(/^\s*$|\p{Cc}/u);
      expect(shown).not.toContain(base);
      expect(shown).not.toMatch(/^$|\p{Cc}/u);
    }
    for (const one of passedOver) expect(one).not.toContain(base);
    expect(handIns.length + passedOver.length).toBeGreaterThan(0);
  }
}

test("folders with any names have rows of their own", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(path, { minLength: 1, maxLength: 8 }), async (paths) => {
      const folder = newFolder();
      for (const one of paths) {
        const parts = one.split("/").filter((part) => !/^\.{1,2}$/.test(part.trim()));
        const at = join(folder, ...parts.slice(0, -1));
        try {
          mkdirSync(at, { recursive: true });
          writeFileSync(join(at, parts.at(-1) ?? "x"), "x");
        } catch {
          // Two paths of which one needs a folder where the other has a file.
        }
      }
      writeFileSync(join(folder, "zoe.ipynb"), "x");
      await check(folder);
    }),
    { numRuns: 60, seed: 17 },
  );
});

test("an archive with any names, and any byte changed, is unpacked or refused, and ends", async () => {
  const files = Object.fromEntries(
    ["berganna_1_2_hw.ipynb", "a/b.ts", "c.pdf", "__MACOSX/x"].map((one) => [one, Buffer.from(one.repeat(9))]),
  );
  const zip = zipSync(files);
  await fc.assert(
    fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), fc.nat(zip.length), async (at, value, end) => {
      const bytes = Buffer.from(zip);
      bytes[at] = value;
      const file = join(newFolder(), "work.zip");
      for (const content of [bytes, bytes.subarray(0, end)]) {
        writeFileSync(file, content);
        const { files: found, problem } = await unpackZip(file, { folder: newFolder(), most: "learner" });
        if (problem !== undefined)
          expect([found, /^is a .*zip file/.test(String(inWords(problem)))]).toEqual([[], true]);
        for (const { names } of found) expect(names).not.toContain("..");
      }
    }),
    { numRuns: 300, seed: 17 },
  );
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { unpackZip } from "../../../graders/intake/unpackZip";
import { saying } from "../../../src/words/Saying";
import { inWords } from "../inWords";

const base = mkdtempSync(join(tmpdir(), "nablab-zip-"));
afterAll(() => rmSync(base, { recursive: true }));

const zipOf = (files: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

/** Changes a field of the first entry in the archive's directory. */
function withField(zip: Buffer, offset: number, change: (entry: Buffer, at: number) => void): Buffer {
  const start = zip.indexOf(Buffer.from("PK\x01\x02", "latin1"));
  change(zip, start + offset);
  return zip;
}

async function unpack(zip: Buffer, most: "class" | "learner" = "learner") {
  const folder = mkdtempSync(join(base, "out-"));
  const path = join(base, "work.zip");
  writeFileSync(path, zip);
  return { ...(await unpackZip(path, { folder, most })), written: readdirSync(folder).length };
}

describe("A zip file", () => {
  test("gives what may be a submission; of other files, the names; leftovers are passed over", async () => {
    const { files, passedOver, written, problem } = await unpack(
      zipOf({
        "ada/hw.ipynb": "notebook",
        "ada\\deep\\müller.ts": "script",
        "ada/report.pdf": "pdf",
        "__MACOSX/ada/._hw.ipynb": "x",
        "ada/.ipynb_checkpoints/hw.ipynb": "x",
      }),
    );
    expect(problem).toBeUndefined();
    expect(files.map(({ names }) => names.join("/"))).toEqual(["ada/deep/müller.ts", "ada/hw.ipynb", "ada/report.pdf"]);
    expect(files.map(({ path }) => (path === "" ? null : readFileSync(path, "utf8")))).toEqual([
      "script",
      "notebook",
      null,
    ]);
    expect(passedOver).toHaveLength(2);
    expect(written).toBe(2);
  });

  test.each<[string, Buffer, RegExp]>([
    [
      "a path that climbs",
      zipOf({ "a/../../evil.ipynb": "x" }),
      /^is a zip file with a path that leads out of it \(a\/\.\.\/\.\.\/evil/,
    ],
    ["an absolute path", zipOf({ "/etc/evil.ipynb": "x" }), /leads out of it/],
    ["a drive's path", zipOf({ "C:\\evil.ipynb": "x" }), /leads out of it/],
    [
      "a password",
      withField(zipOf({ "hw.ipynb": "x" }), 8, (zip, at) => zip.writeUInt16LE(zip.readUInt16LE(at) | 1, at)),
      /^is a zip file with a password/,
    ],
    [
      "too little in it for what it says",
      withField(zipOf({ "hw.ipynb": "x".repeat(99) }), 24, (zip, at) => zip.writeUInt32LE(5, at)),
      /^is a damaged zip file/,
    ],
    ["nothing of the kind in it", Buffer.from("hello"), /^is a damaged zip file/],
    ["an end that is missing", zipOf({ "hw.ipynb": "x".repeat(99) }).subarray(0, 60), /^is a damaged zip file/],
  ])("with %s is not unpacked, and nothing of it is written outside", async (_, zip, message) => {
    const { files, problem, written } = await unpack(zip);
    expect(inWords(problem)).toMatch(message);
    expect(files).toEqual([]);
    expect(written).toBeLessThan(2);
  });

  test("that grows beyond its limit is not unpacked", async () => {
    const names = Array.from({ length: 9 }, (_, i) => `${i}.ipynb`);
    const zip = zipOf(Object.fromEntries(names.map((name) => [name, "x"])));
    let at = zip.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    for (; at >= 0; at = zip.indexOf(Buffer.from("PK\x01\x02", "latin1"), at + 1)) zip.writeUInt32LE(2 ** 25, at + 24);
    const { problem, written } = await unpack(zip);
    expect(inWords(problem)).toBe("is a zip file that would take 288 MB, at most 256 MB are unpacked");
    expect(written).toBe(0);
  });

  test("with one file that is too large, or a link, gives the others", async () => {
    const large = withField(zipOf({ "a.ipynb": "x", "b.ipynb": "y" }), 24, (zip, at) => zip.writeUInt32LE(2 ** 30, at));
    const { files } = await unpack(large);
    expect(files.map(({ problem }) => inWords(problem)?.slice(0, 31))).toEqual([
      "is too large: 1024 MB, at most ",
      undefined,
    ]);
    const link = withField(zipOf({ "a.ipynb": "/etc/passwd" }), 38, (zip, at) =>
      zip.writeUInt32LE((0o120777 << 16) >>> 0, at),
    );
    expect((await unpack(link)).files[0]).toMatchObject({
      path: "",
      problem: saying("extract", "link"),
    });
  });
});

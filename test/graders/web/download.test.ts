import { crc32, inflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { Hono } from "hono";
import { expect, test, vi } from "vitest";
import { downloadText, downloadZip } from "../../../graders/web/download";
import type { Asked } from "../../../graders/web/Route";

/** What an address answers that sends this. */
async function sent(send: (asked: Asked) => Response): Promise<Response> {
  const app = new Hono().get("/", (c) => send({ c } as unknown as Asked));
  return app.request("/");
}

test("A text is made piece by piece while it is sent, and others have their turn in between", async () => {
  let made = 0;
  const chunks = (function* () {
    for (; made < 20; made += 1) yield `${made}:é`.padEnd(20_000);
  })();
  const answer = await sent((asked) => downloadText(asked, "a b.csv", chunks, "text/csv"));
  expect(answer.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a%20b.csv");
  expect(made).toBeLessThan(20);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const text = await answer.text();
  clearInterval(timer);
  expect(text.match(/\d+:é/g)).toHaveLength(20);
  expect(turns).toBeGreaterThan(0);
});

test("A zip file has every file as it is, compressed", async () => {
  const files = Array.from({ length: 5 }, (_, i) => ({
    path: `students/ü-${i}.html`,
    content: Buffer.from(`<p>${"é".repeat(1000 * i)}`),
  }));
  const answer = await sent((asked) => downloadZip(asked, "a.zip", files));
  const zip = new Uint8Array(await answer.arrayBuffer());
  const found = unzipSync(zip);
  expect(Object.keys(found)).toEqual(files.map(({ path }) => path));
  for (const { path, content } of files) expect(Buffer.from(found[path])).toEqual(content);
  expect(zip.byteLength).toBeLessThan(3000);
  // By the list at the end, as other programs read it: method, checksum, sizes.
  const bytes = Buffer.from(zip);
  const last = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const [method, sum, packed, size, start] = [
    bytes.readUInt16LE(last + 10),
    ...[16, 20, 24, 42].map((offset) => bytes.readUInt32LE(last + offset)),
  ];
  const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const content = inflateRawSync(bytes.subarray(from, from + packed));
  expect([method, sum, size]).toEqual([8, crc32(content), files[4].content.byteLength]);
});

test("A download breaks off where it cannot be made any more", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const chunks = (function* () {
    yield "id,score\n";
    throw new Error("a verdict in the gradebook is damaged");
  })();
  const answer = await sent((asked) => downloadText(asked, "a.csv", chunks, "text/csv"));
  await expect(answer.text()).rejects.toThrow("is damaged");
  expect(told.mock.calls.flat().join()).toContain("is damaged");
  told.mockRestore();
});

import { describe, expect, it } from "vitest";
import { runNotebook } from "../../graders/authoring/execution/runNotebook";
import { LineReader } from "../../src/kernel/node/engine/LineReader";

const cut = "\n… and more: the output of a cell is cut after 10 MB; print less, or write it to a file\n";

describe("large outputs", () => {
  it("arrive whole up to 10 MB, and are cut there with one line, whatever they are made of", async () => {
    const [pictures, lines, one, display, result, cleared, after] = await runNotebook(
      [
        'import { display } from "nablab";\ndisplay({ "text/plain": "p", "image/png": "A".repeat(8e6) });',
        'for (let i = 0; i < 200_000; i++) console.log("x".repeat(99));',
        'console.log("y".repeat(9_999_999) + "😀" + "z".repeat(10_000_000));',
        'for (let i = 0; i < 3; i++) display({ "text/plain": String(i), "image/png": "A".repeat(4e6) });',
        '({ [Symbol.for("nablab.mime")]: () => ({ "text/plain": "r".repeat(11e6) }) })',
        'console.log("a".repeat(9e6)); console.clear(); console.log("b".repeat(9e6));',
        "1 + 1",
      ],
      { keepGoing: true },
    );
    expect((pictures.outputs[0].content.data as Record<string, string>)["image/png"]).toHaveLength(8e6);
    expect(lines.text).toBe(`${"x".repeat(99)}\n`.repeat(100_000) + cut);
    expect(one.text).toBe(`${"y".repeat(9_999_999)}${cut}`);
    expect(display.outputs.map(({ type }) => type)).toEqual(["display_data", "display_data", "stream"]);
    expect([result.status, result.result, result.text]).toEqual(["ok", undefined, cut]);
    expect(cleared.text).toHaveLength(18e6 + 2);
    expect(after.result).toEqual({ "text/plain": "2" });
  }, 120_000);

  it("counts an update in place of what it updates", async () => {
    const [updates] = await runNotebook([
      `import { display } from "nablab";
       for (let i = 0; i < 30; i++) {
         display({ "text/plain": String(i), "text/html": "u".repeat(1e6) }, { displayId: "one", update: i > 0 });
       }`,
    ]);
    expect(updates.outputs).toHaveLength(30);
  }, 60_000);
});

it("a long line is joined once, however many pieces it arrives in", () => {
  const received: number[] = [];
  const reader = new LineReader((line) => received.push(line.length));
  // Joined piece by piece, these 64 MB would be copied a thousand times.
  for (let i = 0; i < 1000; i++) reader.add(Buffer.alloc(65_536, 97));
  reader.add(Buffer.from("\nb\n"));
  expect(received).toEqual([65_536_000, 1]);
});

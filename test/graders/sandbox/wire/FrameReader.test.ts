import { describe, expect, test } from "vitest";
import { BeyondLimits } from "../../../../graders/sandbox/wire/BeyondLimits";
import { FrameReader } from "../../../../graders/sandbox/wire/FrameReader";
import { frameOf, messageIn } from "../../../../graders/sandbox/wire/frame";
import { parseReply } from "../../../../graders/sandbox/wire/parseReply";

describe("Frames", () => {
  test("come out whole, however the bytes are cut", () => {
    const messages = [{ a: 1, text: "" }, { text: 'ü "\n"' }, { a: "\n", text: "\n{}" }];
    const bytes = Buffer.concat(messages.map(frameOf));
    for (const size of [1, 3, 7, bytes.length]) {
      const reader = new FrameReader();
      const bodies: string[] = [];
      for (let i = 0; i < bytes.length; i += size) bodies.push(...reader.push(bytes.subarray(i, i + size)));
      expect(bodies.map(messageIn)).toEqual(messages);
    }
  });

  test("that claim to be giants are refused before anything is stored", () => {
    expect(() => new FrameReader().push(Buffer.from([0xff, 0xff, 0xff, 0xff]))).toThrow(BeyondLimits);
  });
});

describe("A reply", () => {
  test.each([
    ["garbage", "\u0000", "JSON"],
    ["no object", "7", "no object"],
    ["no id", '{"kind":"ready"}', "without an id"],
    ["an unknown kind", '{"id":1,"kind":"graded","points":100}', "unknown kind"],
    ["a stand-in's name that is no text", '{"id":1,"kind":"stand-in","name":{}}\n[]', "name is no text"],
  ])("that is %s is refused", (_, text, message) => {
    expect(() => parseReply(text)).toThrow(message);
  });

  test("keeps only what belongs to it", () => {
    expect(parseReply('{"id":1,"kind":"failed","text":"x","score":100}\nm')).toEqual({
      id: 1,
      kind: "failed",
      text: "m",
    });
  });
});

import { describe, expect, test } from "vitest";
import { FrameReader, frameOf } from "../../../graders/sandbox/FrameReader";
import { parseReply } from "../../../graders/sandbox/parseReply";

describe("Frames", () => {
  test("come out whole, however the bytes are cut", () => {
    const bytes = Buffer.concat([frameOf({ a: 1 }), frameOf("ü"), frameOf(null)]);
    for (const size of [1, 3, 7, bytes.length]) {
      const reader = new FrameReader();
      const frames: string[] = [];
      for (let i = 0; i < bytes.length; i += size) frames.push(...reader.push(bytes.subarray(i, i + size)));
      expect(frames).toEqual(['{"a":1}', '"ü"', "null"]);
    }
  });

  test("that claim to be giants are refused before anything is stored", () => {
    expect(() => new FrameReader().push(Buffer.from([0xff, 0xff, 0xff, 0xff]))).toThrow("its result is too large");
  });
});

describe("A reply", () => {
  test.each([
    ["garbage", "\u0000", "JSON"],
    ["no object", "7", "no object"],
    ["no id", '{"kind":"ready"}', "without an id"],
    ["an unknown kind", '{"id":1,"kind":"graded","points":100}', "unknown kind"],
    ["an outcome that is no text", '{"id":1,"kind":"outcome","outcome":{}}', "without outcome"],
  ])("that is %s is refused", (_, text, message) => {
    expect(() => parseReply(text)).toThrow(message);
  });

  test("keeps only what belongs to it", () => {
    expect(parseReply('{"id":1,"kind":"failed","message":"m","score":100}')).toEqual({
      id: 1,
      kind: "failed",
      message: "m",
    });
  });
});

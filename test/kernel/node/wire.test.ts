import { expect, it } from "vitest";
import { decodeMessage, encodeMessage } from "../../../src/kernel/node/protocol/wire";
import { createMessage } from "../../../src/kernel/protocol/createMessage";

const key = "a2b3";
const message = {
  ...createMessage("execute_request", { code: "∇ = 1" }),
  identities: [Buffer.from("client")],
  buffers: [Buffer.from([1, 2])],
};

it("reads back what it wrote, identities and buffers included", () => {
  expect(decodeMessage(encodeMessage(message, key), key)).toEqual(message);
});

it("refuses a message that was changed on its way", () => {
  const frames = encodeMessage(message, key);
  frames[6] = Buffer.from('{"code":"evil"}');
  expect(() => decodeMessage(frames, key)).toThrow("wrong signature");
});

it("refuses a message signed with another key", () => {
  expect(() => decodeMessage(encodeMessage(message, "other"), key)).toThrow("wrong signature");
});

it("neither signs nor checks without a key, as Jupyter defines it", () => {
  const frames = encodeMessage(message, "");
  expect(frames[2].length).toBe(0);
  expect(decodeMessage(frames, "").content).toEqual(message.content);
});

it("refuses frames that are no message", () => {
  expect(() => decodeMessage([Buffer.from("ping")], key)).toThrow("not a Jupyter message");
});

import { expect, test } from "vitest";
import { mentionsRemover } from "../../../graders/gradebook/eraseMentions";

const nobody = { login: "ab12", name: "", email: null, lmsId: null };

test.each([
  ["a name, in any case", { name: "Ada Lovelace" }, "ask ADA lovelace.", "ask [erased]."],
  ["a login that is in an address", { email: "ab12@example.org" }, "ab12@example.org, ab12", "[erased], [erased]"],
  ["signs that mean something in patterns", { name: "A. (B) [C]" }, "A. (B) [C]? AxxBC", "[erased]? AxxBC"],
  ["letters of any script", { name: "Émile Ähre" }, "Émile Ähres, Émile Ähre", "Émile Ähres, [erased]"],
  ["a name between Chinese words", { name: "王小明" }, "和王小明一样", "和[erased]一样"],
  ["a number on the platform", { lmsId: "41" }, "41, 410, 4.1", "[erased], 410, 4.1"],
  ["nothing of longer words", { login: "ada" }, "adapt ada_1 ada", "adapt ada_1 [erased]"],
])("What staff wrote is rid of %s", (_, person, text, expected) => {
  expect(mentionsRemover({ ...nobody, ...person })(text)).toBe(expected);
});

test("Of somebody who was erased before, nothing is looked for", () => {
  expect(mentionsRemover({ ...nobody, login: "" })("as it is")).toBe("as it is");
});

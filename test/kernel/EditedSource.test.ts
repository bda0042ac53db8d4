import fc from "fast-check";
import { expect, it } from "vitest";
import { EditedSource } from "../../src/kernel/compiler/EditedSource";

it("puts text in and finds every original character again", () => {
  const insertions = fc.array(fc.record({ offset: fc.nat(20), text: fc.string({ minLength: 1, maxLength: 5 }) }));
  fc.assert(
    fc.property(fc.string({ minLength: 20, maxLength: 20 }), insertions, (original, given) => {
      const source = new EditedSource(original, given);
      for (let offset = 0; offset < original.length; offset++) {
        const inserted = given.filter((insertion) => insertion.offset <= offset);
        const edited = offset + inserted.reduce((sum, { text }) => sum + text.length, 0);
        expect(source.text[edited]).toBe(original[offset]);
        expect(source.toOriginal(edited)).toBe(offset);
      }
    }),
  );
});

it("keeps a cursor in front of an `export ` that was put in after it, and behind the prefix of the cell", () => {
  const source = new EditedSource("a; let b", [
    { offset: 0, text: "PREFIX\n" },
    { offset: 3, text: "export " },
  ]);
  expect(source.text).toBe("PREFIX\na; export let b");
  expect(source.toEdited(0)).toBe(7);
  expect(source.toEdited(3)).toBe(10);
  expect(source.toEdited(8)).toBe(source.text.length);
});

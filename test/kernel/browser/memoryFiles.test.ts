import { expect, it } from "vitest";
import { memoryFiles, notebookFolder } from "../../../src/kernel/browser/compiler/memoryFiles";

const files = memoryFiles({ "/nablab/index.d.ts": "export {};", "/nablab/core/types.d.ts": "" });

it("knows its files, and the folders that these make", () => {
  expect(files.readFile("/nablab/index.d.ts")).toBe("export {};");
  expect(
    ["/nablab", "/nablab/", "/nablab/core", notebookFolder].filter((each) => !files.directoryExists(each)),
  ).toEqual([]);
  expect(files.getDirectories("/nablab")).toEqual(["core"]);
  expect(files.fileExists("/nablab/core/types.d.ts")).toBe(true);
});

it("knows nothing else, whatever it is called", () => {
  expect([files.readFile("/nablab"), files.readFile("constructor")]).toEqual([undefined, undefined]);
  expect([files.fileExists("/nablab/core"), files.directoryExists("/nablab/index")]).toEqual([false, false]);
  expect(files.getDirectories("/elsewhere")).toEqual([]);
  expect(files.modified("/missing.ts")).toBeNaN();
});

import { chmodSync, chownSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { findProgram } from "../../../../graders/sandbox/host/findProgram";
import { whyNoStranger } from "../../places/Stranger";

const folder = mkdtempSync(join(tmpdir(), "nablab-path-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(whyNoStranger !== undefined)(
  `A bwrap that another user may have written (${whyNoStranger ?? "root"})`,
  () => {
    /** Puts one on the PATH that works for nothing, and says whether it is found. */
    function isFound(change: (folder: string, file: string) => void, entry = (path: string) => path): boolean {
      const place = mkdtempSync(join(folder, "path-"));
      const file = join(place, "bwrap");
      writeFileSync(file, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
      chmodSync(folder, 0o755);
      chmodSync(place, 0o755);
      change(place, file);
      vi.stubEnv("PATH", entry(place));
      try {
        return findProgram("bwrap") !== null;
      } finally {
        vi.unstubAllEnvs();
      }
    }

    test("is found where only this user can", () => {
      expect(isFound(() => {})).toBe(true);
    });

    test.each<[string, (folder: string, file: string) => void]>([
      ["the file is another user's", (_, file) => chownSync(file, 65_534, 65_534)],
      ["the folder is another user's", (place) => chownSync(place, 65_534, 65_534)],
      ["everybody may write the file", (_, file) => chmodSync(file, 0o777)],
      ["everybody may write to the folder", (place) => chmodSync(place, 0o777)],
      ["everybody may write to the folder, as to /tmp", (place) => chmodSync(place, 0o1777)],
      ["a group may write the file", (_, file) => [chownSync(file, 0, 100), chmodSync(file, 0o775)]],
      ["a group may write to the folder", (place) => [chownSync(place, 0, 100), chmodSync(place, 0o775)]],
      ["it is a link to another user's", (place, file) => linkTo(file, join(place, "other"))],
    ])("is not where %s", (_, change) => {
      expect(isFound(change)).toBe(false);
    });

    test.each(["", ".", "relative"])("is not where the entry is %o", (entry) => {
      const before = process.cwd();
      try {
        expect(
          isFound(
            (place) => process.chdir(place),
            () => entry,
          ),
        ).toBe(false);
      } finally {
        process.chdir(before);
      }
    });

    function linkTo(file: string, other: string): void {
      renameSync(file, other);
      chownSync(other, 65_534, 65_534);
      symlinkSync(other, file);
    }
  },
);

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a course's `package.json` says about it. */
export interface CourseManifest {
  /** The heading of what learners get. */
  title: string;
}

/** What the `package.json` in a folder says about a course; null if there is none, or it says nothing. */
export function readManifest(folder: string): CourseManifest | null {
  try {
    const { nablab } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      nablab?: { title?: unknown };
    };
    return typeof nablab?.title === "string" ? { title: nablab.title } : null;
  } catch {
    return null;
  }
}

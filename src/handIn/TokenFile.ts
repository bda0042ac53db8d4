import { isRecord } from "../check/isRecord";
import { words } from "../words/words";

/** The learner's tokens, by the server's origin, in a file that only they can read. In Node alone. */
export class TokenFile {
  readonly path: string;

  /** @param folder the user's own for settings */
  constructor(folder = settingsFolder()) {
    this.path = process.getBuiltinModule("node:path").join(folder, "nablab", "tokens.json");
  }

  /**
   * @returns none when there is no file
   * @throws RangeError when others can read it, or it is damaged
   */
  read(): Record<string, string> {
    const { readFileSync, statSync } = process.getBuiltinModule("node:fs");
    const stats = statSync(this.path, { throwIfNoEntry: false });
    if (!stats) return {};
    if (process.platform !== "win32" && (stats.mode & 0o077) !== 0)
      throw new RangeError(words.submit.openFile(this.path));
    const tokens = recordIn(readFileSync(this.path, "utf8"));
    if (!tokens) throw new RangeError(words.submit.damagedFile(this.path));
    return tokens;
  }
}

function settingsFolder(): string {
  const { homedir } = process.getBuiltinModule("node:os");
  const { join } = process.getBuiltinModule("node:path");
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  const own = process.platform === "win32" ? APPDATA : XDG_CONFIG_HOME;
  return own || join(homedir(), ".config");
}

function recordIn(text: string): Record<string, string> | null {
  try {
    const json: unknown = JSON.parse(text);
    const isSound = isRecord(json) && Object.values(json).every((value) => typeof value === "string");
    return isSound ? (json as Record<string, string>) : null;
  } catch {
    return null;
  }
}

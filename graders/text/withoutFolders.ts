import { homedir, tmpdir } from "node:os";
import { root } from "../course/folderOf";

/** A path between quotes, which may have blanks in it, and one without. Both may be an address of a file. */
const quoted = /(['"`])(?:file:\/\/)?(?:[A-Za-z]:[\\/]|[\\/])[^'"`\n]*?([^'"`\n\\/]*)[\\/]?\1/g;
const bare = /(?<![\w.~:/-])(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\s'"`:;,()\\/]+[\\/])+([^\s'"`:;,()\\/]*)/g;

/**
 * A message of the system or of a program, in which paths keep their last name only: where the grader and the class lie
 * on the machine is nobody's business, and results are handed on.
 */
export function withoutFolders(message: string): string {
  return withoutKnown(message.replace(quoted, "$1$2$1")).replace(bare, "$1");
}

/** These may have blanks in their names. */
function withoutKnown(message: string): string {
  return [process.cwd(), root, tmpdir(), homedir()]
    .filter((folder) => folder.length > 1)
    .reduce((text, folder) => text.replaceAll(`${folder}/`, "").replaceAll(`${folder}\\`, ""), message);
}

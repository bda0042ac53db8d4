import { homedir, tmpdir } from "node:os";
import { root } from "../course/folderOf";

/** A path in quotes, which may contain spaces, and one without quotes. Both may be a file URL. */
const quoted = /(['"`])(?:file:\/\/)?(?:[A-Za-z]:[\\/]|[\\/])[^'"`\n]*?([^'"`\n\\/]*)[\\/]?\1/g;
const bare = /(?<![\w.~:/-])(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\s'"`:;,()\\/]+[\\/])+([^\s'"`:;,()\\/]*)/g;

/**
 * A message from the system or a program, with paths cut to their last name: where the grader and the class are on the
 * machine is nobody's business, and results are passed on.
 */
export function withoutFolders(message: string): string {
  return withoutKnown(message.replace(quoted, "$1$2$1")).replace(bare, "$1");
}

/** The names of these folders may contain spaces. */
function withoutKnown(message: string): string {
  return [process.cwd(), root, tmpdir(), homedir()]
    .filter((folder) => folder.length > 1)
    .reduce((text, folder) => text.replaceAll(`${folder}/`, "").replaceAll(`${folder}\\`, ""), message);
}

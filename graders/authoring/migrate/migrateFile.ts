import { decodeText } from "../../extract/parse/decodeText";
import { readBytes } from "../../extract/readBytes";
import { type Migration, migrate, type Naming } from "./migrate";

/**
 * Like {@link migrate}, for a file.
 *
 * @throws NotGradable when the file is unreadable, not a notebook, not in Python, or has nothing for learners to write
 */
export function migrateFile(path: string, naming: Naming): Migration {
  return migrate(decodeText(readBytes(path)), naming);
}

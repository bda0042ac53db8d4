import { decodeText } from "../../extract/parse/decodeText";
import { readBytes } from "../../extract/readBytes";
import { type Migration, migrate, type Naming } from "./migrate";

/**
 * As {@link migrate}, of a file.
 *
 * @throws NotGradable when the file cannot be read, is no notebook, not in Python, or has nothing that learners write
 */
export function migrateFile(path: string, naming: Naming): Migration {
  return migrate(decodeText(readBytes(path)), naming);
}

import { words } from "../../src/words/words";
import { printable } from "../text/printable";
import { type Arrival, ownName } from "./Arrival";
import type { HandIn } from "./HandIn";
import { endingOf } from "./kindOfName";

const say = words.intake;

/** Why there is no file to grade in what a learner handed in; continues its name. */
export function nothingToGrade({ files }: Pick<HandIn, "files">): string {
  const inside = files.filter(({ isFolder }) => !isFolder);
  const [broken] = files.filter(({ problem }) => problem !== undefined);
  if (broken?.problem !== undefined) return problemWith(broken, broken.problem);
  if (inside.length === 0) return say.noFile;
  if (inside.every(({ typed }) => typed === "address")) return say.typedAddress;
  if (inside.every(({ typed }) => typed !== undefined)) return say.typedText;
  const others = inside.filter(({ typed }) => typed === undefined);
  if (others.length > 1) return say.otherFiles(others.map((one) => printable(ownName(one))));
  return say.otherFile(kindOfOther(others[0]));
}

/** What stands in a folder is named; what is the learner's own entry of the class is not. */
function problemWith({ names, isFolder, bytes }: Arrival, problem: string): string {
  if (names.length === 1 || isFolder) return problem;
  const name = printable(names[names.length - 1]);
  return bytes ? say.garbledFile(name) : say.brokenFile(name, problem);
}

/** What people hand in instead of a notebook. */
const kinds: Record<string, keyof typeof say.kinds> = {
  ...{ ".pdf": "pdf", ".html": "page", ".htm": "page", ".mhtml": "page", ".py": "python", ".js": "javascript" },
  ...{ ".doc": "document", ".docx": "document", ".odt": "document", ".rtf": "document", ".pages": "document" },
  ...{ ".png": "picture", ".jpg": "picture", ".jpeg": "picture", ".heic": "picture", ".gif": "picture" },
  ...{ ".txt": "text", ".md": "text", ".json": "json" },
  ...{ ".rar": "archive", ".7z": "archive", ".gz": "archive", ".tgz": "archive", ".tar": "archive", ".zip": "archive" },
};

function kindOfOther(file: Arrival): string {
  const ending = endingOf(ownName(file));
  const kind = kinds[ending];
  return kind ? say.kinds[kind] : say.otherKind(printable(ending));
}

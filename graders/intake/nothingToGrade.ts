import type { OtherKind } from "../../src/words/en/intake";
import { type Reason, saying } from "../../src/words/Saying";
import { printable } from "../text/printable";
import { type Arrival, ownName } from "./Arrival";
import type { HandIn } from "./HandIn";
import { endingOf } from "./kindOfName";

/** Why there is no file to grade in what a learner handed in; continues its name. */
export function nothingToGrade({ files }: Pick<HandIn, "files">): Reason {
  const inside = files.filter(({ isFolder }) => !isFolder);
  const [broken] = files.filter(({ problem }) => problem !== undefined);
  if (broken?.problem !== undefined) return problemWith(broken, broken.problem);
  if (inside.length === 0) return saying("intake", "noFile");
  if (inside.every(({ typed }) => typed === "address")) return saying("intake", "typedAddress");
  if (inside.every(({ typed }) => typed !== undefined)) return saying("intake", "typedText");
  const others = inside.filter(({ typed }) => typed === undefined);
  if (others.length > 1)
    return saying(
      "intake",
      "otherFiles",
      others.map((one) => printable(ownName(one))),
    );
  return saidOf(others[0]);
}

/** What stands in a folder is named; what is the learner's own entry of the class is not. */
function problemWith({ names, isFolder, bytes }: Arrival, problem: Reason): Reason {
  if (names.length === 1 || isFolder) return problem;
  const name = printable(names[names.length - 1]);
  return bytes ? saying("intake", "garbledFile", name) : saying("intake", "brokenFile", name, problem);
}

/** What people hand in instead of a notebook. */
const kinds: Record<string, OtherKind> = {
  ...{ ".pdf": "pdf", ".html": "page", ".htm": "page", ".mhtml": "page", ".py": "python", ".js": "javascript" },
  ...{ ".doc": "document", ".docx": "document", ".odt": "document", ".rtf": "document", ".pages": "document" },
  ...{ ".png": "picture", ".jpg": "picture", ".jpeg": "picture", ".heic": "picture", ".gif": "picture" },
  ...{ ".txt": "text", ".md": "text", ".json": "json" },
  ...{ ".rar": "archive", ".7z": "archive", ".gz": "archive", ".tgz": "archive", ".tar": "archive", ".zip": "archive" },
};

function saidOf(file: Arrival): Reason {
  const ending = endingOf(ownName(file));
  const kind = kinds[ending];
  return kind ? saying("intake", "otherFile", kind) : saying("intake", "unknownFile", printable(ending));
}

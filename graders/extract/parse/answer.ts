import type { Question, Reading, Survey } from "../Reading";
import type { Structure } from "../Structure";
import { asNotGradable } from "./asNotGradable";
import { parseSubmission } from "./parseSubmission";
import { readDeclarations } from "./readDeclarations";
import { readGiven } from "./readGiven";
import { structureOf } from "./structureOf";
import { survey } from "./survey";
import { usedIn } from "./usedIn";

/**
 * A reader's answer to a question about a file, as plain data.
 *
 * @throws NotGradable when there is no answer; the message says why
 */
export function answer(question: Question, bytes: Buffer): Survey | Reading | Structure {
  return asNotGradable(() => {
    const { cells, declaredAssignment } = parseSubmission(bytes, question.extension);
    switch (question.about) {
      case "assignment":
        return survey({ cells, declaredAssignment }, question.names, question.enough);
      case "code":
        return { declaredAssignment, usedAssignment: usedIn(cells), units: readDeclarations(cells, question) };
      case "given":
        return { declaredAssignment, usedAssignment: usedIn(cells), units: readGiven(cells, question) };
      case "structure":
        return structureOf(cells);
    }
  });
}

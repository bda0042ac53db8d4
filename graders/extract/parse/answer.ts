import type { Question, Reading, Survey } from "../Reading";
import { asNotGradable } from "./asNotGradable";
import { parseSubmission } from "./parseSubmission";
import { readDeclarations } from "./readDeclarations";
import { readGiven } from "./readGiven";
import { survey } from "./survey";

/**
 * A reader's answer to a question about a file, as plain data.
 *
 * @throws NotGradable when there is no answer; the message says why
 */
export function answer(question: Question, bytes: Buffer): Survey | Reading {
  return asNotGradable(() => {
    const { cells, declaredAssignment } = parseSubmission(bytes, question.extension);
    switch (question.about) {
      case "assignment":
        return survey({ cells, declaredAssignment }, question.names);
      case "code":
        return { declaredAssignment, units: readDeclarations(cells, question) };
      case "given":
        return { declaredAssignment, units: readGiven(cells, question.graded) };
    }
  });
}

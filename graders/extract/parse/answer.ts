import type { Question, Reading, Survey } from "../Reading";
import { asNotGradable } from "./asNotGradable";
import { parseSubmission, type Submission } from "./parseSubmission";
import { readDeclarations } from "./readDeclarations";
import { survey } from "./survey";

/**
 * A reader's answer to a question about a file, as plain data.
 *
 * @throws NotGradable when there is no answer; the message says why
 */
export function answer(question: Question, bytes: Buffer): Survey | Reading {
  return asNotGradable(() => {
    const submission = parseSubmission(bytes, question.extension);
    return question.about === "assignment" ? survey(submission, question.names) : read(submission, question);
  });
}

function read(submission: Submission, question: Extract<Question, { about: "code" }>): Reading {
  const { cells, declaredAssignment } = submission;
  return { declaredAssignment, units: readDeclarations(cells, question) };
}

import { join } from "node:path";
import type { Command } from "commander";
import type { Assignment } from "../../../src/check/contract";
import type { Messages } from "../../../src/check/translateAssignment";
import { inLanguage } from "../../../src/words/language";
import type { Locale } from "../../../src/words/locale";
import { words } from "../../../src/words/words";
import { gradeEntry } from "../../engine/gradeSubmission";
import { recordedRun } from "../../engine/recordedRun";
import type { SubmissionResult } from "../../engine/results";
import { sandboxFile } from "../../release/sandboxFile";
import { verdictFor } from "../../report/verdict";
import { startLauncher } from "../../sandbox/host/startLauncher";
import { startReaders } from "../../sandbox/host/startReaders";
import { assignmentFor } from "../assignmentFor";
import { type CheckOptions, checkCommand, exitCodeOf } from "../checkCommand";
import { limitsOf } from "../options";
import type { CommandModule } from "../runCommands";
import { submissionAt } from "../submissionAt";

/** The language that a release speaks by default, and what its assignments say in it, by slug. */
export interface Spoken {
  locale?: Locale;
  messages?: Readonly<Record<string, Messages>>;
}

/** `nablab check` for learners: like staff's, but with recorded outputs of the reference in place of its code. */
export function checkOf(
  assignments: readonly Assignment[],
  { locale = "en", messages = {} }: Spoken = {},
): CommandModule {
  return {
    register(program: Command): void {
      // This is their own code, which the notebook has already run without any walls: bubblewrap would only take time.
      checkCommand(program, "node", locale)
        .description(words.help.learnerCheck.description)
        .addHelpText("after", words.help.learnerCheck.after)
        .action((file: string, options: CheckOptions) => run(file, options, assignments, messages));
    },
  };
}

async function run(
  file: string,
  options: CheckOptions,
  assignments: readonly Assignment[],
  messages: NonNullable<Spoken["messages"]>,
): Promise<void> {
  const starter = startLauncher(join(__dirname, "launcher.js"));
  const limits = limitsOf(options);
  const { lang } = options;
  const entry = inLanguage(lang, () => submissionAt(file));
  const readers = startReaders(join(__dirname, "reader.js"), await limits, starter.launch);
  const assignment = await assignmentFor(assignments, options.assignment, entry, readers, lang);
  const tongue = lang === "en" ? undefined : { locale: lang, messages: messages[assignment.slug] ?? {} };
  const sandbox = join(__dirname, sandboxFile(assignment.modules));
  const gradingRun = recordedRun(assignment, sandbox, await limits, { starter, readers }, tongue);
  const graded = await gradeEntry(entry, gradingRun);
  const { result } = graded;
  console.log(verdictFor(graded, gradingRun, file));
  const remark = inLanguage(lang, () => remarkOn(result));
  if (remark) console.log(`\n${remark}`);
  process.exitCode = exitCodeOf(result);
  await starter.end();
}

function remarkOn({ score, maxScore, functions }: SubmissionResult): string | null {
  if (score === maxScore) return words.learnerCheck.passed;
  return functions.some(({ status }) => status === "partial" || status === "incorrect")
    ? words.learnerCheck.followOn
    : null;
}

import { advice } from "./en/advice";
import { commands } from "./en/commands";
import { course } from "./en/course";
import { engine } from "./en/engine";
import { extract } from "./en/extract";
import { gradescope } from "./en/gradescope";
import { grammar } from "./en/grammar";
import { help } from "./en/help";
import { hidden } from "./en/hidden";
import { lab } from "./en/lab";
import { learnerReadme } from "./en/learnerReadme";
import { outcomes } from "./en/outcomes";
import { realm } from "./en/realm";
import { release } from "./en/release";
import { report } from "./en/report";
import { sandbox } from "./en/sandbox";

export const en = {
  /** As HTML names it. */
  language: "en",
  advice,
  commands,
  course,
  engine,
  extract,
  gradescope,
  grammar,
  help,
  hidden,
  lab,
  learnerReadme,
  outcomes,
  realm,
  release,
  report,
  sandbox,
};

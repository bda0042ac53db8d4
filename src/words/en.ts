import { advice } from "./en/advice";
import { checks } from "./en/checks";
import { commands } from "./en/commands";
import { compiler } from "./en/compiler";
import { course } from "./en/course";
import { dashboard } from "./en/dashboard";
import { dashboardLive } from "./en/dashboardLive";
import { dashboardMarking } from "./en/dashboardMarking";
import { dashboardStaff } from "./en/dashboardStaff";
import { differences } from "./en/differences";
import { engine } from "./en/engine";
import { extract } from "./en/extract";
import { figures } from "./en/figures";
import { gradebook } from "./en/gradebook";
import { gradebookHelp } from "./en/gradebookHelp";
import { gradescope } from "./en/gradescope";
import { grammar } from "./en/grammar";
import { habits } from "./en/habits";
import { handIn } from "./en/handIn";
import { help } from "./en/help";
import { hidden } from "./en/hidden";
import { intake } from "./en/intake";
import { lab } from "./en/lab";
import { learnerCheck } from "./en/learnerCheck";
import { learnerReadme } from "./en/learnerReadme";
import { lms } from "./en/lms";
import { notebook } from "./en/notebook";
import { outcomes } from "./en/outcomes";
import { realm } from "./en/realm";
import { release } from "./en/release";
import { report } from "./en/report";
import { sandbox } from "./en/sandbox";
import { signIn } from "./en/signIn";
import { similar } from "./en/similar";
import { submit } from "./en/submit";
import { submitCommand } from "./en/submitCommand";
import { workers } from "./en/workers";

export const en = {
  /** As HTML names it. */
  language: "en",
  advice,
  checks,
  commands,
  compiler,
  course,
  dashboard,
  dashboardLive,
  dashboardMarking,
  dashboardStaff,
  differences,
  engine,
  extract,
  figures,
  gradebook,
  gradebookHelp,
  gradescope,
  grammar,
  habits,
  handIn,
  help,
  hidden,
  intake,
  lab,
  learnerCheck,
  learnerReadme,
  lms,
  notebook,
  outcomes,
  realm,
  release,
  report,
  sandbox,
  signIn,
  similar,
  submit,
  submitCommand,
  workers,
};

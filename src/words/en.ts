import { advice } from "./en/advice";
import { checks } from "./en/checks";
import { differences } from "./en/differences";
import { engine } from "./en/engine";
import { extract } from "./en/extract";
import { figures } from "./en/figures";
import { gradescope } from "./en/gradescope";
import { grammar } from "./en/grammar";
import { hidden } from "./en/hidden";
import { learnerReadme } from "./en/learnerReadme";
import { notebook } from "./en/notebook";
import { outcomes } from "./en/outcomes";
import { realm } from "./en/realm";
import { release } from "./en/release";
import { report } from "./en/report";
import { sandbox } from "./en/sandbox";

export const en = {
  /** As HTML names it. */
  language: "en",
  advice,
  checks,
  differences,
  engine,
  extract,
  figures,
  gradescope,
  grammar,
  hidden,
  learnerReadme,
  notebook,
  outcomes,
  realm,
  release,
  report,
  sandbox,
};

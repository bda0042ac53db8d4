import type { Words } from "./words";
import { advice } from "./zh-CN/advice";
import { checks } from "./zh-CN/checks";
import { differences } from "./zh-CN/differences";
import { engine } from "./zh-CN/engine";
import { extract } from "./zh-CN/extract";
import { figures } from "./zh-CN/figures";
import { grammar } from "./zh-CN/grammar";
import { habits } from "./zh-CN/habits";
import { hidden } from "./zh-CN/hidden";
import { intake } from "./zh-CN/intake";
import { lab } from "./zh-CN/lab";
import { learnerCheck } from "./zh-CN/learnerCheck";
import { learnerReadme } from "./zh-CN/learnerReadme";
import { notebook } from "./zh-CN/notebook";
import { outcomes } from "./zh-CN/outcomes";
import { realm } from "./zh-CN/realm";
import { report } from "./zh-CN/report";
import { submit } from "./zh-CN/submit";

/** What learners read. Staff are spoken to in English. */
export const zhCN = {
  language: "zh-CN",
  advice,
  checks,
  differences,
  engine,
  extract,
  figures,
  grammar,
  habits,
  hidden,
  intake,
  lab,
  learnerCheck,
  learnerReadme,
  notebook,
  outcomes,
  realm,
  report,
  submit,
} satisfies Partial<Words>;

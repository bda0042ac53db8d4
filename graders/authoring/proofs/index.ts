import { constantsEarnNothing } from "./constantsEarnNothing";
import { defaultsAreUsed } from "./defaultsAreUsed";
import { filesAreFresh } from "./filesAreFresh";
import { alternativesEarnAll, solutionEarnsAll, solvedNotebookEarnsAll } from "./fullMarks";
import { functionsAreDocumented } from "./functionsAreDocumented";
import { hiddenChecksAreStable } from "./hiddenChecksAreStable";
import { misconceptionsAreNamed } from "./misconceptionsAreNamed";
import { notebookHasExercises } from "./notebookHasExercises";
import type { Proof } from "./Proof";
import { referenceReturns } from "./referenceReturns";
import { rulesAreSound } from "./rulesAreSound";
import { slipsAreNoticed } from "./slipsAreNoticed";
import { staffStaysInside } from "./staffStaysInside";
import { starterEarnsNothing } from "./starterEarnsNothing";
import { tolerancesAreFair } from "./tolerancesAreFair";
import { translationsHold } from "./translationsHold";
import { usesAreDeclared } from "./usesAreDeclared";

/**
 * What `nablab validate` proves about an assignment whose structure is sound, in the order of its output. It runs the
 * notebooks afterwards: see `notebooksRun.ts`.
 */
export const proofs: readonly Proof[] = [
  usesAreDeclared,
  functionsAreDocumented,
  referenceReturns,
  solutionEarnsAll,
  solvedNotebookEarnsAll,
  starterEarnsNothing,
  alternativesEarnAll,
  misconceptionsAreNamed,
  tolerancesAreFair,
  constantsEarnNothing,
  slipsAreNoticed,
  defaultsAreUsed,
  hiddenChecksAreStable,
  notebookHasExercises,
  filesAreFresh,
  staffStaysInside,
  rulesAreSound,
  translationsHold,
];

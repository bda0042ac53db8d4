/** About the autograder on Gradescope. */
export const gradescope = {
  /** About a submission, which students can hand in in many ways. */
  noFile: (wanted: string): string => `there is no notebook in it; hand in ${wanted}`,

  notANumber: (option: string, given: string | undefined): string => `--${option} needs a number, not ${given}`,
  noRoot: "--root is missing: the folder that holds submission/ and results/",
  unknownReason: "no reason known",
  ready: (slug: string, checks: number, points: number): string =>
    `nablab: ${slug} is ready; ${checks} checks, ${points} points: give the assignment ${points} points on Gradescope`,
  fault: (cause: string): string => `nablab: the autograder failed, not the submission: ${cause}`,
};

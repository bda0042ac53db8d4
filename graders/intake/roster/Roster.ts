import type { Learner } from "../Learner";

/** Somebody on a roster. */
export interface Listed {
  learner: Learner;
  /** Other numbers and names by which platforms know them. */
  others: string[];
  /** The number that Moodle gives a participant in one assignment. */
  participant?: string;
  /** Canvas's test student, who hands something in only when staff try something out. */
  isTest?: boolean;
}

/** The learners of a class. */
export interface Roster {
  /** The name of its file. */
  file: string;
  listed: Listed[];
  /** The ids of those who are in it several times. */
  duplicates: string[];
}

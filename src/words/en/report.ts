import { grammar, type Place } from "./grammar";

type Status = "correct" | "partial" | "incorrect" | "not-implemented" | "not-defined";

const statuses: Record<Status, string> = {
  correct: "correct",
  partial: "partial",
  incorrect: "incorrect",
  "not-implemented": "not implemented",
  "not-defined": "not defined",
};

/** About results: the terminal, the HTML pages, the exports. Messages in results are quoted unchanged. */
export const report = {
  statuses,
  noScore: {
    "not-gradable": "not gradable",
    "grader-fault": "grader fault",
    "not-handed-in": "not handed in",
  },
  /** What is said under a heading. */
  headed: (heading: string, said: string): string => `${heading}: ${said}`,
  also: (said: string): string => `, ${said}`,
  /** Follows the points of a function that was judged with the reference in place of others. */
  followThrough: (status: Status): string =>
    status === "correct" ? "correct given what it calls" : "judged given what it calls",
  remark: (message: string): string => `remark (costs no points): ${message}`,
  /** What staff say about a line of a function, a function, or all of it. */
  comment: (name: string | null, line: number | null, text: string): string => {
    const place = [...(name === null ? [] : [name]), ...(line === null ? [] : [`line ${line}`])];
    return place.length === 0 ? text : `${place.join(", ")}: ${text}`;
  },

  table: {
    student: "student",
    total: "total",
    firstProblem: "first problem",
    caption: (title: string, seed: number, sandbox: string): string => `${title} (seed ${seed}, sandbox ${sandbox})`,
    more: (count: number): string => `(and ${count} more)`,
    followThrough: "(* correct given what it calls)",
  },

  student: {
    attempt: (number: number): string => `attempt ${number}`,
    late: "late",
  },

  formats: {
    json: "results.json, the complete results",
    html: "report.html for the class, students/<student>.html for each student",
    csv: "results.csv, one row per student, one column per function",
    gradescope: "gradescope/<student>.json, in the format of Gradescope's autograders",
    junit: "junit.xml, one suite per student, one case per check",
    canvas: "canvas.csv, for Canvas's gradebook import",
    moodle: "moodle.csv, for Moodle's grade import",
  },
  ungraded: (error: string): string => `This submission could not be graded: ${error}`,
  moodleFeedback: (title: string): string => `${title} feedback`,
  junitSubmission: { group: "submission", name: "can be graded" },

  classPage: {
    title: (assignment: string): string => `${assignment}: results`,
    assignment: (number: number): string => `Assignment ${number}`,
    seed: (seed: number): string => `seed of the hidden checks ${seed}`,
    versions: (nablab: string, node: string): string => `nablab ${nablab}, Node ${node}`,
    walls: { node: "code ran behind Node's permissions", bwrap: "code ran inside bubblewrap" },
    class: "The class",
    scores: "Scores",
    functions: "Functions correct",
    checks: "Checks passed",
    misconceptions: "Most frequent misconceptions",
    noMisconception: "None was recognised.",
    remarks: "Remarks on the code, which cost no points",
    students: "students",
    message: "message",
    overview: "Overview",
    submissions: "Submissions",
    student: "student",
    total: "total",
    mark: "mark",
    footnote: "* correct given what it calls: judged with the reference in place of functions that it calls.",
    notGraded: "not graded",
  },
  tiles: {
    submissions: "submissions",
    mean: "mean",
    median: "median",
    fullMarks: "full marks",
    notGradable: "not gradable",
    notHandedIn: "not handed in",
    faults: "grader faults",
  },
  share: (count: number, total: number): string => `${count} of ${total}`,
  charts: { points: "points", submissions: "submissions" },

  studentPage: {
    title: (student: string, assignment: string): string => `${student}: ${assignment}`,
    seed: (seed: number): string => `seed of the hidden checks ${seed}`,
    notGraded: "not graded",
    points: "points",
    penalty: "for lateness",
    mark: "mark",
    functions: "Your functions",
  },
  function: {
    followThrough: (status: Status): string => {
      const verdict = status === "correct" ? "correct given what it calls" : `${statuses[status]}, given what it calls`;
      return `${verdict}: judged with the reference in place of functions that it calls`;
    },
    remark: "remark",
    costsNothing: "costs no points",
    misconception: (id: string): string => `misconception: ${id}`,
    hidden: "(hidden check)",
    rest: "The rest of this function is in the file.",
    code: (place: Place): string => `the code, ${grammar.place(place)}`,
  },
};

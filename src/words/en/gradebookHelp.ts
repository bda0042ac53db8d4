/** What `--help` says of `nablab gradebook` and its commands. */
export const gradebookHelp = {
  description: "the marks of a course: roster, deadlines, lateness, overrides, regrades, exports",
  after: `
Examples:
  nablab gradebook init --db class.db --title "Deep learning" --zone Europe/Vienna
  nablab gradebook import gradebook.csv --db class.db
  nablab gradebook run logistic-regression --db class.db --due "2026-12-01 23:59"
  nablab grade hw1.zip --to class.db --run logistic-regression --received mtime
  nablab gradebook totals --db class.db

With NABLAB_DB=class.db in the environment, --db can be left out. The exit code is 0 when it is done, 2 if the command has
to be changed, 3 after a fault of nablab's own.`,
  db: "the gradebook: a file, or a postgres:// address; by default NABLAB_DB",
  run: "the assignment's slug",
  login: "the learner's login",
  reason: "why; staff read it, and the learner may",
  time: 'such as "2026-12-01 23:59", in the course\'s time zone',

  init: {
    description: "make a gradebook, change the course's settings, or migrate an older gradebook",
    title: "what the course is called",
    zone: "the time zone of its deadlines, such as Europe/Vienna; UTC by default",
    policy: "a JSON file that says what lateness costs",
    after: `
Examples:
  nablab gradebook init --db class.db --title "Deep learning" --zone Europe/Vienna --policy late.json
  nablab gradebook init --db class.db                migrate a gradebook that an earlier nablab has made

late.json, with a tenth of the points a day, half of them at most, and two free days for each learner:
  { "grace": 10, "per": "day", "deduct": 0.1, "of": "max", "upTo": 0.5, "freeDays": 2 }`,
  },

  import: {
    description: "add the people of a roster, and take over what it says about those who are known; deletes nobody",
    roster: "a table: Canvas's gradebook export, Moodle's participants, or columns id, login, name, email, section",
    from: "whose table it is, which decides what the numbers in it mean",
    dryRun: "say what would be changed, and change nothing",
    after: `
Examples:
  nablab gradebook import gradebook.csv --from canvas --db class.db
  nablab gradebook import class.csv --dry-run --db class.db`,
  },

  openRun: {
    description: "open an assignment for hand-ins, or change its deadline, seed and so on",
    due: 'the deadline, "none" for none',
    opens: 'from when on hand-ins are taken, "none" for at once',
    closes: 'after when none are taken, "none" for never',
    counts: "which hand-in counts; the last by default",
    seed: "seed of the hidden checks' inputs; drawn at random by default",
    anonymous: "show graders no names",
    release: "show learners their marks and the hidden checks",
    after: `
Examples:
  nablab gradebook run logistic-regression --due "2026-12-01 23:59" --db class.db
  nablab gradebook run logistic-regression --due "2026-12-03 23:59" --counts best --db class.db
  nablab gradebook run logistic-regression --release --db class.db`,
  },

  totals: {
    description: "everybody's marks: of all runs together, or of one run with penalties",
    oneRun: "only this run, with raw score, penalty and final mark",
    format: "as a table, or for other programs",
    after: `
Examples:
  nablab gradebook totals --db class.db
  nablab gradebook totals --run logistic-regression --format csv --db class.db > marks.csv`,
  },

  late: {
    description: "who was late, what it costs and why",
    oneRun: "only in this run",
    format: "as a table, or for other programs",
    after: `
Example:
  nablab gradebook late --db class.db`,
  },

  extend: {
    description: "give a learner a deadline of their own in a run",
    due: 'the new deadline, such as "2026-12-05 23:59", in the course\'s time zone',
    after: `
Example:
  nablab gradebook extend ada logistic-regression "2026-12-05 23:59" --reason "ill" --db class.db`,
  },

  override: {
    description: "give points in place of the grader's: for one function, or the whole mark",
    function: "the points of this function, in the hand-in that counts; without it, the mark of the run",
    points: "how many",
    revoke: "let the grader's own points count again",
    wrongPoints: "It must be a number, 0 or more.",
    after: `
Examples:
  nablab gradebook override ada logistic-regression --function propagate --points 25 --reason "a rounding" --db class.db
  nablab gradebook override ada logistic-regression --points 80 --reason "oral exam" --db class.db
  nablab gradebook override ada logistic-regression --revoke --db class.db

The grader's points are kept beside it. A mark that staff gave loses nothing for lateness.`,
  },

  regrade: {
    description: "grade hand-ins again under the installed checks, and show what would change before anything does",
    only: "counting: the hand-ins that count; all: every one; or a learner's login (all where the best counts, else counting)",
    apply: "let the new verdicts count",
    neverLower: "with --apply: where the new points are fewer, the old ones stay",
    drop: "forget the new verdicts",
    undo: "take back the regrade that was applied last: show what that would change, and change nothing yet",
    after: `
Examples:
  nablab gradebook regrade logistic-regression --db class.db                    grade again, and show the preview
  nablab gradebook regrade logistic-regression --apply --never-lower --db class.db
  nablab gradebook regrade logistic-regression --drop --db class.db
  nablab gradebook regrade logistic-regression --undo --db class.db             then --apply

No mark moves before --apply, which changes all of them or none.`,
  },

  export: {
    description: "write the final marks for a platform, a spreadsheet or people",
    format: "what to write, separated by commas: csv, canvas, moodle, json, html",
    out: "the folder; there is one in it for each run",
    oneRun: "only this run",
    title: 'what Canvas or Moodle calls the assignment, exactly as there: "HW 1 (77001)"',
    after: `
Examples:
  nablab gradebook export --format canvas --run logistic-regression --title "HW 1 (77001)" --db class.db
  nablab gradebook export --format csv,html --out marks/ --db class.db`,
  },

  backup: {
    description: "copy the gradebook as it is at this moment, while others use it",
    file: "where to; a file that is not there yet",
    after: `
Example:
  nablab gradebook backup class-2026-12-01.db --db class.db`,
  },

  person: {
    description: "hand out or forget what is known about somebody",
    export: "write all that is known, hand-ins and verdicts too, to this zip file",
    erase: "forget name, login, address, code and comments; the marks stay, without a name",
    after: `
Examples:
  nablab gradebook person ada --export ada.zip --db class.db
  nablab gradebook person ada --erase --db class.db`,
  },
};

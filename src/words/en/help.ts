const checkExample = `
Example:
  nablab check notebooks/01-logistic-regression.ipynb`;

/** What `--help` says of each command: the description, the arguments and options by name, and what follows them. */
export const help = {
  program: {
    description: "Deep learning in TypeScript notebooks: JupyterLab, checks and grading",
    course: "the course to work on; by default the working folder if it is a course, or else nablab's own",
    after: `
\`nablab <command> --help\` has examples. If the shell does not find nablab, write \`npx --no nablab\`.`,
    groups: {
      learners: "For learners:",
      graders: "For staff who grade:",
      maintainers: "For staff who maintain:",
      release: "Commands:",
    },
  },

  options: {
    assignment: "the assignment; detected from the submissions by default",
    jobs: "submissions to grade at the same time",
    defaultJobs: "one more than there are processors",
    timeout: "seconds that one call of a function may take",
    memory: "memory that a submission may use",
    submissionTimeout: "seconds of processor time that a whole submission may use",
    sandbox: "bwrap: bubblewrap around each process; node: Node's permissions only; auto: bwrap if it works here",
    lang: "the language of what is said",
    langOfPages: "the language of students' own pages",
    wholeNumber: (least: number): string => `It must be a whole number, ${least} or more.`,
    seconds: (most: number): string => `It must be a number of seconds, up to ${most}.`,
  },

  build: {
    description: "build the notebooks from the assignments' folders",
    solutions: "write solution notebooks, with every function written, to this folder instead",
    lang: "the language of solution notebooks (default: en)",
    check: "write nothing; exit with 1 if a file is missing or stale",
    after: `
Examples:
  nablab build                          rebuild every notebook, expected.json and signatures.ts
  nablab build shallow-network          rebuild those of one assignment
  nablab build --check                  fail if a file is stale, for continuous integration
  nablab build --solutions solutions/   build notebooks with every function written, for staff`,
  },

  check: {
    description: "run a notebook's checks, as the notebook itself does",
    file: "a notebook (.ipynb) or a TypeScript file (.ts)",
    after: `${checkExample}

Save the notebook first. The exit code is 0 if everything is correct, 1 if there is something left to do, 3 after a
grader fault.`,
  },

  /** `nablab check` in a release. */
  learnerCheck: {
    description: "run a notebook's checks on the saved file, before you hand it in",
    after: checkExample,
  },

  demo: {
    description: "grade a small sample class and write its report; needs no Python",
    after: "\nExample:\n  npm run demo",
  },

  grade: {
    description: "grade a class or one notebook, with the hidden checks too",
    paths: "a download from a platform (folder or zip), a folder of submissions, files, or '/home/{student}/hw1.ipynb'",
    roster: "a table of who is in the class; those who handed nothing in get a row too",
    layout: "read the folder as this platform lays it out; recognised by default",
    out: "where to write the results; resumes an interrupted run, and adds to a class that is there",
    format: "what to write, by default json,html (see below)",
    title: 'what Canvas or Moodle calls the assignment, exactly as there: "HW 1 (77001)"',
    wrongTitle: "It must be one line of text.",
    noHidden: "leave out the hidden checks",
    seed: "seed of the hidden checks' inputs; drawn at random by default",
    fresh: "grade everything again, even if --out holds results",
    noCache: "run the same code again for each student who hands it in",
    to: "record hand-ins and verdicts in this gradebook (a file, or a postgres:// address) instead of a folder",
    run: "with --to: the run that these are hand-ins of, by the assignment's slug",
    received: 'with --to: when they came: mtime, as their files say, or a time such as "2026-12-01 20:00"',
    enrol: "with --to: add those who are not in the gradebook",
    after: (formats: readonly { name: string; description: string }[]): string => `
Examples:
  nablab grade submissions/ --out results/          grade a class; results.json and report.html
  nablab grade hw1.zip --roster gradebook.csv --out results/
                                                    grade a platform's download, with who is in the class
  nablab grade ada.ipynb                            grade one notebook, on the terminal
  nablab grade submissions/ --format json > r.json  results for other programs
  nablab grade hw1.zip --to class.db --run logistic-regression --received mtime
                                                    into a gradebook, see \`nablab gradebook --help\`

Formats:
${formats.map(({ name, description }) => `  ${name.padEnd(12)}${description}`).join("\n")}

The exit code is 0 if every submission got a verdict, 2 if the command has to be changed, 3 after a grader fault.`,
  },

  kernel: {
    description: "make the kernel available to other Jupyter programs: install, list, uninstall",
    install: "make the kernel available to Jupyter (for this user by default)",
    uninstall: "remove the kernel's spec",
    list: "show where the kernel's spec is installed",
    prefix: "under this folder, in share/jupyter/kernels",
    user: "for this user (the default)",
    sysPrefix: "in the active Python environment",
    link: "also the command `nablab`, in this folder on the PATH, for everybody who can run programs there",
    after: `
Examples:
  nablab kernel install                          for this user
  nablab kernel install --prefix /opt/jupyter --link /usr/local/bin
                                                 for a JupyterHub, with the command for its learners
  nablab kernel list`,
  },

  lab: {
    description: "open the notebooks in JupyterLab; sets up what is missing",
    jupyter: "options for JupyterLab, such as --no-browser --port 8899",
    lang: "the language of the notebooks, and of JupyterLab where its language pack is installed",
    after: `
Examples:
  nablab lab                             set up what is missing, and open the notebooks in a browser
  nablab lab --no-browser --port 8899    on a server, for a browser elsewhere
  nablab lab --lang zh-CN                the notebooks in Chinese`,
  },

  migrate: {
    description: "turn a Python notebook for nbgrader or otter-grader into the raw material of an assignment",
    notebook: "the notebook with solutions (.ipynb)",
    out: "a new folder for it; by default one here, named after the notebook",
    after: `
Examples:
  nablab migrate ps1.ipynb                          write the folder ps1/
  nablab migrate ps1.ipynb --out drafts/09-squares  write another folder, and call the assignment squares

Reads notebooks with solutions, made for nbgrader (cell metadata), otter-grader (formats v0 and v1) or in the style of
# GRADED FUNCTION: name. Nothing in the notebook is run, and nothing is added to the course: MIGRATION.md in the folder
says what was carried over, what was not, and what to do next.`,
  },

  new: {
    description: "start a new assignment from a small one that validates",
    title: "the heading of its notebook; made from the slug by default",
    after: `
Examples:
  nablab new softmax-regression
  nablab new softmax-regression --title "Softmax regression: one of many"

The new assignment validates as it is; docs/authoring.md explains how to make it your own.`,
  },

  newCourse: {
    description: "start a course of your own, with its own assignments and notebooks",
    title: "the heading of what learners get; made from the folder's name by default",
    after: `
Examples:
  npx --no nablab new-course ../linear-algebra
  npx --no nablab new-course ../linear-algebra --title "Linear algebra in TypeScript notebooks"

The course is a folder of its own, with nablab as one of its packages. The same commands work there.`,
  },

  release: {
    description: "write what learners get, or an autograder for Gradescope",
    out: "the folder to write to, or with --gradescope a .zip file",
    site: "write a site instead, in which learners work in their browsers, with nothing to install",
    handIn: "with --site: where learners hand in directly, the address of the pages of `nablab dashboard`",
    serve: "with --site: show it on this computer until Ctrl+C, on a port that is free unless one is named",
    kernel: "what the notebooks run on: the course's own kernel, or stock tslab in a Jupyter that has it",
    lang: "the language of the notebooks and of what learners are told",
    gradescope: "write the zip file of Gradescope's autograder instead; it holds the solution",
    seed: "seed of the hidden checks' inputs",
    /** For an option that needs --gradescope. */
    withGradescope: (option: string): string => `with --gradescope: ${option}`,
    after: `
Without a slug, it releases all assignments. Learners get their notebooks, the library, the kernel and the notebooks'
checks, compiled: no solutions, no hidden checks, nothing from other assignments. The folder must be new or empty, or hold
an earlier release, whose files are replaced; files that have been added or changed since are left alone.

Examples:
  nablab release logistic-regression --site site/     a site for a web server; needs Python 3.10 or later to be made
  nablab release logistic-regression --out course/    a folder for learners: \`npm start\` works in it
  nablab release --out course/                        with all assignments
  nablab release --kernel tslab --out course/         for a Jupyter that has the kernel tslab, and not this one
  nablab release --lang zh-CN --out course/           in Chinese, if the assignments are translated
  nablab release logistic-regression --gradescope --out autograder.zip
                                                      for staff to upload; a folder gets one zip file per assignment`,
  },

  translate: {
    description: "prepare the translation of assignments, and say what is missing",
    lang: "the language",
    check:
      "write nothing; list what is missing, stale or wrong, count it in a table by rule, and exit with 1 if there is any",
    after: `
Examples:
  nablab translate shallow-network --lang zh-CN           write what is to be translated into the assignment's folder
  nablab translate shallow-network --lang zh-CN --check   what is left to do, or wrong?

Replace the English texts in <assignment>/zh-CN/notebook.md, and every null in the files beside it and in
<assignment>/staff/zh-CN.json. Run the command again when the English has changed: what is translated stays.
\`nablab build\` makes the notebooks.`,
  },

  validate: {
    description: "prove that assignments are sound: solution, starter, misconceptions, tolerances, …",
    seed: "seed of the hidden checks' inputs",
    seeds: "number of seeds with which the hidden checks must be stable",
    noRun: "do not run the notebooks in the kernel, which takes longer than everything else",
    mutate: "instead, make small changes to the references and count those that the checks catch",
    format: "output format",
    after: `
Examples:
  nablab validate                                     every assignment; exit code 1 if one is not sound
  nablab validate shallow-network --seeds 20 --no-run one of them, in a few seconds, while you write it
  nablab validate optimization --mutate               which small mistakes would no check catch?
  nablab validate --format json > soundness.json`,
  },
};

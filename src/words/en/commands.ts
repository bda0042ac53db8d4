import { grammar } from "./grammar";

/** How an earlier run in the same folder differs from this one. */
export type Difference =
  | { of: "assignment"; earlier: string; now: string }
  | { of: "seed"; earlier: number; now: number }
  | { of: "conditions" };

/** What commands say when they run: what they did, what went wrong and what to do. */
export const commands = {
  /** These two follow an error on the command line. */
  listsCommands: "`nablab help` lists them",
  showsHow: (command: string): string => `\`nablab ${command} --help\` shows how`,
  unknownCommand: (name: string): string => `unknown command '${name}'`,
  cannotStart: (cause: string): string => `cannot start: ${cause}`,
  fault: (cause: string): string => `internal fault: ${cause} (NABLAB_DEBUG=1 shows where)`,
  inFile: (problem: string, place: string): string => `${problem}, in ${place}`,

  obstacle: (path: string, obstacle: keyof typeof obstacles): string => `cannot use ${path}: ${obstacles[obstacle]}`,

  choose: {
    noOut: "--out needs the name of a folder",
    outAmongSubmissions: (out: string): string =>
      `--out ${out} is where the submissions are; name another folder, such as results`,
    noSubmission: (paths: readonly string[]): string =>
      `no submission in ${paths.join(", ")}: expected a platform's download, or <student>.ipynb, <student>.ts or <student>/<file>`,
    severalSubmissions: (path: string, count: number): string => `${path} holds ${count} submissions; name one file`,
    notTranslated: (slug: string, lang: string): string =>
      `${slug} has not been translated into ${lang}; \`nablab translate\` prepares that`,
    unknownAssignment: (slugs: readonly string[]): string =>
      `cannot tell which assignment this is; name it with --assignment (${slugs.join(", ")})`,
    /** @param problem continues the name of the first file */
    noneReadable: (count: number, file: string, problem: string): string =>
      count === 1 ? `${file} ${problem}` : `none of ${count} submissions can be read: ${file} ${problem}, …`,
  },

  grade: {
    unknownFormat: (name: string, known: readonly string[]): string =>
      `there is no format "${name}"; known formats: ${known.join(", ")}`,
    onlyJson: "only json can be written to the terminal; name a folder for the results with --out",
    onlyPermissions: (problem: string): string => `${problem}; submissions are confined by Node's permissions alone`,
    openFolder: (folder: string): string =>
      `everybody on this machine can write to ${folder}; name a folder in it, or another one, with --out`,
    otherRun: (folder: string, difference: Difference): string =>
      `${folder} holds results of another run (${differs(difference)}); add --fresh to grade again, or name another folder`,
    otherClass: (folder: string, kept: number, difference: Difference): string =>
      `${folder} holds results of ${grammar.counted(kept, "more student")} from another run (${differs(difference)}); grade the whole class with --fresh, or name another folder`,
    keptClass: (folder: string, kept: number, added: readonly string[]): string => {
      const others = `${grammar.counted(kept, "other student")} in ${folder} ${kept === 1 ? "keeps" : "keep"} the earlier results`;
      return added.length > 0 ? `${others}; new: ${grammar.first(added)}` : others;
    },
    alike: (student: string, other: string, folder: string): string =>
      `"${student}" and "${other}", who has results in ${folder}, are too much alike; grade them in one run, or name another folder`,
    gone: (folder: string, students: readonly string[]): string =>
      `removed from ${folder}, because no longer among the submissions: ${students.join(", ")}`,
    leftOut: (format: string, students: readonly string[]): string =>
      `${format}.csv leaves out ${grammar.counted(students.length, "student")} with a score, whose username and email address are unknown; add them to the roster (--roster): ${students.join(", ")}`,
    journalKeptAside: (folder: string, file: string): string =>
      `the first line of the journal in ${folder} cannot be read; it is kept as ${file}, and everything is graded again`,
    unreadableLines: (folder: string, count: number): string =>
      `${grammar.counted(count, "line")} of the journal in ${folder} cannot be read; those submissions are graded again`,
    interrupted: (folder: string, pid: number | null): string =>
      `a run in ${folder}${pid === null ? "" : ` (process ${pid})`} was interrupted; this one takes its place`,
    unchanged: (count: number, total: number): string => `${count} of ${total} were graded before and have not changed`,
    progress: (done: number, total: number, student: string, score: string): string =>
      `${done}/${total} graded; ${student}: ${score}`,
    bar: (done: number, total: number, rate: number, secondsLeft: number): string =>
      `${done}/${total}, ${rate.toFixed(1)} a second, ${secondsLeft} s left`,
    end: (total: number, seconds: number): string =>
      `${total} graded in ${seconds.toFixed(1)} s (${(total / seconds).toFixed(1)} a second)`,
    demoReport: (file: string): string => `The report, with every student's code and verdicts: ${file}`,
  },

  build: {
    wrote: (path: string): string => `wrote ${path}`,
    upToDate: "everything is up to date",
    stale: (path: string, command: string): string => `stale: ${path}; run ${command}`,
    langOfSolutions:
      "--lang belongs to --solutions: the learners' notebooks are built in every language that they have",
    fails: (name: string, slug: string, cause: string): string =>
      `cannot build ${name}: ${cause}; \`nablab validate ${slug}\` may say more`,
  },

  translate: {
    progress: (name: string, done: number, total: number): string => `${name}: ${done} of ${total} texts translated`,
    /** The first two columns of the table; the others are named after the rules that are proved. */
    assignment: "assignment",
    texts: "texts",
  },

  validate: {
    proof: (name: string, number: number, total: number): string => `${name}: proof ${number} of ${total}`,
    mutant: (name: string, number: number, total: number): string => `${name}: mutant ${number} of ${total}`,
    score: (name: string, score: string): string => `${name}: mutation score ${score}`,
    lowScore: (name: string, score: string, required: string): string =>
      `${name}: mutation score ${score}, and ${required} are required`,
    counts: (caught: number, survived: number, equivalent: number): string =>
      `${caught} caught, ${survived} survived, ${equivalent} equivalent`,
    wrongEntry: (name: string, line: string): string =>
      `staff/equivalent-mutants.ts: no surviving mutant of ${name} is: ${line}`,
    survivor: (name: string, line: number, kind: string, check: string): string =>
      `${name}, staff/solution.ts:${line}, ${kind}; ${check} should have caught it:`,
  },

  release: {
    outOrSite: "name where to write: --out for a folder or an autograder, or --site for a site",
    onlySite: "--site is for learners' browsers, which have a kernel of their own: leave --gradescope and --kernel out",
    onlyWithSite: "--serve and --hand-in are for a site: name its folder with --site",
    portTaken: (port: number): string => `another program has port ${port}; name another one, or leave out the number`,
    serving: (address: string): string => `the site is at ${address} until you press Ctrl+C`,
    installingLite: "nablab: installing JupyterLite into .venv/site, which takes a minute; it is done only once …",
    wroteSite: (folder: string, slugs: readonly string[], files: number, megabytes: number): string =>
      `wrote ${folder}: a site with ${slugs.join(", ")} (${files} files, ${megabytes.toFixed(0)} MB); copy it to any web server`,
    oneZipEach: "Gradescope takes one zip file per assignment: name one assignment, or a folder with --out",
    langOfLearners: "--lang is for what learners get; an autograder tells results in English",
    kernelOfLearners: "--kernel is for what learners get; an autograder reads notebooks of every kernel: leave it out",
    notWritable: (path: string, cause: string): string => `cannot write to ${path}: ${cause}`,
    stale: (slug: string): string => `${slug} has changed; run \`nablab build\` before releasing it`,
    wrote: (folder: string, slugs: readonly string[], files: number): string =>
      `wrote ${folder}: ${slugs.join(", ")} (${files} files)`,
    replaced: (folder: string, slugs: readonly string[], files: number): string =>
      `${folder} held an earlier release, now replaced: ${slugs.join(", ")} (${files} files)`,
    wroteAutograder: (path: string, slug: string): string =>
      `wrote ${path}: for staff only, it holds the solution of ${slug}`,
  },

  migrate: {
    notANotebook: (file: string): string => `${file} is not a notebook (.ipynb)`,
    wrote: (files: number, folder: string, guide: string): string =>
      `wrote ${files} files into ${folder}; read ${guide} next`,
    /** Follows what is wrong with a slug, and what to do. */
    byFolder: "by naming the folder with --out",
    unusableFolder: (folder: string, code: string | undefined): string =>
      `${folder} cannot hold the assignment (${code ?? "unknown error"}); name a new folder with --out`,
    fullFolder: (folder: string): string => `${folder} already has files in it; name a new folder with --out`,
  },

  new: {
    nothingWritten: (cause: string): string => `nothing was written: ${cause}`,
    wrote: (folder: string, notebook: string, slug: string, guide: string): string =>
      `wrote ${folder}/ and ${notebook}

next: edit the files in that folder; ${guide} goes through them one by one
      npx --no nablab build ${slug}       rebuilds the notebook and expected.json
      npx --no nablab validate ${slug}    proves it sound, as it is now; with --mutate, scores its checks`,
    emptyTitle: "the title is empty or has spaces around it",
    quotedTitle: 'the title has a ", a \\ or a line break; quote with ’ or “ ” instead',
  },

  newCourse: {
    badName: (name: string): string =>
      `"${name}" cannot be a package's name: use words joined by hyphens, such as linear-algebra`,
    fullFolder: (folder: string): string => `${folder} already has files in it; name a new or empty folder`,
    noNpm: (root: string, folder: string): string =>
      `npm packs the library: start this as \`npx --no nablab new-course ${folder}\` in ${root}`,
    packFails: "`npm pack` failed (see above), and the course is not complete",
    wrote: (path: string, title: string): string =>
      `wrote ${path}: ${title}

next: cd ${path}
      npm install                    installs nablab there (once, about half a minute)
      npx --no nablab new <slug>     starts the first assignment; README.md lists the other commands`,
  },
};

/** What the system says about a path that a command should use, where choosing another path would help. */
const obstacles = {
  fileThere: "there is a file of that name",
  notAFolder: "it is a file, or inside one, not a folder",
  folder: "it is a folder, not a file",
  denied: "permission denied; choose what you may use, or ask whoever it belongs to",
  shared: "this installation is read-only for you; make a copy of your own, or ask whoever maintains it",
  readOnly: "the disk is read-only",
  full: "the disk is full",
  noNewFolder: "no folder can be made there",
};

function differs(difference: Difference): string {
  switch (difference.of) {
    case "assignment":
      return `of ${difference.earlier}, not ${difference.now}`;
    case "seed":
      return `with seed ${difference.earlier}, not ${difference.now}`;
    case "conditions":
      return "with other checks, limits or another version of the grader";
  }
}

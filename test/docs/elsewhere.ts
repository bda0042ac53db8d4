/** A command of the pages that their tests do not run as it stands: what does, or what is run in its place. */
interface Elsewhere {
  command: RegExp;
  /** The file or folder of what runs it. */
  where: string;
  why: string;
  /** A smaller case, which the page's test runs in its place. */
  instead?: string;
}

/** Short on purpose: a command belongs here when it never ends, takes minutes, or runs this very test. */
export const elsewhere: Elsewhere[] = [
  {
    command: /^(npm start( -- .*)?|npx --no nablab lab( .*)?)$/,
    where: "test/browser/startLab.ts",
    why: "JupyterLab runs until it is stopped",
  },
  {
    command:
      /^(npx --no nablab new-course \.\.\/linear-algebra .*|cd \.\.\/linear-algebra|npm install|npx --no nablab new straight-line)$/,
    where: "test/graders/cli/newCourse.long.test.ts",
    why: "makes a folder beside the repository, and installs packages",
  },
  {
    command: /^createuser nablab --pwprompt$/,
    where: "test/graders/gradebook/postgres.ts",
    why: "asks for a password; the server of the tests has this user",
  },
  {
    command:
      /^(npx --no nablab release logistic-regression --site site\/( --hand-in .*)?|npm run demo:site|npx --no nablab dashboard --db class\.db --url .* --allow-origin .*)$/,
    where: "test/graders/release/site",
    why: "installs JupyterLite; the server runs until it is stopped",
  },
  { command: /^(npm test|npm run test:long|\.ci\/run)$/, where: ".ci/run", why: "runs this very test" },
  {
    command: /^npx --no nablab validate$/,
    where: "test/assignments",
    why: "200 seeds of every assignment, and every notebook, take minutes",
    instead: "npx --no nablab validate --help",
  },
];

/** A line of a block without its comment. */
export function withoutComment(line: string): string {
  return line.replace(/(^|\s+)#.*$/, "").trim();
}

/** What a page's test runs for a line of a block: the line, or what the list has in its place. */
export function insteadOf(line: string): string {
  const entry = elsewhere.find(({ command }) => command.test(withoutComment(line)));
  return entry === undefined ? line : (entry.instead ?? "");
}

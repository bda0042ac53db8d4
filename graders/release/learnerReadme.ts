import type { Assignment } from "../../src/check/define";
import { nameOf } from "../course/folderOf";

/** The README of what learners get. */
export function learnerReadme(title: string, assignments: readonly Assignment[]): string {
  const [first] = assignments;
  return `# ${title}

You need [Node.js](https://nodejs.org) with npm 10 or later, and [Python](https://www.python.org) 3.10 or later for
JupyterLab; on Linux also the library libatomic, if it is not there (\`sudo apt install libatomic1\`). In this folder:

\`\`\`sh
npm start
\`\`\`

The first time, it installs what is missing (a minute or two); then JupyterLab opens in your browser. Start with
\`${notebookOf(first)}\`. On a server: \`npm start -- --no-browser --port 8899\`. Ctrl+C ends it.

| notebook | you write | points |
|---|---|---|
${assignments.map(rowOf).join("\n")}

Replace each \`throw new NotImplemented(…)\` by your code, and run \`check\` in the cell below it: it says whether your
function is right, and if not, where it differs and what the mistake may be. Points are for these functions; everything
else in a notebook is yours to try things out.

## Before you hand in

Save the notebook, and check the file as it is:

\`\`\`sh
npx --no nablab check ${notebookPath(first)}
\`\`\`

Then hand in the notebook itself, ${assignments.length > 1 ? "such as " : ""}\`${notebookPath(first)}\`, and nothing
else. Grading tries your functions on further inputs. They may use \`nablab\` and what you declare in the notebook, and no
other package.

## What is in this folder

\`notebooks/\` is yours. \`dist/\` holds the library, the notebooks' TypeScript kernel and the checks; \`package.json\`,
\`package-lock.json\` and \`requirements.txt\` say what is to be installed. All of it goes into this folder, into
\`node_modules/\` and \`.venv/\`: to get rid of everything, delete the folder.
`;
}

function notebookOf(assignment: Assignment): string {
  return `${nameOf(assignment)}.ipynb`;
}

function notebookPath(assignment: Assignment): string {
  return `notebooks/${notebookOf(assignment)}`;
}

function rowOf(assignment: Assignment): string {
  const names = assignment.functions.map(({ name }) => `\`${name}\``).join(", ");
  const points = assignment.functions.reduce((total, one) => total + one.points, 0);
  return `| [${assignment.title}](${notebookPath(assignment)}) | ${names} | ${points} |`;
}

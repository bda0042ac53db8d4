/** A notebook that is handed out. */
export interface HandedOut {
  title: string;
  /** Its name, and its path in the release. */
  file: string;
  path: string;
  /** The graded functions in it. */
  functions: readonly string[];
  points: number;
}

/**
 * The README of what learners get.
 *
 * @param hasKernel whether the course's own kernel runs the notebooks; otherwise it is tslab, which is there
 */
export function learnerReadme(course: string, notebooks: readonly HandedOut[], hasKernel: boolean): string {
  const [first] = notebooks;
  return `# ${course}

${hasKernel ? startOwn(first) : startTslab(first)}

| notebook | you write | points |
|---|---|---|
${notebooks.map(rowOf).join("\n")}

Replace each \`throw new NotImplemented(…)\` with your code, and run \`check\` in the cell below it: it says whether your
function is correct, and if not, where it differs and what the mistake may be. Points are for these functions; everything
else in a notebook is yours to try things out.

## Before you hand in

Save the notebook, and check the file as it is:

\`\`\`sh
npx --no nablab check ${first.path}
\`\`\`

Then hand in the notebook itself, ${notebooks.length > 1 ? "such as " : ""}\`${first.path}\`, and nothing
else. Grading tries your functions on further inputs. They may use \`nablab\` and what you declare in the notebook, and no
other package.

## What is in this folder

${hasKernel ? ownContents : tslabContents}
`;
}

const ownContents = `\`notebooks/\` is yours. \`dist/\` holds the library, the notebooks' TypeScript kernel and the checks; \`package.json\`,
\`package-lock.json\` and \`requirements.txt\` say what is to be installed. All of it goes into this folder, into
\`node_modules/\` and \`.venv/\`: to get rid of everything, delete the folder.`;

const tslabContents = `\`notebooks/\` is yours. \`dist/\` holds the library and the checks; \`package.json\` and \`package-lock.json\` say
what is to be installed, into \`node_modules/\`: to get rid of everything, delete the folder.`;

function startOwn({ file }: HandedOut): string {
  return `You need [Node.js](https://nodejs.org) with npm 10 or later, and [Python](https://www.python.org) 3.10 or later for
JupyterLab; on Linux also the library libatomic, if it is not there (\`sudo apt install libatomic1\`). In this folder:

\`\`\`sh
npm start
\`\`\`

The first time, it installs what is missing (a minute or two); then JupyterLab opens in your browser. Start with
\`${file}\`. On a server: \`npm start -- --no-browser --port 8899\`. Ctrl+C ends it.`;
}

function startTslab({ file }: HandedOut): string {
  return `These notebooks run on the kernel [tslab](https://github.com/yunabe/tslab), which your Jupyter must have: it is called
"TypeScript" there. You also need [Node.js](https://nodejs.org) with npm 10 or later. In this folder, once:

\`\`\`sh
npm install
\`\`\`

Then open \`notebooks/${file}\` in Jupyter. In what you write, give objects their values in full,
\`{ W1: W1, b1: b1 }\`: tslab does not understand \`{ W1, b1 }\` if a cell declares \`W1\` outside of functions.`;
}

function rowOf({ title, path, functions, points }: HandedOut): string {
  return `| [${title}](${path}) | ${functions.map((name) => `\`${name}\``).join(", ")} | ${points} |`;
}

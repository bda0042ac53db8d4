import { npmSettings } from "../../course/npmSettings";

/** What a new course is called, and the package that it uses. */
export interface CourseIdentity {
  /** The name of its npm package, such as `linear-algebra`. */
  name: string;
  /** The heading of what learners get. */
  title: string;
  /** The file in the course's folder that holds the library: `nablab-0.2.0.tgz`. */
  tarball: string;
}

/** The files that a new course starts with, by path. */
export function courseFiles({ name, title, tarball }: CourseIdentity): Record<string, string> {
  const manifest = {
    name,
    version: "0.1.0",
    description: title,
    private: true,
    type: "commonjs",
    nablab: { title },
    scripts: { start: "nablab lab", test: "nablab build --check && nablab validate" },
    dependencies: { nablab: `file:${tarball}` },
    allowScripts: { node: true, zeromq: true },
  };
  return {
    "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "tsconfig.json": `${JSON.stringify(typeScript, null, 2)}\n`,
    ".npmrc": npmSettings,
    ".gitignore": "node_modules/\ndist/\n.venv/\n.ipynb_checkpoints/\n",
    "README.md": readme(title, tarball),
  };
}

/** For editors; only the kernel knows what a notebook's cells declare. */
const typeScript = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2023"],
    module: "node16",
    strict: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    isolatedModules: true,
    skipLibCheck: true,
    types: ["node"],
    noEmit: true,
  },
  include: ["assignments"],
  exclude: ["assignments/*/notebook.ts"],
};

function readme(title: string, tarball: string): string {
  return `# ${title}

A course in TypeScript notebooks, made with nablab. You need [Node.js](https://nodejs.org) with npm 10 or later, and
[Python](https://www.python.org) 3.10 or later for JupyterLab. Run the commands in this folder.

| to | run |
|---|---|
| install what is missing | \`npm install\` |
| start an assignment, in \`assignments/\` | \`npx --no nablab new <slug>\` |
| make the notebooks, in \`notebooks/\` | \`npx --no nablab build\` |
| prove the assignments sound | \`npx --no nablab validate\` |
| open the notebooks in JupyterLab | \`npm start\` |
| write what learners get | \`npx --no nablab release --out <folder>\` |
| grade what they hand in | \`npx --no nablab grade <folder> --out <folder>\` |

\`npx --no nablab <command> --help\` explains a command. Solutions, and all that gives them away, are in the folders called
\`staff\`: \`release\` leaves them out, so hand out what it writes and not this folder.

\`${tarball}\` is the library. For another version, put its file here, name it in \`package.json\`, and run
\`npm install\`. Commit all files but those that \`.gitignore\` lists.
`;
}

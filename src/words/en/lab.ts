/** About JupyterLab, what it needs, and the kernel. */
export const lab = {
  installing: "installing JupyterLab into .venv (once, about half a minute)",
  languagePack: (command: string): string =>
    `JupyterLab's own menus stay English without its language pack; \`${command}\` installs it`,
  building: "building the library",
  buildFails: "`npm run build` failed (see above)",

  /** These three end with how to install what is missing; null where that depends on the system. */
  oldPython: (found: string, oldest: string, command: string | null): string =>
    `JupyterLab needs Python ${oldest} or later, not ${found}; ${install(command)}`,
  noPython: (command: string | null): string => `Python is missing; ${install(command)}`,
  noModule: (name: string, command: string | null): string => `Python's ${name} module is missing; ${install(command)}`,
  /** Continues one of them. */
  withoutPython: "`npm run demo` needs no Python",
  venvFails: (python: string, complaint: string | undefined): string =>
    `\`${python} -m venv\` failed: ${complaint ?? "it says nothing"}`,
  pipFails: "pip could not install from PyPI (see above); check the network and try again",

  /** Whoever may not write into the folder uses what staff have installed. */
  sharedInstallation: (folder: string): string =>
    `${folder} is read-only for you: open your notebooks in the JupyterLab that your staff have set up, or make a copy of the folder of your own`,

  /** Whoever may write there has to run the command. */
  staleInstallation: (folder: string): string => stale(folder, "npm run build"),
  staleCourse: (folder: string): string => stale(folder, "npx --no nablab kernel install"),

  kernel: {
    installed: (folder: string): string => `installed the kernel "nablab" in ${folder}`,
    linked: (file: string): string => `\`nablab\` now works from every folder, through ${file}`,
    offerLink: "for the command `nablab` in every folder, name one on the PATH: --link /usr/local/bin",
    otherProgram: (file: string): string =>
      `${file} is another program; remove it, or name another folder on the PATH with --link`,
    noLinkHere: "--link writes a shell script, which Windows cannot run; use `npx --no nablab` in the folder of nablab",
    removed: (folder: string): string => `removed ${folder}`,
    noSpec: (folder: string): string => `no kernel spec in ${folder}; \`nablab kernel list\` shows where there is one`,
    notInstalled: "the kernel is not installed; `npm start` or `nablab kernel install` installs it",
    onePlace: "--prefix, --user and --sys-prefix exclude each other; give one",
    noPython: "--sys-prefix needs Python; install it, or use --user",
  },
};

function stale(folder: string, command: string): string {
  return `${folder} has changed since it was built, and is read-only for you: ask whoever maintains it to run \`${command}\` there`;
}

function install(command: string | null): string {
  return command === null
    ? "install it with your system's package manager (python3, with venv and pip)"
    : `install it with \`${command}\``;
}

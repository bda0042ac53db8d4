/** Handing in from a terminal and from a notebook. */
export const submit = {
  address: (given: string): string =>
    `${given} is no address to hand in to; expected one such as https://nablab.example.org, over TLS unless it is this machine`,
  noAddress: (known: readonly string[]): string =>
    known.length === 0
      ? "say where to hand in: sign in once with `nablab sign-in https://…`, at the address of your course's pages"
      : `there are several places to hand in; say which one: ${known.join(", ")}`,
  noToken: (origin: string): string =>
    `there is no token for ${origin}; \`nablab sign-in ${origin}\` asks for the one from your page there, or set NABLAB_TOKEN`,
  openFile: (path: string): string =>
    `other users of this machine can read ${path}, which holds your tokens; \`chmod 600 ${path}\`, and replace the token on your page`,
  damagedFile: (path: string): string => `${path} is damaged; delete it, and sign in again with \`nablab sign-in\``,
  unreachable: (origin: string, reason: string): string =>
    `no answer from ${origin} (${reason}); hand in again later: the same file counts once, whether or not it has arrived`,
  foreign: (origin: string, status: number): string =>
    `what answers at ${origin} is not nablab's dashboard, or an older one (status ${status}); look at the address`,
  handedIn: (page: string): string => `handed in; ${page} shows it`,
  stillWaiting: (page: string): string => `handed in, and not graded yet; ${page} will show the verdict`,
  fault: (page: string): string =>
    `handed in, but something went wrong on the course's side, which costs you nothing; ${page} shows how it goes on`,

  help: {
    description: "hand in a notebook, and show the verdict of the public checks",
    file: "a notebook, a .ts file, or a .zip of them",
    to: "the address of the course's pages; the only one that you have signed in at, by default",
    run: "what it is handed in for, by the assignment's slug; the file says so itself by default",
    after: `
Examples:
  nablab sign-in https://nablab.example.org            once: it asks for the token from your page there
  nablab submit 01-logistic-regression.ipynb

The token is taken from NABLAB_TOKEN, or from where \`nablab sign-in\` has kept it. Exit code: 0 when everything is correct,
1 when there is something left to do, 2 when nothing was handed in, 3 when there is no verdict.`,
  },
  signIn: {
    description: "keep the token with which `nablab submit` and `submit()` hand in",
    url: "the address of the course's pages",
    forget: "forget the token",
    after: `
Examples:
  nablab sign-in https://nablab.example.org
  nablab sign-in https://nablab.example.org --forget

The token is on the page My course, or comes from the staff of the course. It is read from the terminal, or from standard
input, and kept in a file that only you can read.`,
    ask: (origin: string): string => `Token for ${origin}: `,
    none: "no token was given",
    done: (course: string, path: string): string => `signed in to ${course}; the token is in ${path}`,
    forgotten: (origin: string): string => `forgot the token for ${origin}`,
    nothingToForget: (origin: string): string => `there is no token for ${origin}`,
  },
  notebook: {
    sending: (name: string): string => `handing in ${name} …`,
    waiting: (name: string): string => `${name} is handed in, and is being graded …`,
    done: (name: string, time: string, points: string, most: string): string =>
      `${name} was handed in at ${time}: ${points} of ${most} points in the public checks`,
    released: (name: string, time: string, points: string, most: string): string =>
      `${name} was handed in at ${time}: ${points} of ${most} points`,
    notGradable: (name: string, error: string): string => `${name} was handed in, but ${error}`,
    page: "your page",
    noPath:
      "submit() does not know which file this notebook is in: it works in JupyterLab; elsewhere, `nablab submit <file>` hands in",
    gone: (path: string): string =>
      `${path} is not there any more: the notebook was renamed or moved; save it, restart the kernel, and run this again`,
    saveFirst:
      "save the notebook first, and run this again: what was run last is not what the file holds, and the file is what is handed in",
    noFiles: "submit() needs Node's kernel; use the button for handing in, above the notebook",
  },
  unreadable: (path: string, code: string): string => `${path} cannot be read (${code})`,
  notAFile: (path: string): string => `${path} is not a file`,
  tooLarge: (path: string, megabytes: number): string => `${path} has more than ${megabytes} MB, which is not taken`,
};

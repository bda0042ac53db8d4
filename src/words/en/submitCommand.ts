/** `nablab submit` and `nablab sign-in`. */
export const submitCommand = {
  handedIn: (page: string): string => `handed in; ${page} shows it`,
  unreadable: (path: string, code: string): string => `${path} cannot be read (${code})`,
  notAFile: (path: string): string => `${path} is not a file`,
  tooLarge: (path: string, megabytes: number): string => `${path} has more than ${megabytes} MB, which is not taken`,

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
};

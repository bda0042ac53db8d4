/** About signing in with an account of the university's. */
export const signIn = {
  help: {
    oidc: "a JSON file that says how people sign in with an account of the university's",
    host: "the address to listen at; this machine alone by default",
    url: "the address under which browsers reach the pages, such as https://nablab.example.org",
  },
  link: (name: string | undefined): string => (name === undefined ? "Sign in" : `Sign in with ${name}`),
  signOut: "Sign out",
  signedOut: "You have signed out.",
  askToSignIn: "Sign in to see the pages of this course.",
  notOnRoster: (value: string): string =>
    `Nobody on this course's roster is known as ${value}. Ask the staff of the course to add you.`,
  problems: {
    state: "This sign-in was used, took longer than ten minutes, or was begun in another browser. Begin again.",
    exchange: "The sign-in did not work; try again. The terminal of `nablab dashboard` says more.",
    claim: "Your account does not say who you are on the roster. Ask the staff of the course.",
    unverified: "Your account's address is not confirmed yet. Confirm it there, and sign in again.",
  },
  /** In the terminal of those who serve the pages. */
  failed: (message: string): string => `a sign-in failed: ${message}`,

  settings: {
    notAnObject:
      'the file is not a JSON object such as { "issuer": "https://login.example.org", "clientId": "nablab", "clientSecret": "…" }',
    unknown: (name: string, known: readonly string[]): string =>
      `there is no setting "${name}"; known: ${known.join(", ")}`,
    missing: (name: string): string => `the setting "${name}" is missing`,
    notText: (name: string): string => `the setting "${name}" has to be text`,
    matches: (given: string): string => `"matches" is "${given}"; expected "login" or "email"`,
    address: (name: string, given: string): string =>
      `"${name}" is ${given}; expected an address that begins with https://`,
    unreadable: (path: string, code: string | undefined): string =>
      `${path} cannot be read (${code ?? "unknown error"})`,
    inFile: (path: string, message: string): string => `${path}: ${message}`,
  },
  hostNeedsSignIn: (host: string): string =>
    `--host ${host} lets other machines in: say who may with --oidc or --lti, and name the pages' address with --url`,
  urlNotSecure: (given: string): string =>
    `--url is ${given}; expected an address such as https://nablab.example.org, without a path`,
  hostTaken: (host: string): string => `this machine has no address ${host}; name another one with --host`,
};

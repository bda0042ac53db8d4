/** Handing in, from a terminal or from a notebook. */
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
  stillWaiting: (page: string): string => `handed in, and not graded yet; ${page} will show the verdict`,
  fault: (page: string): string =>
    `handed in, but something went wrong on the course's side, which costs you nothing; ${page} shows how it goes on`,

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
};

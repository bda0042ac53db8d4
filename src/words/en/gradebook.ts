type WrongSchema = "empty" | "older" | "newer" | "foreign";

/** About the gradebook: what it refuses, and what its commands say. */
export const gradebook = {
  store: {
    missing: (path: string): string => `there is no gradebook ${path}; \`nablab gradebook init\` makes one`,
    wrongSchema: (path: string, state: WrongSchema): string => `${path} ${schemas[state]}`,
    folder: (path: string): string => `${path} is a folder; name a file, such as class.db`,
    noFolder: (path: string): string => `there is no folder ${path}; make it first`,
    network: (path: string): string =>
      `${path} is on a disk of another machine, where two programs would damage it; name a local file, or a postgres:// address`,
    otherOrder: (shown: string, order: string): string =>
      `${shown} sorts text as ${order}; make the database with LC_COLLATE 'C'`,
  },

  /** What the database itself reports. */
  database: {
    busy: (shown: string): string => `another program is writing to ${shown}; try again`,
    readOnly: (shown: string): string => `${shown} is read-only for you`,
    unreadable: (shown: string): string => `${shown} cannot be read or written; look at its folder and its disk`,
    damaged: (shown: string): string => `${shown} is damaged; restore a backup`,
    full: (shown: string): string => `the disk of ${shown} is full; nothing of this was recorded`,
    foreign: (shown: string): string => `${shown} is not a gradebook; name another file`,
    denied: (shown: string): string => `${shown} refuses this user; look at the name, the password and the rights`,
    noDatabase: (shown: string): string => `there is no such database: ${shown}; make it with createdb`,
    gone: (shown: string): string => `no database answers at ${shown}; start it, or correct the address`,
  },
};

const schemas: Record<WrongSchema, string> = {
  empty: "has no tables yet; `nablab gradebook init` makes them",
  older: "is of an earlier version; `nablab gradebook init` migrates it (make a backup first)",
  newer: "is of a later version of nablab; use that one",
  foreign: "is a database of another program; name another file",
};

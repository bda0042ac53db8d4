/** Whether a gradebook is a database of PostgreSQL's; otherwise it is a file. */
export function isPostgres(where: string): boolean {
  return /^postgres(ql)?:/.test(where);
}

/** An address without the password. */
export function shownAddress(where: string): string {
  return where.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, "$1@");
}

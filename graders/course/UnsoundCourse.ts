/** The assignments' folders contradict each other or themselves; the message says in one line what to change. */
export class UnsoundCourse extends Error {}

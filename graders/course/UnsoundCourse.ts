/** The assignments' folders contradict each other or themselves; the message is one line that says what to change. */
export class UnsoundCourse extends Error {}

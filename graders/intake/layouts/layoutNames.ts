/** For `--layout`. The first that recognises a folder is used; the last one recognises any. */
export const layoutNames = ["gradescope", "moodle", "blackboard", "canvas", "github", "plain"] as const;

export type LayoutName = (typeof layoutNames)[number];

import type { Course } from "../graders/course/Course";
import { courseFolders } from "../graders/course/courseFolders";
import { root } from "../graders/course/folderOf";
import { assignments } from "../src/assignments";

/** The repository's own course, with the assignments that tests import. */
export const ownCourse: Course = {
  title: "Deep learning in TypeScript notebooks",
  titles: { "zh-CN": "用 TypeScript 笔记本学习深度学习" },
  ...courseFolders(root),
  assignments,
};

import { expect, it } from "vitest";
import { tongueOf } from "../../../graders/course/tongueOf";
import type { Tongue } from "../../../graders/engine/Tongue";
import { learnerReadme } from "../../../graders/release/learnerReadme";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

const [assignment] = assignments;
const course = { title: "Deep learning", titles: { "zh-CN": "深度学习" } };

it("has the course's title in the release's language, where the course says it", async () => {
  const tongues = [(await tongueOf(ownCourse, assignment, "zh-CN")) as Tongue];
  const chinese = learnerReadme(course, [assignment], "nablab", tongues);
  expect(chinese).toMatch(/^# 深度学习\n\n你需要 /);
  expect(chinese).toContain("| [Logistic 回归：只有一个神经元的网络](notebooks/01-logistic-regression.ipynb) |");
  expect(learnerReadme({ title: "Deep learning" }, [assignment], "nablab", tongues)).toMatch(
    /^# Deep learning\n\n你需要 /,
  );
  expect(learnerReadme(course, [assignment], "nablab")).toMatch(/^# Deep learning\n\nYou need /);
});

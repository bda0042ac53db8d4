import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { proofs } from "../../../../graders/authoring/proofs";
import type { Subject } from "../../../../graders/authoring/proofs/Proof";
import { translationsHold } from "../../../../graders/authoring/proofs/translationsHold";
import * as english from "../../../../graders/authoring/translation/englishOf";
import * as translations from "../../../../graders/authoring/translation/Translation";
import { folderOf } from "../../../../graders/course/folderOf";
import { assignment } from "../../../../src/assignments/01-logistic-regression/assignment";
import { ownCourse } from "../../../ownCourse";
import { tinySubject } from "./tinySubject";

const right = translations.readTranslation(folderOf(ownCourse, assignment), "zh-CN");

let subject: Subject;
let said: english.English;

beforeAll(async () => {
  subject = { ...(await tinySubject()), assignment };
  said = await english.englishOf(ownCourse, assignment);
});
afterEach(() => vi.restoreAllMocks());

/** What the proof says of the first assignment with another translation: the problems of each finding that has some. */
async function findingsWith(changed: Partial<translations.Translation>): Promise<[what: string, problems: string[]][]> {
  vi.spyOn(translations, "readTranslation").mockReturnValue({ ...right, ...changed });
  vi.spyOn(english, "englishOf").mockResolvedValue(said);
  const findings = await translationsHold(subject);
  expect([findings].flat()).toHaveLength(8);
  return [findings]
    .flat()
    .flatMap(({ what, problems }) => (problems.length > 0 ? [[what, problems] as const] : [])) as [string, string[]][];
}

/** The passages with one text changed. */
function passagesWith(old: string, changed: string): Partial<translations.Translation> {
  const at = right.passages.findIndex(({ text }) => text.includes(old));
  const { hash, text } = right.passages[at];
  return { passages: right.passages.with(at, { hash, text: text.replace(old, () => changed) }) };
}

it("is one of the proofs of validate, and finds nothing in the translation as it is", async () => {
  expect(proofs).toContain(translationsHold);
  expect(await findingsWith({})).toEqual([]);
});

it.each<[what: string, problem: RegExp, Partial<translations.Translation>]>([
  ["everything is translated", /^zh-CN\/notebook\.md: .* is not translated$/, { passages: right.passages.slice(1) }],
  [
    "nothing is stale",
    /^zh-CN\/notebook\.md: 0123abcd is stale/,
    { passages: [...right.passages, { hash: "0123abcd", text: "旧的一段。" }] },
  ],
  ["formulas are those", /formulas differ: lacks \$a\$, adds \$b\$/, passagesWith("$a$ 就是", "$b$ 就是")],
  ["formulas are those", /set off differ: lacks dw, adds db/, passagesWith("    dw   = 1/m", "    db   = 1/m")],
  ["code is that", /code differ: lacks `np\.exp`, adds `np\.log`/, passagesWith("`np.exp`", "`np.log`")],
  ["numbers are those", /numbers differ: lacks 28, adds 29/, passagesWith("28 × 28", "29 × 28")],
  ["terms are those", /"supervised learning" is 监督学习/, passagesWith("**监督学习**", "**督导学习**")],
  ["punctuation and spaces", /a mark of half width after Chinese/, passagesWith("最小的神经网络，", "最小的神经网络,")],
])("names what breaks: %s", async (what, problem, changed) => {
  const found = await findingsWith(changed);
  expect(found.map(([each]) => each)).toEqual([expect.stringContaining(`zh-CN: ${what}`)]);
  expect(found[0][1].join("\n")).toMatch(problem);
});

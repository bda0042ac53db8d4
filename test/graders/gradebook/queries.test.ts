import { describe, expect, test } from "vitest";
import { aboutPerson } from "../../../graders/gradebook/aboutPerson";
import { courseIn } from "../../../graders/gradebook/course";
import { factsOf } from "../../../graders/gradebook/facts";
import { learnerFile, learnerHandIn } from "../../../graders/gradebook/learner/learnerHandIn";
import { learnerView } from "../../../graders/gradebook/learner/learnerView";
import { openReview } from "../../../graders/gradebook/learner/review";
import { ownerOf, tokenMade } from "../../../graders/gradebook/learner/submitToken";
import { waitingOf } from "../../../graders/gradebook/learner/waitingOf";
import { linksIn } from "../../../graders/gradebook/lms/linkRun";
import { dueMarks } from "../../../graders/gradebook/lms/passback";
import { noPenalty } from "../../../graders/gradebook/marks/LatePolicy";
import { peopleIn, personNamed, rosterOf } from "../../../graders/gradebook/people";
import { auditChoices, auditPage } from "../../../graders/gradebook/queries/auditPage";
import { classPage, sectionsIn } from "../../../graders/gradebook/queries/classPage";
import { commentsOn } from "../../../graders/gradebook/queries/commentsOn";
import { extensionsIn } from "../../../graders/gradebook/queries/extensions";
import { faultRows } from "../../../graders/gradebook/queries/faults";
import { functionShares } from "../../../graders/gradebook/queries/functionShares";
import { gradeVersions } from "../../../graders/gradebook/queries/gradeVersions";
import { itemsIn } from "../../../graders/gradebook/queries/items";
import { lateIn } from "../../../graders/gradebook/queries/late";
import { learnerPage } from "../../../graders/gradebook/queries/learnerPage";
import { lmsPage } from "../../../graders/gradebook/queries/lmsPage";
import { nextToLookAt } from "../../../graders/gradebook/queries/nextToLookAt";
import { hasTokens, openRuns } from "../../../graders/gradebook/queries/openRuns";
import { peoplePage } from "../../../graders/gradebook/queries/peoplePage";
import { questionGroups } from "../../../graders/gradebook/queries/questionGroups";
import { groupPage } from "../../../graders/gradebook/queries/questionPage";
import { queueState, resultCounts } from "../../../graders/gradebook/queries/queueState";
import { regradePage, regradesIn } from "../../../graders/gradebook/queries/regradePage";
import { runPage } from "../../../graders/gradebook/queries/runPage";
import { runsUnder } from "../../../graders/gradebook/queries/runsUnder";
import { savedFor } from "../../../graders/gradebook/queries/savedFor";
import { pairPage, similarPage } from "../../../graders/gradebook/queries/similarPairs";
import { submissionPage } from "../../../graders/gradebook/queries/submissionPage";
import { marksIn, totals } from "../../../graders/gradebook/queries/totals";
import { urgentRuns } from "../../../graders/gradebook/queries/urgentRuns";
import { waitingRows, waitsOtherwise } from "../../../graders/gradebook/queries/waiting";
import { marksOf } from "../../../graders/gradebook/recompute";
import { lastRegrade, openRegrade } from "../../../graders/gradebook/regrade/openRegrade";
import { previewOf } from "../../../graders/gradebook/regrade/preview";
import { waitingIn } from "../../../graders/gradebook/regrade/settleRegrade";
import { finalReport, handInReport } from "../../../graders/gradebook/report";
import { runNamed, runsInOrder } from "../../../graders/gradebook/runs";
import type { Db } from "../../../graders/gradebook/Store";
import { savedComments } from "../../../graders/gradebook/savedComment";
import { countedHandIns } from "../../../graders/gradebook/similar/countedHandIns";
import { assignments } from "../../../src/assignments";
import { everyPage } from "../web/everyPage";
import { AClass } from "./aClass";
import { everything } from "./everything";
import { fill } from "./fillClass";
import { onBoth } from "./onBoth";
import { noPostgres } from "./postgres";

const about = { assignment: assignments[0], titles: new Map(), versions: { nablab: "0", node: "0" } };

/** Every query, by name. */
const queries: Record<string, (db: Db) => Promise<unknown>> = {
  courseIn,
  factsOf: (db) => factsOf(db, "all"),
  marksOf: (db) => marksOf(db, "all"),
  peopleIn,
  personNamed: (db) => personNamed(db, "émile"),
  rosterOf: (db) => rosterOf(db, "class.db"),
  runsInOrder,
  runNamed: (db) => runNamed(db, "a"),
  totals: async (db) => totals(db, await runsInOrder(db)),
  marksIn: async (db) => marksIn(db, await runNamed(db, "b")),
  classPage: async (db) => classPage(db, await runsInOrder(db), {}),
  "classPage, filtered": async (db) => classPage(db, await runsInOrder(db), { find: "É", after: "a" }),
  sectionsIn,
  hasTokens,
  openRuns: (db) => openRuns(db, "2026-05-05T00:00:00.000Z"),
  urgentRuns,
  waitingRows,
  waitsOtherwise: async (db) => [
    await waitsOtherwise(db, []),
    await waitsOtherwise(db, ["1"]),
    await waitsOtherwise(db, ["2"]),
  ],
  faultRows,
  functionShares: async (db) => functionShares(db, await runNamed(db, "b")),
  runPage: async (db) => runPage(db, await runNamed(db, "b")),
  learnerPage: async (db) => learnerPage(db, await personNamed(db, "ada")),
  learnerView: async (db) => learnerView(db, (await personNamed(db, "ada")).id, "2026-06-01T00:00:00.000Z"),
  learnerHandIn: async (db) => {
    const { id, person } = await db
      .selectFrom("submission")
      .select(["id", "person"])
      .orderBy("id")
      .executeTakeFirstOrThrow();
    return [await learnerHandIn(db, person, id, "2026-06-01T00:00:00.000Z"), await learnerFile(db, person, id)];
  },
  waitingOf: async (db) => [
    ...(await waitingOf(
      db,
      (await peopleIn(db)).map(({ id }) => id),
    )),
  ],
  openReview: async (db) => openReview(db, (await runNamed(db, "b")).id, (await personNamed(db, "zoe")).id),
  ownerOf: (db) => ownerOf(db, "nobody's"),
  tokenMade: async (db) => tokenMade(db, (await personNamed(db, "ada")).id),
  submissionPage: async (db) =>
    submissionPage(db, (await db.selectFrom("submission").select("id").orderBy("id").executeTakeFirstOrThrow()).id),
  commentsOn: async (db) =>
    commentsOn(
      db,
      (await db.selectFrom("submission").select("id").orderBy("id").execute()).map(({ id }) => id),
    ),
  savedComments,
  savedFor: async (db) => {
    const { id } = await db.selectFrom("submission").select("id").orderBy("id").executeTakeFirstOrThrow();
    return savedFor(db, (await submissionPage(db, id)).verdict);
  },
  questionGroups: async (db) => questionGroups(db, { run: (await runNamed(db, "b")).id, name: "f" }),
  groupPage: async (db) => groupPage(db, { run: (await runNamed(db, "b")).id, name: "f" }, "incorrect", 0),
  nextToLookAt: async (db) => {
    const run = (await runNamed(db, "b")).id;
    const submissions = await db.selectFrom("submission").select("id").where("run", "=", run).orderBy("id").execute();
    const asked = [{}, { name: "f" }, ...submissions.map(({ id }) => ({ after: id }))];
    return Promise.all(asked.map((one) => nextToLookAt(db, run, one)));
  },
  queueState,
  runsUnder: (db) => runsUnder(db, ["1", "2"]),
  resultCounts,
  gradeVersions: async (db) => [...(await gradeVersions(db))],
  lateIn: (db) => lateIn(db),
  countedHandIns: async (db) => countedHandIns(db, (await runNamed(db, "b")).id),
  lmsPage,
  linksIn,
  dueMarks: (db) => dueMarks(db, "2026-06-01T00:00:00.000Z"),
  similarPage: async (db) => similarPage(db, await runNamed(db, "b"), 20),
  pairPage: async (db) => {
    const run = await runNamed(db, "b");
    const [one, other] = await countedHandIns(db, run.id);
    return pairPage(db, run, other.id, one.id);
  },
  "lateIn, one run": (db) => lateIn(db, "a"),
  itemsIn: async (db) => itemsIn(db, await runNamed(db, "b")),
  extensionsIn: async (db) => extensionsIn(db, await runNamed(db, "a")),
  peoplePage: (db) => peoplePage(db, { role: "learner", find: "a" }),
  auditPage: (db) => auditPage(db, { about: "person:", by: "staff", before: "id-000200" }),
  auditChoices,
  regradesIn: async (db) => regradesIn(db, await runNamed(db, "b")),
  regradePage: async (db) => regradePage(db, (await lastRegrade(db, (await runNamed(db, "b")).id))?.id ?? ""),
  aboutPerson: async (db) => aboutPerson(db, await personNamed(db, "Ada")),
  openRegrade: async (db) => openRegrade(db, (await runNamed(db, "b")).id),
  lastRegrade: async (db) => lastRegrade(db, (await runNamed(db, "b")).id),
  waitingIn: async (db) => waitingIn(db, { run: (await runNamed(db, "b")).id, conditions: "2" }),
  previewOf: async (db) => previewOf(db, { run: (await runNamed(db, "b")).id, conditions: "2" }, false),
  "previewOf, never lower": async (db) => previewOf(db, { run: (await runNamed(db, "b")).id, conditions: "2" }, true),
  finalReport: async (db) => [...(await finalReport(db, await runNamed(db, "b"), about)).submissions()],
  handInReport: async (db) => {
    const ids = (await db.selectFrom("submission").select("id").orderBy("id").execute()).map(({ id }) => id);
    return [...(await handInReport(db, await runNamed(db, "b"), about, ids)).submissions()];
  },
};

/** What each query gave, by the database and the query. */
const found = new Map<string, Map<string, unknown>>();

/** What each page showed, by the database and the address. */
const pages = new Map<string, Map<string, string>>();

onBoth("Every query", (place) => {
  test("gives rows", async () => {
    const one = new AClass(await place.fresh());
    await fill(one);
    const rows = new Map<string, unknown>([["everything", await everything(one.store)]]);
    for (const [name, query] of Object.entries(queries)) rows.set(name, await query(one.store.db));
    for (const [name, value] of rows) expect(JSON.stringify(value).length, name).toBeGreaterThan(0);
    const name = one.store.sqlite ? "SQLite" : "PostgreSQL";
    found.set(name, rows);
    pages.set(name, await everyPage(one.store, about));
  }, 60_000);
});

describe.skipIf(noPostgres !== null)("Every query", () => {
  test.each(["everything", ...Object.keys(queries)])(
    "gives equal rows in equal order on both databases: %s",
    (name) => {
      expect(found.get("PostgreSQL")?.get(name)).toEqual(found.get("SQLite")?.get(name));
    },
  );

  test("makes the same pages on both, from every route", () => {
    const [onPostgres, onFile] = ["PostgreSQL", "SQLite"].map((name) => pages.get(name) ?? new Map<string, string>());
    expect(onFile.size).toBeGreaterThan(30);
    for (const [path, text] of onFile) {
      expect(text, path).toMatch(/^(200|302|303) /);
      expect(onPostgres.get(path), path).toBe(text);
    }
    expect(onPostgres.size).toBe(onFile.size);
  });

  test("sorts names as their characters are numbered", () => {
    const people = found.get("SQLite")?.get("peopleIn") as { login: string }[];
    expect(people.map(({ login }) => login)).toEqual([
      "Ada",
      "ada",
      "bob",
      "li ming",
      "li-ming",
      "zoe",
      "Ähre",
      "émile",
    ]);
  });
});

onBoth("Who was late", (place) => {
  test("is what follows from all hand-ins, free days and marks that staff gave", async () => {
    const one = new AClass(await place.fresh());
    await fill(one);
    const { db } = one.store;
    for (const freeDays of [0, 1, 5]) {
      await one.course({ ...noPenalty, grace: 5, deduct: 0.1, upTo: 0.5, freeDays }, "Europe/Vienna");
      for (const run of await runsInOrder(db)) {
        const marks = (await marksIn(db, run)).filter(({ late }) => late > 0);
        const expected = marks.map(({ login, late, freeDays, raw, penalty, final, received }) => ({
          ...{ login, late, freeDays, raw, penalty, final, received },
        }));
        expect(
          (await lateIn(db, run.slug)).map(({ run, name, deadline, extended, freeDaysLeft, ...row }) => row),
        ).toEqual(expected);
      }
    }
    const rows = await lateIn(db);
    expect(rows.length).toBeGreaterThan(5);
    for (const { login, freeDaysLeft } of rows) {
      const used = rows.filter((row) => row.login === login).reduce((sum, { freeDays }) => sum + freeDays, 0);
      expect(freeDaysLeft).toBe(5 - used);
    }
  });
});

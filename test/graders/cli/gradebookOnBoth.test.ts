import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createProgram } from "../../../graders/cli/runCommandLine";
import { openStore } from "../../../graders/gradebook/openStore";
import { personNamed } from "../../../graders/gradebook/people";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import { runNamed } from "../../../graders/gradebook/runs";
import { AClass } from "../gradebook/aClass";
import { onBoth } from "../gradebook/onBoth";
import { noPostgres } from "../gradebook/postgres";
import { answerTo } from "./answerTo";

const folder = mkdtempSync(join(tmpdir(), "nablab-both-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const slug = "logistic-regression";
writeFileSync(at("late.json"), '{ "per": "day", "deduct": 0.2 }');
writeFileSync(at("roster.csv"), "login,name,section\nada,Ada L.,A\nben,Ben B.,B\ncleo,Cleo C.,B\n");
writeFileSync(at("more.csv"), "login,name\nada,Ada Lovelace\ndan,Dan D.\n");

/** Alike, and not the same. */
function notebookOf(login: string): string {
  const code = `function initializeWithZeros(dim: number) {\n  const by = "${login}";\n  return { w: [dim, by], b: 0 };\n}\n`;
  const cell = { cell_type: "code", metadata: {}, execution_count: null, outputs: [], source: [code.repeat(9)] };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] });
}

/** A regrade of which all is graded, and one learner would gain. */
async function regraded(one: AClass, conditions: string): Promise<void> {
  const { db } = one.store;
  const run = await runNamed(db, slug);
  await one.change((trx) => beginRegrade(trx, one.act, one.queue, run, conditions, "all"));
  const submissions = await db.selectFrom("submission").select("id").orderBy("id").execute();
  for (const { id } of submissions) await one.settle(id, conditions, { f: 8, g: 10 });
}

/** Every command in an order in which each has something to do; what is a function happens in between. */
function walk(out: string, one: () => AClass): (string[] | (() => Promise<void>))[] {
  const override = ["override", "ada", slug, "--function", "f"];
  return [
    ["init", "--title", "DL", "--zone", "Europe/Vienna", "--policy", at("late.json")],
    ["import", at("roster.csv")],
    ["import", at("more.csv"), "--dry-run"],
    ["run", slug, "--seed", "7", "--due", "2026-05-01 23:59"],
    async () => {
      const run = await runNamed(one().store.db, slug);
      for (const [login, day] of ["ada 1", "ben 3"].map((text) => text.split(" "))) {
        const received = `2026-05-0${day}T10:00:00.000Z`;
        const points = { f: login === "ada" ? 3 : 8, g: 10 };
        await one().handIn(run, await personNamed(one().store.db, login), points, {
          received,
          text: notebookOf(login),
        });
      }
    },
    ["totals"],
    ["late"],
    ["extend", "ben", slug, "2026-05-02 12:00", "--reason", "ill"],
    ["late", "--format", "json"],
    [...override, "--points", "5", "--reason", "read it"],
    ["totals", "--run", slug, "--format", "csv"],
    [...override, "--revoke"],
    () => regraded(one(), "2"),
    ["regrade", slug, "--drop"],
    ["similar", slug],
    ["export", "--format", "csv,moodle,json,html", "--out", out],
    ["person", "ada", "--export", join(out, "ada.zip")],
    ["token", "ada", "ben"],
    ["token", "ada", "cleo", "--revoke"],
    ["person", "ben", "--erase"],
    ["totals", "--format", "json"],
    ["extend", "nobody", slug, "2026-05-03 12:00", "--reason", "ill"],
  ];
}

/** Without where the gradebook is, tokens, and the names that are made up for those who were erased. */
function shared(text: string): string {
  return text
    .replaceAll(/postgresql:[^\s;,]*|\/\S*\.db/g, "<book>")
    .replaceAll(/erased-\w+/g, "erased-…")
    .replaceAll(/nablab_[\w-]{32}/g, "<token>");
}

/** What each command answered and wrote, by the database. */
const found = new Map<string, string[]>();

onBoth("Every command of a gradebook", (place) => {
  test("is given", async () => {
    await (await place.fresh()).close();
    const where = place.where();
    const name = place.server ? "PostgreSQL" : "SQLite";
    const out = at(name);
    mkdirSync(out);
    const said: string[] = [];
    let one: AClass | undefined;
    const steps = walk(out, () => one as AClass);
    for (const step of steps) {
      if (typeof step === "function") {
        one ??= new AClass(await openStore(where));
        await step();
        continue;
      }
      vi.stubEnv("NABLAB_DB", where);
      const { code, output, errors } = await answerTo("gradebook", ...step);
      vi.unstubAllEnvs();
      said.push(shared(`${step.join(" ")}: ${code}\n${output}${errors}`.replaceAll(out, "<out>")));
    }
    await one?.store.close();
    for (const path of (readdirSync(out, { recursive: true }) as string[]).toSorted()) {
      const isText = /\.(csv|json|html)$/.test(path);
      said.push(isText ? `${path}\n${readFileSync(join(out, path), "utf8")}` : path);
    }
    found.set(name, said);
  }, 60_000);
});

describe.skipIf(noPostgres !== null)("Every command of a gradebook", () => {
  test("answers the same on both databases", () => {
    const [onFile, onPostgres] = ["SQLite", "PostgreSQL"].map((name) => found.get(name) ?? []);
    expect(onFile.length).toBeGreaterThan(20);
    expect(onPostgres).toEqual(onFile);
    // All but the last one, which names nobody.
    const codes = onFile.flatMap((text) => /^\w+ .*: (\d|undefined)\n/.exec(text)?.[1] ?? []);
    expect(codes.filter((code) => code === "2")).toHaveLength(1);
  });

  test("is among those that were given; a backup is each database's own", () => {
    const inner = createProgram().commands.find((one) => one.name() === "gradebook")?.commands ?? [];
    const given = walk("", () => undefined as never).flatMap((step) => (typeof step === "function" ? [] : [step[0]]));
    expect(inner.map((one) => one.name()).filter((name) => !given.includes(name))).toEqual(["backup"]);
  });
});

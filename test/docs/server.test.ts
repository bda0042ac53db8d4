import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProgram } from "../../graders/cli/runCommandLine";
import { openStore } from "../../graders/gradebook/openStore";
import { noPostgres, type Server, startPostgres } from "../graders/gradebook/postgres";
import { readPage } from "./readBlocks";
import { testPage } from "./testPage";

describe.skipIf(noPostgres !== null)("A server", () => {
  let server: Server | undefined;
  const address = (database: string): string => server?.address.replace("/nablab?", `/${database}?`) ?? "";
  beforeAll(() => {
    server = startPostgres();
    const host = new URLSearchParams(server.address.split("?")[1]).get("host") ?? "";
    Object.assign(process.env, { NABLAB_DB: address("course"), PGHOST: host, PGUSER: "nablab" });
  }, 60_000);
  afterAll(() => {
    for (const name of ["NABLAB_DB", "PGHOST", "PGUSER"]) delete process.env[name];
    server?.remove();
  });

  testPage("docs/server.md", 300);

  test("is restored with all that was graded", async () => {
    const store = await openStore(address("restored"));
    const grades = await store.db.selectFrom("grade").select("final").orderBy("final").execute();
    expect(grades.map(({ final }) => final)).toEqual([52, 55, 70, 100]);
    // The queue is there as well, in the version that is expected.
    await store.boss?.get();
    await store.close();
  }, 60_000);
});

test("the page lists the options of a worker", () => {
  const options = createProgram().commands.find((one) => one.name() === "worker")?.options ?? [];
  const text = readPage("docs/server.md");
  expect(options.map(({ long }) => long).filter((name) => name !== "--db" && !text.includes(`\`${name}`))).toEqual([]);
});

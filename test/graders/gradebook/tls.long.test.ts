import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../../graders/gradebook/openStore";
import { answerTo } from "../cli/answerTo";
import { makeCertificate } from "../web/certificate";
import { noPostgres, type Server, startPostgres } from "./postgres";

describe.skipIf(noPostgres !== null)("The connection to a database over a network", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "nablab-tls-"));
  let server: Server | undefined;
  let port = 0;
  let authority = "";
  const at = (host: string, query: string): string => `postgresql://nablab:secret@${host}:${port}/nablab${query}`;
  const checked = (file: string): string => `?sslmode=verify-full&sslrootcert=${file}`;

  beforeAll(async () => {
    const free = createServer().listen(0, "localhost");
    await once(free, "listening");
    port = (free.address() as AddressInfo).port;
    free.close();
    const own = makeCertificate(folder, "localhost");
    authority = own.cert;
    server = startPostgres({ ...own, port });
  }, 60_000);
  afterAll(() => {
    server?.remove();
    rmSync(folder, { recursive: true });
  });

  test("is encrypted for the gradebook and its queue where the certificate is the database's own", async () => {
    const where = at("localhost", checked(authority));
    const made = await answerTo("gradebook", "init", "--db", where, "--title", "DL");
    expect([made.code, made.errors]).toEqual([undefined, ""]);
    expect(made.output).toMatch(/^postgresql:.* was made\n$/);
    expect(made.output).not.toContain("secret");
    const store = await openStore(where);
    await store.boss?.get();
    const { rows } = await sql<{ ssl: boolean }>`
      select ssl from pg_stat_ssl natural join pg_stat_activity where client_addr is not null`.execute(store.db);
    await store.close();
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ ssl }) => !ssl)).toEqual([]);
  });

  test("is refused in one line to a database that somebody else's certificate, another name or nothing vouches for", async () => {
    const other = makeCertificate(folder, "other").cert;
    for (const [where, problem] of [
      [at("localhost", checked(other)), "shows a certificate that is not trusted for this name"],
      [at("127.0.0.1", checked(authority)), "shows a certificate that is not trusted for this name"],
      [at("localhost", "?sslmode=verify-full"), "shows a certificate that is not trusted for this name"],
      [at("localhost", ""), "refuses this user"],
      [at("localhost", checked(join(folder, "none.crt"))), "none.crt"],
    ] as const) {
      const { code, output, errors } = await answerTo("gradebook", "totals", "--db", where);
      expect([code, output, errors.split("\n").length], errors).toEqual([2, "", 2]);
      expect(errors).toContain(problem);
      expect(errors).not.toContain("secret");
    }
  });
});

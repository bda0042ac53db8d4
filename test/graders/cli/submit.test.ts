import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "../../../graders/cli/runCommandLine";
import { makeToken } from "../../../graders/gradebook/learner/submitToken";
import { noGrading } from "../../../graders/web/Grading";
import { type Served, serve } from "../../../graders/web/serve";
import { AClass, type Points } from "../gradebook/aClass";
import { onSqlite } from "../gradebook/onBoth";

const folder = mkdtempSync(join(tmpdir(), "nablab-submit-"));
const tokens = join(folder, "nablab", "tokens.json");
const notebook = join(folder, "work.ipynb");
afterAll(() => rmSync(folder, { recursive: true }));

/** In this process, which is faster. */
async function answerTo(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const errors: string[] = [];
  const output: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => errors.push(String(text)) > 0);
  vi.spyOn(console, "error").mockImplementation((text) => void errors.push(`${text}\n`));
  vi.spyOn(console, "log").mockImplementation((text) => void output.push(`${text}\n`));
  process.exitCode = undefined;
  const code = (await runCommandLine(args)) ?? Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  vi.restoreAllMocks();
  return { code, output: output.join(""), errors: errors.join("") };
}

/** Signs in as people do whose token comes from another program. */
async function signIn(origin: string, token: string) {
  const { stdin } = process;
  Object.defineProperty(process, "stdin", { value: Readable.from([Buffer.from(`${token}\n`)]), configurable: true });
  try {
    return await answerTo("sign-in", origin);
  } finally {
    Object.defineProperty(process, "stdin", { value: stdin, configurable: true });
  }
}

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", folder);
  vi.stubEnv("APPDATA", folder);
  vi.stubEnv("NABLAB_TOKEN", "");
  writeFileSync(notebook, "work");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(join(folder, "nablab"), { recursive: true, force: true });
});

onSqlite("nablab submit", (place) => {
  let one: AClass;
  let served: Served;
  let token: string;
  const origin = (): string => new URL(served.address).origin;

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    await one.run("a");
    await one.run("over", { closes: "2026-01-01T00:00:00.000Z" });
    const { id } = await one.learner("ada");
    token = await one.change((trx) => makeToken(trx, one.act, id));
    const grading = {
      ...noGrading,
      queue: one.queue,
      conditionsFor: async () => "1",
      take: async (_: unknown, fileName: string, bytes: Buffer) => ({ fileName, bytes, slug: "a" }),
    };
    served = await serve({
      store: one.store,
      port: 0,
      titlesOf: async () => new Map([["f.1", "is right"]]),
      by: "m",
      grading,
    });
  });
  afterAll(() => served.close());

  /** Gives what is handed in next its verdict. */
  async function grade(points: Points): Promise<void> {
    for (;;) {
      const found = await one.store.db
        .selectFrom("attempt")
        .select("submission")
        .where("state", "=", "waiting")
        .executeTakeFirst();
      if (found) return void (await one.settle(found.submission, "1", points, "Compare the `axis`."));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test("prints the verdict as `nablab check` does, and says where it is", async () => {
    vi.stubEnv("NABLAB_TOKEN", token);
    const [{ code, output, errors }] = await Promise.all([
      answerTo("submit", notebook, "--to", origin()),
      grade({ f: 10, g: 3 }),
    ]);
    expect([code, output.split("\n")]).toEqual([
      1,
      [
        `${notebook}: a`,
        "",
        "✓ f  10/10",
        "    is right: Compare the `axis`.",
        "◐ g  3/10",
        "    g.1: Compare the `axis`.",
        "",
        "13 / 20",
        "",
      ],
    ]);
    expect(errors).toMatch(new RegExp(`^nablab: handed in; ${origin()}/me/hand-ins/\\S+ shows it\n$`));
    // The same again is the same hand-in, and is not graded again.
    expect(await answerTo("submit", notebook, "--to", origin())).toEqual({ code, output, errors });
  });

  test("ends with 0 when everything is right, and 1 when nothing can be graded", async () => {
    vi.stubEnv("NABLAB_TOKEN", token);
    writeFileSync(notebook, "all right");
    const [{ code }] = await Promise.all([answerTo("submit", notebook, "--to", origin()), grade({ f: 10, g: 10 })]);
    expect(code).toBe(0);
    writeFileSync(notebook, "broken");
    const [broken] = await Promise.all([answerTo("submit", notebook, "--to", origin()), grade(null)]);
    expect([broken.code, broken.output]).toEqual([1, `${notebook}: a\n\n\nnot gradable: is not a notebook\n`]);
  });

  test("keeps the token where only its owner reads it, after the server has known it", async () => {
    const forged = await signIn(origin(), "nablab_forged");
    expect([forged.code, forged.errors]).toEqual([2, expect.stringMatching(/^nablab: Nobody in this course has/)]);
    expect(await signIn(origin(), "")).toMatchObject({ code: 2, errors: "nablab: no token was given\n" });
    expect(await signIn(origin(), token)).toMatchObject({
      ...{ code: 0, output: `signed in to Deep learning; the token is in ${tokens}\n` },
    });
    if (process.platform !== "win32") expect(statSync(tokens).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(tokens, "utf8"))).toEqual({ [origin()]: token });
    writeFileSync(notebook, "work");
    expect((await answerTo("submit", notebook)).code).toBe(1);
    chmodSync(tokens, 0o644);
    expect(await answerTo("submit", notebook)).toMatchObject({ code: 2, errors: expect.stringContaining("chmod 600") });
    chmodSync(tokens, 0o600);
    expect((await answerTo("sign-in", origin(), "--forget")).output).toBe(`forgot the token for ${origin()}\n`);
    expect((await answerTo("sign-in", origin(), "--forget")).output).toBe(`there is no token for ${origin()}\n`);
    expect(JSON.parse(readFileSync(tokens, "utf8"))).toEqual({});
  });

  test("says in one line what is wrong", async () => {
    const line = async (...args: string[]): Promise<string> => {
      const { code, output, errors } = await answerTo("submit", ...args);
      expect([code, output]).toEqual([2, ""]);
      expect(errors.split("\n")).toHaveLength(2);
      return errors;
    };
    expect(await line(notebook)).toContain("sign in once with `nablab sign-in https://…`");
    expect(await line(notebook, "--to", origin())).toContain(`there is no token for ${origin()}`);
    vi.stubEnv("NABLAB_TOKEN", token);
    expect(await line(notebook, "--to", "http://nablab.example.org")).toContain("expected one such as https://");
    expect(await line(join(folder, "none.ipynb"), "--to", origin())).toContain("none.ipynb");
    expect(await line(folder, "--to", origin())).toContain("is not a file");
    expect(await line(notebook, "--to", origin(), "--run", "over")).toContain("over closed at 2026-01-01 00:00 (UTC)");
    expect(await line(notebook, "--to", origin(), "--run", "b")).toContain('nothing to hand in for "b"');
    const gone = await listening(() => {});
    await new Promise((resolve) => gone.server.close(resolve));
    expect(await line(notebook, "--to", gone.origin)).toContain(`no answer from ${gone.origin} (ECONNREFUSED)`);
    vi.stubEnv("NABLAB_TOKEN", "nablab_forged");
    expect(await line(notebook, "--to", origin())).toContain("Nobody in this course has this token");
  });
});

test("nablab submit gives the token to nobody to whom an address leads on, and knows what is no dashboard", async () => {
  vi.stubEnv("NABLAB_TOKEN", "nablab_secret");
  const asked: (string | undefined)[] = [];
  const other = await listening((request, response) => {
    asked.push(request.headers.authorization);
    response.end("<html>");
  });
  const leading = await listening((_, response) => response.writeHead(307, { location: other.origin }).end());
  const foreign = await answerTo("submit", notebook, "--to", other.origin);
  expect(foreign).toMatchObject({ code: 2, errors: expect.stringContaining("is not nablab's dashboard") });
  expect(asked).toHaveLength(1);
  expect((await answerTo("submit", notebook, "--to", leading.origin)).errors).toContain("no answer from");
  expect(asked).toHaveLength(1);
  for (const { server } of [other, leading]) server.close();
});

async function listening(answer: Parameters<typeof createServer>[1]): Promise<{ server: Server; origin: string }> {
  const server = createServer(answer as never);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

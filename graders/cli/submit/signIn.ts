import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { HandInServer } from "../../../src/handIn/HandInServer";
import { serverAddress } from "../../../src/handIn/serverAddress";
import { TokenFile } from "../../../src/handIn/TokenFile";
import { words } from "../../../src/words/words";
import { printable } from "../../text/printable";
import { asUsage } from "./asUsage";
import { keepToken } from "./keepToken";

const say = words.submitCommand.signIn;

export async function run(url: string, { forget }: { forget?: boolean }): Promise<void> {
  await asUsage(async () => {
    const to = serverAddress(url);
    const file = new TokenFile();
    if (forget) {
      const isThere = file.read()[to.origin] !== undefined;
      if (isThere) keepToken(file, to.origin, null);
      console.log(isThere ? say.forgotten(to.origin) : say.nothingToForget(to.origin));
      return;
    }
    const token = (await readToken(say.ask(to.origin))).trim();
    if (token === "") throw new RangeError(say.none);
    const { course } = await new HandInServer(to, token).course();
    keepToken(file, to.origin, token);
    console.log(say.done(printable(course), file.path));
  });
}

/** From a terminal, without showing it; else all of standard input. Never from an argument, which others can see. */
async function readToken(question: string): Promise<string> {
  const { stdin } = process;
  if (!stdin.isTTY) {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  }
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  const ended = new Promise<string>((resolve) => {
    lines.once("SIGINT", () => resolve(""));
    lines.once("close", () => resolve(""));
  });
  const token = await Promise.race([lines.question(""), ended]);
  lines.close();
  process.stderr.write("\n");
  return token;
}

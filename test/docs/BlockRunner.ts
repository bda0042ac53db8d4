import { expect } from "vitest";
import { Cells } from "./Cells";
import { insteadOf } from "./elsewhere";
import type { FreshClone, Outcome } from "./FreshClone";
import { matchOutput } from "./matchOutput";
import type { Block } from "./readBlocks";

/** Does what the blocks of a page say, one after the other; CONTRIBUTING.md tells what each kind of block means. */
export class BlockRunner {
  private outcome: Outcome = { code: 0, output: "" };
  private readonly cells: Cells;

  constructor(private readonly clone: FreshClone) {
    this.cells = new Cells(clone.folder);
  }

  /** Does what a block says, and gives what it printed. Throws, naming the block, when it is not what the page says. */
  async run(block: Block): Promise<string> {
    refuseUnknownWords(block);
    if (block.settings.from !== undefined) this.quote(block, block.settings.from);
    else if (block.settings.file !== undefined) this.write(block, block.settings.file);
    else if (block.language === "sh") await this.command(block);
    else if (block.language === "ts") await this.typescript(block);
    else if (block.language === "json") JSON.parse(block.text);
    else if (block.language === "text") this.text(block);
    else throw new Error(`${block.place}: no test knows what to do with \`${block.language}\`; see CONTRIBUTING.md`);
    return this.outcome.output;
  }

  stop(): Promise<void> {
    return this.cells.stop();
  }

  private async command(block: Block): Promise<void> {
    const commands = block.text.split("\n").map(insteadOf);
    this.outcome = await this.clone.run(commands.join("\n"));
    const at = block.words.indexOf("exit");
    this.expectCode(block, at < 0 ? 0 : Number(block.words[at + 1]));
  }

  private async typescript(block: Block): Promise<void> {
    if (block.words.includes("script")) await this.script(block);
    else this.outcome = await this.cells.run(block.text);
    this.expectCode(block, block.words.includes("error") ? 1 : 0);
  }

  /** A program of staff's in the repository, with its types checked. Modules are CommonJS there: `await` needs a function. */
  private async script(block: Block): Promise<void> {
    const lines = block.text.split("\n");
    const imports = lines.filter((line) => line.startsWith("import "));
    const body = lines.filter((line) => !line.startsWith("import "));
    const program = [...imports, "void (async () => {", ...body, "})();"].join("\n");
    this.clone.write("program.ts", program);
    this.outcome = await this.clone.run("node -r ts-node/register/type-check program.ts");
  }

  private text({ place, words, text }: Block): void {
    if (words.includes("output")) {
      const output = this.outcome.output.replaceAll(this.clone.folder, "/home/you/nablab");
      if (!matchOutput(output, text))
        expect(`${place}\n${output}`, "the page shows another output").toBe(`${place}\n${text}`);
    } else if (/^(\$ |npm |npx |node |nablab )/m.test(text)) {
      throw new Error(`${place}: looks like commands; call the block \`sh\`, so that they are run`);
    }
  }

  private write({ place, language, text }: Block, file: string): void {
    if (language === "diff") this.change(place, text, file);
    else this.clone.write(file, text);
  }

  private change(place: string, text: string, file: string): void {
    const before = withoutLines(text, "+");
    const pieces = this.clone.read(file).split(before);
    if (pieces.length !== 2) {
      throw new Error(`${place}: ${file} holds these lines ${pieces.length - 1} times, not once:\n${before}`);
    }
    this.clone.write(file, pieces.join(withoutLines(text, "-")));
  }

  /** What a page quotes has to be in the file as it is now. */
  private quote({ place, text }: Block, file: string): void {
    if (!this.clone.read(file).includes(text)) throw new Error(`${place}: ${file} does not hold this text`);
  }

  private expectCode({ place, text }: Block, code: number): void {
    const { outcome } = this;
    const printed = outcome.code === code ? "" : outcome.output;
    expect({ place, text, code: outcome.code, printed }).toEqual({ place, text, code, printed: "" });
  }
}

/** A misspelt word would leave a block untested. */
function refuseUnknownWords({ place, language, words }: Block): void {
  const known = { sh: /^(exit \d+)?$/, ts: /^(error|script)?$/, text: /^(output)?$/ }[language] ?? /^$/;
  if (!known.test(words.join(" "))) throw new Error(`${place}: no test knows what \`${words.join(" ")}\` means here`);
}

/** The lines of a diff but for those with a mark, without their marks. */
function withoutLines(diff: string, mark: "+" | "-"): string {
  const lines = diff.split("\n").filter((line) => !line.startsWith(mark));
  return lines.map((line) => line.slice(1)).join("\n");
}

import { JupyterClient } from "../../../graders/authoring/execution/JupyterClient";
import { buildNotebook } from "../../../graders/authoring/notebook/buildNotebook";
import { KernelPage } from "../../kernel/browser/KernelPage";
import { ownCourse } from "../../ownCourse";
import { median } from "../median";

/** The first cell of the notebook that needs the network trained. */
const training = "const trained =";

const timed = `{
  const start = performance.now();
  nnModel(X, Y, 4, 10_000);
  console.log("took", performance.now() - start);
}`;

/** The cells of the notebook that define the network, as the solution writes it. */
async function definitions(): Promise<string[]> {
  const assignment = ownCourse.assignments.find(({ slug }) => slug === "shallow-network")!;
  const { cells } = JSON.parse(await buildNotebook(ownCourse, assignment, "solutions")) as {
    cells: { cell_type: string; source: string[] }[];
  };
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));
  const end = code.findIndex((cell) => cell.includes(training));
  if (end < 0) throw new Error(`no cell of ${assignment.slug} contains \`${training}\``);
  return code.slice(0, end);
}

function milliseconds(printed: string): number {
  const [, digits] = /^took ([\d.]+)$/m.exec(printed) ?? [];
  if (digits === undefined) throw new Error(`the timed cell did not print its time, but: ${printed}`);
  return Number(digits);
}

/**
 * Trains the 2-4-1 network on the flower for 10,000 iterations, in Node's kernel and in a page's, which take turns.
 *
 * @returns the median of `runs` of each, in milliseconds
 */
export async function flowerNet(runs: number): Promise<{ node: number; browser: number }> {
  const [node, page, cells] = [await JupyterClient.start(), await KernelPage.open(), await definitions()];
  const inNode = async (code: string) => {
    const { reply, published } = await node.execute(code);
    if (reply.content.status !== "ok") throw new Error(`${code}: ${reply.content.evalue}`);
    return published.map(({ content }) => content.text ?? "").join("");
  };
  const inPage = async (code: string) => {
    const { evalue, text } = await page.run(code);
    if (evalue !== undefined) throw new Error(`${code}: ${evalue}`);
    return text;
  };
  try {
    for (const cell of cells) {
      await inNode(cell);
      await inPage(cell);
    }
    const times: { node: number[]; browser: number[] } = { node: [], browser: [] };
    for (let i = 0; i < runs; i++) {
      times.node.push(milliseconds(await inNode(timed)));
      times.browser.push(milliseconds(await inPage(timed)));
    }
    return { node: median(times.node), browser: median(times.browser) };
  } finally {
    node.stop();
    await page.close();
  }
}

// `npm run reproduce`: trains the course's models and prints published and own figures side by side.
import { script } from "../bench/script";
import type { Row } from "./Row";

interface Options {
  /** The folder with `train_catvnoncat.h5` and `test_catvnoncat.h5`, which staff may have. */
  cats?: string;
}

const models = ["shallow-network", "deep-network", "initialization", "optimization"];

async function main(): Promise<void> {
  const values = script("reproduce", "trains the course's models, and prints published and own figures")
    .option("--cats <folder>", "with the networks on the cat pictures, from the .h5 files in this folder")
    .parse()
    .opts<Options>();
  console.log("| model | figure | published | own | difference |\n|---|---|---|---|---|");
  for (const name of models) {
    const { reproduce } = (await import(`./${name}`)) as { reproduce: (options: Options) => Promise<Row[]> };
    const rows = await reproduce(values);
    if (rows.length === 0) console.log(`| ${name} | needs \`--cats <folder>\` | – | – | – |`);
    for (const row of rows) console.log(line(row));
  }
}

function line({ model, figure, published, own }: Row): string {
  const difference = Object.is(published, own) ? 0 : Math.abs(own - published);
  return `| ${model} | ${figure} | ${published} | ${round(own)} | ${difference.toExponential(1)} |`;
}

/** Ten significant digits: more than any published table has. */
function round(x: number): string {
  return String(Number(x.toPrecision(10)));
}

main().catch((error: Error) => {
  console.error(`reproduce: ${error.message}`);
  process.exitCode = 1;
});

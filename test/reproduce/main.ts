// `npm run reproduce`: trains the course's models and prints published and own figures side by side.
import { script } from "../bench/script";
import type { Reproduction, Row, Supplied } from "./Row";

/** Each is a module of this folder; with the option that supplies its data, if they are not in the repository. */
const models: { name: string; needs?: string }[] = [
  { name: "logistic-regression", needs: "--cats <folder>" },
  { name: "shallow-network" },
  { name: "deep-network", needs: "--cats <folder>" },
  { name: "initialization" },
  { name: "regularization", needs: "--football <file>" },
  { name: "optimization" },
  { name: "batchnorm-softmax" },
  { name: "frameworks" },
  { name: "ml-strategy" },
];

async function main(): Promise<void> {
  const values = script("reproduce", "trains the course's models, and prints published and own figures")
    .option("--cats <folder>", "with the models of the cat pictures, from the .h5 files in this folder")
    .option("--football <file>", "with the networks on the football pitch, from this .mat file")
    .parse()
    .opts<Supplied>();
  console.log("| model | figure | published | own | difference |\n|---|---|---|---|---|");
  for (const { name, needs } of models) {
    const { reproduce } = (await import(`./${name}`)) as { reproduce: Reproduction };
    const rows = await reproduce(values);
    if (rows.length === 0) console.log(`| ${name} | needs \`${needs}\` | – | – | – |`);
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

import { SitePage } from "../../graders/release/site/SitePage";
import type { SiteServer } from "../../graders/release/site/serveSite";
import { medians } from "../median";
import { tabMemory } from "./tabMemory";
import { withProfile } from "./withProfile";

/** Milliseconds since the second notebook was asked for, and MB of memory. */
export type TwoNotebooks = {
  idle: number;
  firstCell: number;
  memoryOfOne: number;
  memoryOfBoth: number;
};

const [one, other] = ["01-logistic-regression.ipynb", "02-shallow-network.ipynb"];

/** A second notebook in a JupyterLab where one is open: the median of `runs`. */
export async function twoNotebooks({ address }: SiteServer, runs: number): Promise<TwoNotebooks> {
  const found: TwoNotebooks[] = [];
  for (let i = 0; i < runs; i++) {
    await withProfile(async (context, profile) => {
      const site = await SitePage.open(context, address, one, "lab");
      await site.run(0);
      const memoryOfOne = tabMemory(profile);
      const start = performance.now();
      await site.openBeside(other);
      await site.untilIdle();
      const idle = performance.now() - start;
      await site.run(0);
      const firstCell = performance.now() - start;
      found.push({ idle, firstCell, memoryOfOne, memoryOfBoth: tabMemory(profile) });
    });
  }
  return medians(found);
}

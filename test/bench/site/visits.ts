import { cachedList } from "../../../src/lite/SiteOptions";
import { SitePage } from "../../graders/release/site/SitePage";
import type { SiteServer } from "../../graders/release/site/serveSite";
import { medians } from "../median";
import { withProfile } from "./withProfile";

/** Milliseconds from the address to each. */
export type Visit = {
  visible: number;
  idle: number;
  firstCell: number;
};

const notebook = "01-logistic-regression.ipynb";

/** Opens the notebook as a learner does who has its address, and runs its first cell. */
async function visit(open: () => Promise<SitePage>): Promise<Visit> {
  const start = performance.now();
  const site = await open();
  const visible = performance.now() - start;
  await site.untilIdle();
  const idle = performance.now() - start;
  await site.run(0);
  const firstCell = performance.now() - start;
  await site.close();
  return { visible, idle, firstCell };
}

/** The first visit of a new browser, and the next one, once all files are in its cache: the median of `runs` of each. */
export async function visits({ address }: SiteServer, runs: number): Promise<{ first: Visit; later: Visit }> {
  const [first, later]: Visit[][] = [[], []];
  for (let i = 0; i < runs; i++) {
    await withProfile(async (context) => {
      const open = () => SitePage.open(context, address, notebook);
      first.push(await visit(open));
      const filling = await open();
      await filling.untilCached();
      await filling.close();
      later.push(await visit(open));
    });
  }
  return { first: medians(first), later: medians(later) };
}

/** The bytes that are sent until the first cell has run, compressed; and in how many files. */
export function sentAtFirst(server: SiteServer): Promise<{ bytes: number; files: number }> {
  return withProfile(async (context) => {
    // What is loaded later, for use without a network, is not loaded here.
    await context.route(`**/${cachedList}`, (route) => route.abort());
    const before = { ...server.sent };
    await visit(() => SitePage.open(context, server.address, notebook));
    return { bytes: server.sent.bytes - before.bytes, files: server.sent.files - before.files };
  });
}

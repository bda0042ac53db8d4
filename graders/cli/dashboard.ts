import { type Command, Option } from "commander";
import { words } from "../../src/words/words";
import { courseInUse } from "./courseInUse";
import { dbOption, type StoreOptions, withStore } from "./gradebook/withStore";
import { wholeNumber } from "./options";
import { starterOf } from "./starterOf";
import { UsageError } from "./UsageError";

const texts = words.dashboard;

export function register(program: Command): void {
  program
    .command("dashboard")
    .description(texts.help.description)
    .addOption(dbOption())
    .addOption(new Option("--port <n>", texts.help.port).argParser(wholeNumber(0)).default(0, "any"))
    .addHelpText("after", texts.help.after)
    .action(run);
}

async function run({ db, port }: StoreOptions & { port: number }): Promise<void> {
  await withStore(db, async (store, act) => {
    const { serve } = await import("../web/serve");
    const { titlesOf } = await import("../course/titlesOf");
    const course = await courseInUse();
    const titles = async (slug: string): Promise<ReadonlyMap<string, string>> => {
      const assignment = course.assignments.find((one) => one.slug === slug);
      // Of another course: checks then have ids alone.
      return assignment ? titlesOf(course, assignment) : new Map();
    };
    const pages = { titlesOf: titles, starterOf: (slug: string) => starterOf(course, slug) };
    const served = await serve(store, port, pages, act.by).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "EADDRINUSE" ? new UsageError(texts.portTaken(port)) : error;
    });
    console.log(texts.serving(store.shown, served.address));
    await ended();
    await served.close();
  });
}

/** Until somebody ends it: requests that are being answered are not cut off by the database. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

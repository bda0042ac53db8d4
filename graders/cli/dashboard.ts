import { type Command, Option } from "commander";
import { words } from "../../src/words/words";
import { Refusal } from "../gradebook/Refusal";
import { courseFolder, courseInUse } from "./courseInUse";
import { addReachOptions, type ReachOptions, readReach } from "./dashboard/reachOptions";
import { dbOption, type StoreOptions, withStore } from "./gradebook/withStore";
import { defaultJobs, wholeNumber } from "./options";
import { starterOf } from "./starterOf";
import { UsageError } from "./UsageError";

const texts = words.dashboard;

export function register(program: Command): void {
  const command = program
    .command("dashboard")
    .description(texts.help.description)
    .addOption(dbOption())
    .addOption(new Option("--port <n>", texts.help.port).argParser(wholeNumber(0)).default(0, "any"))
    .addOption(new Option("--grade-jobs <n>", words.dashboardLive.help.jobs).argParser(wholeNumber(0)))
    .addHelpText("after", texts.help.after)
    .action(run);
  addReachOptions(command);
}

interface DashboardOptions extends StoreOptions, ReachOptions {
  port: number;
  gradeJobs?: number;
}

async function run({ db: where = "", port, gradeJobs, ...options }: DashboardOptions): Promise<void> {
  await withStore(where, async (store, act) => {
    if (gradeJobs !== undefined && gradeJobs > 0 && !store.sqlite)
      throw new UsageError(words.dashboardLive.grading.workers);
    const reach = await readReach(options);
    const { serve } = await import("../web/serve");
    const { GradingProcess } = await import("./dashboard/GradingProcess");
    const { titlesOf } = await import("../course/titlesOf");
    const course = await courseInUse();
    const titles = async (slug: string): Promise<ReadonlyMap<string, string>> => {
      const assignment = course.assignments.find((one) => one.slug === slug);
      // Of another course: checks then have ids alone.
      return assignment ? titlesOf(course, assignment) : new Map();
    };
    const jobs = store.sqlite ? (gradeJobs ?? defaultJobs) : 0;
    const forLearners = options.oidc !== undefined || options.lti !== undefined;
    const grading = new GradingProcess(store, act, { where, course: courseFolder(), jobs, forLearners });
    const { aboutOf } = await import("./gradebook/aboutOf");
    const parts = {
      ...{ store, port, by: act.by, titlesOf: titles, grading, ...reach },
      starterOf: (slug: string) => starterOf(course, slug),
      aboutOf: (slug: string) => aboutOf(slug).catch(refuse),
    };
    const served = await serve(parts).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") throw new UsageError(texts.portTaken(port));
      const isElsewhere = error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND";
      throw isElsewhere ? new UsageError(words.signIn.hostTaken(options.host ?? "")) : error;
    });
    console.log(texts.serving(store.shown, served.address));
    await ended();
    await served.close();
    const patience = setTimeout(() => console.error(`nablab: ${words.dashboardLive.grading.ending}`), 1000);
    await Promise.race([grading.end(), ended().then(() => process.exit(130))]);
    clearTimeout(patience);
  });
}

/** Of another course: pages say so, as they say what else cannot be done. */
function refuse(error: unknown): never {
  throw error instanceof UsageError ? new Refusal(error.message) : error;
}

/** Until somebody ends it: requests that are being answered are not cut off by the database. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

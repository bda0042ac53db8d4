import type { ReportAbout } from "../../../graders/gradebook/report";
import type { Store } from "../../../graders/gradebook/Store";
import { SignIns } from "../../../graders/web/auth/SignIns";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { learnerLivePath, livePath } from "../../../graders/web/livePath";
import { routes } from "../../../graders/web/routes";
import { learnerAsked, pathsOf } from "../../bench/pages/pathsOf";

const host = "127.0.0.1:8888";

/**
 * What is answered, by address, from every route that can be read: to staff, and to a learner what staff may not ask for.
 * Those that never end are left out.
 */
export async function everyPage(store: Store, about: ReportAbout): Promise<Map<string, string>> {
  const token = new Token("secret");
  const parts = { store, token, by: "maria", hosts: [host], titlesOf: async () => new Map() };
  const app = createApp({ ...parts, aboutOf: async () => about });
  const cookies = {
    staff: token.enter("secret"),
    learner: await new SignIns(store.db).open(await learnerAsked(store.db)),
  };
  const found = new Map<string, string>();
  const endless = [livePath, learnerLivePath];
  for (const route of routes.filter(({ method, path }) => method === "get" && !endless.includes(path))) {
    const cookie = cookies[route.roles.includes("staff") ? "staff" : "learner"];
    for (const path of await pathsOf(store, route)) {
      const headers = { host, cookie: `nablab-dashboard=${cookie}` };
      const answer = await app.request(`http://${host}${path}`, { headers });
      const isText = /^(text|application\/json)/.test(answer.headers.get("content-type") ?? "");
      const body = isText ? timeless(await answer.text()) : `${answer.headers.get("content-disposition")}`;
      found.set(path, `${answer.status} ${answer.headers.get("location") ?? ""} ${body}`);
    }
  }
  return found;
}

/** Without what depends on when it was asked for. */
function timeless(text: string): string {
  return text.replaceAll(/As of \d\d:\d\d:\d\d/g, "As of now").replaceAll(/(oldest_seconds\{.*\}) \d+/g, "$1 n");
}

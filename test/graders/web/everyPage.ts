import type { ReportAbout } from "../../../graders/gradebook/report";
import type { Store } from "../../../graders/gradebook/Store";
import { Token } from "../../../graders/web/auth/Token";
import { createApp } from "../../../graders/web/createApp";
import { livePath } from "../../../graders/web/livePath";
import { routes } from "../../../graders/web/routes";
import { pathsOf } from "../../bench/pages/pathsOf";

const host = "127.0.0.1:8888";

/** What staff are answered, by address, from every route that can be read; the one that never ends is left out. */
export async function everyPage(store: Store, about: ReportAbout): Promise<Map<string, string>> {
  const token = new Token("secret");
  const parts = { store, token, by: "maria", hosts: [host], titlesOf: async () => new Map() };
  const app = createApp({ ...parts, aboutOf: async () => about });
  const headers = { host, cookie: `nablab-dashboard=${token.enter("secret")}` };
  const found = new Map<string, string>();
  for (const route of routes.filter(({ method, path }) => method === "get" && path !== livePath)) {
    for (const path of await pathsOf(store, route)) {
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

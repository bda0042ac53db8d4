import type { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import type { Db } from "../../gradebook/Store";
import { metrics, metricsType } from "../metrics";

/** Answers `/metrics` to a program that cannot sign in as people do, and shows this token instead. */
export function forPrometheus(app: Hono, db: Db, token = process.env.NABLAB_METRICS_TOKEN): void {
  if (token === undefined || token === "") return;
  const isBearer = bearerAuth({ token });
  app.get("/metrics", async (c, next) => {
    // Others are people, who sign in.
    if (c.req.header("authorization") === undefined) return next();
    return isBearer(c, async () => {
      c.res = c.body(await metrics(db), 200, { "Content-Type": metricsType });
    });
  });
}

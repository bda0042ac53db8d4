import type { Context } from "hono";
import type { Fields } from "./pages/typedAgain";

/** What a form sent: of fields with one name the last, and no files. */
export async function fieldsOf(c: Context): Promise<Fields> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === "string"),
  );
}

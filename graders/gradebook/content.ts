import { gunzipSync, gzipSync } from "node:zlib";
import { hashOf } from "../text/hashOf";
import type { Change, Db } from "./Store";

/** Keeps a file as it was handed in; the same bytes are kept once. @returns their SHA-256 */
export async function keepContent(trx: Change, bytes: Buffer): Promise<string> {
  const sha256 = hashOf(bytes);
  const row = { sha256, bytes: gzipSync(bytes) };
  await trx
    .insertInto("content")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

export async function contentOf(db: Db, sha256: string): Promise<Buffer> {
  const { bytes } = await db
    .selectFrom("content")
    .select("bytes")
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow();
  return gunzipSync(bytes);
}

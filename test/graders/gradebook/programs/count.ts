/** Reads a title that is a number, waits a little, and writes the next number, many times: `count <where> <times>`. */
import { setTimeout } from "node:timers/promises";
import { openStore } from "../../../../graders/gradebook/openStore";

async function main([where, times]: string[]): Promise<void> {
  const { db, sqlite, close } = await openStore(where);
  for (let i = 0; i < Number(times); i++) {
    await db.transaction().execute(async (trx) => {
      const read = trx.selectFrom("course").select("title");
      const { title } = await (sqlite ? read : read.forUpdate()).executeTakeFirstOrThrow();
      await setTimeout(1);
      await trx
        .updateTable("course")
        .set({ title: String(Number(title) + 1) })
        .execute();
    });
  }
  await close();
}

void main(process.argv.slice(2));

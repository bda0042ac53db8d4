import { words } from "../../../../src/words/words";
import { makeToken, revokeToken, tokenMade } from "../../../gradebook/learner/submitToken";
import { type PersonRow, peopleIn, personNamed } from "../../../gradebook/people";
import type { Change, Db } from "../../../gradebook/Store";
import { UsageError } from "../../UsageError";
import { type StoreOptions, withStore } from "../withStore";
import { showRows } from "./showRows";

const say = words.handIn;

interface TokenOptions extends StoreOptions {
  all?: boolean;
  revoke?: boolean;
}

export async function run(logins: readonly string[], { db: where, all, revoke }: TokenOptions): Promise<void> {
  if ((logins.length === 0) !== (all === true)) throw new UsageError(say.whose);
  await withStore(where, async ({ db }, act) => {
    const people = all ? await learnersIn(db) : await Promise.all(logins.map((login) => personNamed(db, login)));
    // All of them or none: a table of half a class would have to be pieced together.
    const lines = await db.transaction().execute(async (trx) => {
      const made: string[][] = [];
      for (const person of people) {
        if (revoke) made.push([revoked(person, await revokeToken(trx, act, person.id))]);
        else if (!all || (await isWithout(trx, person)))
          made.push([person.login, person.email ?? "", await makeToken(trx, act, person.id)]);
      }
      return made;
    });
    if (revoke) for (const [line] of lines) console.log(line);
    else if (all) showRows(["login", "email", "token"], lines, "csv");
    else for (const [login, , token] of lines) console.log(say.tokenFor(login, token));
  });
}

function revoked({ login }: PersonRow, was: boolean): string {
  return was ? say.tokenRevoked(login) : say.noTokenToRevoke(login);
}

async function learnersIn(db: Db): Promise<PersonRow[]> {
  return (await peopleIn(db)).filter(({ role }) => role === "learner");
}

async function isWithout(trx: Change, { id }: PersonRow): Promise<boolean> {
  return (await tokenMade(trx, id)) === null;
}

import { userInfo } from "node:os";
import { Option } from "commander";
import { words } from "../../../src/words/words";
import { type Act, actOf } from "../../gradebook/Act";
import { Refusal } from "../../gradebook/Refusal";
import { refusalFor } from "../../gradebook/refusalFor";
import type { Store } from "../../gradebook/Store";
import { UsageError } from "../UsageError";

/** What every command of the gradebook is told. */
export interface StoreOptions {
  db?: string;
}

export function dbOption(): Option {
  return new Option("--db <gradebook>", words.gradebookHelp.db).env("NABLAB_DB");
}

/**
 * Does something with a gradebook that is there, in the name of whoever runs the command.
 *
 * @throws UsageError for what the gradebook refuses, in one line
 */
export async function withStore<T>(
  where: string | undefined,
  task: (store: Store, act: Act) => Promise<T>,
): Promise<T> {
  if (where === undefined || where === "") throw new UsageError(words.gradebook.say.noDb);
  const { openStore } = await import("../../gradebook/openStore");
  const store = await asUsage(where, () => openStore(where));
  try {
    return await asUsage(store.shown, () => task(store, actOf(userName())));
  } finally {
    await store.close();
  }
}

/** @throws UsageError where the database or the gradebook refuses */
export async function asUsage<T>(shown: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const known = refusalFor(error, shown);
    throw known instanceof Refusal ? new UsageError(known.message) : known;
  }
}

/** As the audit names them. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container, a number may have no name.
    return String(process.getuid?.() ?? "");
  }
}

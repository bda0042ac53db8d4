import { CompiledQuery, PostgresDialect } from "kysely";
import { Client, Pool, types } from "pg";

/** @param onLost is told when the database ends a connection, as it does when it restarts */
export function postgresDialect(where: string, onLost: (error: Error) => void): PostgresDialect {
  // Counts and sums come as text, which is right for numbers beyond 2^53 only.
  for (const type of [types.builtins.INT8, types.builtins.NUMERIC]) types.setTypeParser(type, Number);
  const pool = new Pool({ connectionString: where, max: 10 });
  // The first hears idle connections and the second those in use; without either, a restart would end this process.
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", onLost));
  return new PostgresDialect({
    pool,
    // PostgreSQL takes a disk for one whose head has to move: it would read a whole table for the rows of one run.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw("set random_page_cost = 1.1"));
    },
  });
}

/** Why an address cannot be used, without asking the database: a certificate that cannot be read, say. Null if it can. */
export function problemWith(where: string): string | null {
  try {
    new Client({ connectionString: where });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

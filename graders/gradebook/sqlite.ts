import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from "kysely";

/** For how long a process waits while another one writes, in milliseconds. */
const patience = 10_000;

/** Statements that are kept ready; more are made by lists of many lengths only. */
const mostStatements = 500;

/** A connection to a file. */
export function connect(path: string): DatabaseSync {
  // As an option: as a pragma, it comes too late for the switch to a write-ahead log when two processes start together.
  const connection = new DatabaseSync(path, { timeout: patience });
  try {
    connection.exec("pragma journal_mode = wal; pragma foreign_keys = on");
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** `node:sqlite` for Kysely, which knows better-sqlite3. */
export class NodeSqliteDialect extends SqliteDialect {
  private readonly own: SqliteDialectConfig;

  constructor(private readonly connection: DatabaseSync) {
    const own = { database: { prepare: preparer(connection), close: () => connection.close() } };
    super(own);
    this.own = own;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.own, this.connection);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite makes tables within transactions, which Kysely leaves out: two programs could both migrate, or one do half. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** After a plain `begin`, a reader that goes on to write is locked out at once, however long it would wait. */
class ImmediateDriver extends SqliteDriver {
  constructor(
    own: SqliteDialectConfig,
    private readonly database: DatabaseSync,
  ) {
    super(own);
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  /** On a full disk, SQLite has taken everything back itself; a second time would hide what was wrong. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.database.isTransaction) await super.rollbackTransaction(connection);
  }
}

function preparer(connection: DatabaseSync): (sql: string) => SqliteStatement {
  const known = new Map<string, SqliteStatement>();
  return (sql) => {
    const found = known.get(sql);
    if (found) return found;
    const statement = connection.prepare(sql);
    statement.setReturnArrays(true);
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
    const made: SqliteStatement = {
      reader: statement.columns().length > 0,
      all: (parameters) => asObjects(statement, statement.all(...values(parameters))),
      run: (parameters) => statement.run(...values(parameters)),
      *iterate(parameters) {
        for (const row of statement.iterate(...values(parameters))) yield asObjects(statement, [row])[0];
      },
    };
    if (known.size < mostStatements) known.set(sql, made);
    return made;
  };
}

/**
 * Rows as Kysely takes them. Node's own objects are dictionaries: with these, which share one shape, a query of many rows
 * takes two thirds of the time and half of the memory.
 */
function asObjects(statement: StatementSync, rows: readonly unknown[]): unknown[] {
  // Asked for after the rows: they may have others when another program has changed the tables.
  const names = statement.columns().map(({ name }) => name);
  return (rows as unknown[][]).map((row) => {
    const object: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) object[names[i]] = row[i];
    return object;
  });
}

import { type CreateTableBuilder, type Kysely, sql } from "kysely";

/**
 * A table's columns: `text`, `int`, `float` or `bytes`, with `!` for what may not be null, and ` > run.id` for what refers
 * to a row of another table.
 */
export interface Table {
  columns: Record<string, string>;
  key: string[];
  /** Columns that together are unique. */
  unique?: string[];
}

const types = { text: "text", int: "bigint", float: "double precision" } as const;

/**
 * @param tables in an order in which what is referred to is there already
 * @param bytes what the database calls a column of bytes
 */
export async function createTables(
  db: Kysely<unknown>,
  tables: Record<string, Table>,
  bytes: "blob" | "bytea",
): Promise<void> {
  for (const [name, { columns, key, unique }] of Object.entries(tables)) {
    let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, definition] of Object.entries(columns)) table = withColumn(table, column, definition, bytes);
    table = table.addPrimaryKeyConstraint(`${name}_key`, key as [string]);
    if (unique) table = table.addUniqueConstraint(`${name}_once`, unique as [string]);
    await table.execute();
  }
}

function withColumn(
  table: CreateTableBuilder<string, string>,
  column: string,
  definition: string,
  bytes: string,
): CreateTableBuilder<string, string> {
  const [, kind, required, other] = /^([a-z]+)(!?)(?: > (\S+))?$/.exec(definition) ?? [];
  const type = kind === "bytes" ? bytes : types[kind as keyof typeof types];
  return table.addColumn(column, sql.raw(type), (built) => {
    const made = required ? built.notNull() : built;
    return other ? made.references(other) : made;
  });
}

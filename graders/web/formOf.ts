import type { Asked } from "./Route";

/** The text fields of a form, trimmed; one that is missing is empty. */
export async function formOf({ c }: Asked): Promise<(field: string) => string> {
  const body = await c.req.parseBody();
  return (field) => {
    const value = body[field];
    return typeof value === "string" ? value.trim() : "";
  };
}

/** What an address asks for; what is empty asks for nothing. */
export function queryOf<Field extends string>({ c }: Asked, ...fields: Field[]): { [F in Field]?: string } {
  const given = fields.map((field) => [field, c.req.query(field)?.trim()] as const).filter(([, text]) => text);
  return Object.fromEntries(given) as { [F in Field]?: string };
}

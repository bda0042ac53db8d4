/** How tables of marks are written. */
export const tableFormats = ["table", "csv", "json"] as const;

export type TableFormat = (typeof tableFormats)[number];

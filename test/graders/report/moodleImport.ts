import Papa from "papaparse";

export interface MoodleUser {
  id: number;
  username: string;
  idnumber: string;
  email: string;
}

/** What staff choose on Moodle's page after the upload: columns by their headers. */
export interface MoodleMapping {
  from: string;
  to: keyof MoodleUser;
  grade: string;
  feedback?: string;
}

export interface MoodleImport {
  /** By user; null deletes what is there. */
  grades: Map<number, number | null>;
  feedback: Map<number, string>;
}

/**
 * What Moodle's grade import makes of a file: the rules of `grade/import/csv/classes/load_data.php` and
 * `lib/csvlib.class.php` in moodle/moodle, for an existing grade item of up to 100 points.
 *
 * @param decimals the decimal separator of the language that staff use Moodle in
 * @throws Error where Moodle stops; nothing is imported then
 */
export function moodleImport(
  text: string,
  users: readonly MoodleUser[],
  mapping: MoodleMapping,
  decimals = ".",
): MoodleImport {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), { delimiter: "," });
  const [header, ...rows] = data.filter((row) => row.length > 1 || row[0] !== "");
  if (rows.some((row) => row.length !== header.length)) throw new Error("csvweirdcolumns");
  const column = (title: string): number => header.findIndex((one) => one.trim() === title);
  const result: MoodleImport = { grades: new Map(), feedback: new Map() };
  // Moodle keeps it from row to row: an empty cell gives the row to the user above.
  let student: number | null = null;
  for (const row of rows) {
    const cells = row.map((cell) => cell.trim());
    const wanted = cells[column(mapping.from)];
    if (wanted !== "" && wanted !== "0") student = idOf(wanted, mapping.to, users);
    if (student === null) throw new Error("usermappingerrorusernotfound");
    result.grades.set(student, gradeIn(cells[column(mapping.grade)], decimals));
    if (mapping.feedback !== undefined) result.feedback.set(student, cells[column(mapping.feedback)]);
  }
  return result;
}

function idOf(value: string, field: keyof MoodleUser, users: readonly MoodleUser[]): number {
  const user = users.find((one) => String(one[field]) === value);
  if (!user) throw new Error("usermappingerror");
  return user.id;
}

function gradeIn(value: string, decimals: string): number | null {
  if (value === "" || value === "-") return null;
  const plain = value.replaceAll(" ", "").replaceAll(decimals, ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) throw new Error("badgrade");
  if (Number(plain) > 100) throw new Error("gradevaluetoobig");
  return Number(plain);
}

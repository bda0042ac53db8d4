import Papa from "papaparse";

export interface CanvasCourse {
  students: { id: number; name: string; sortableName: string; sisId: string; login: string }[];
  assignments: { id: number; title: string }[];
}

export interface CanvasImport {
  /** The ids of the assignments that the columns go to; null where Canvas offers to make a new one. */
  assignments: (number | null)[];
  /** The grades by student; an empty one deletes what is there. */
  grades: Map<number, string[]>;
  /** Rows for which somebody has to pick the student by hand. */
  missing: string[];
}

/**
 * What Canvas's gradebook import makes of a file: the rules of `lib/gradebook_importer.rb` in instructure/canvas-lms, for
 * a course without columns of its own and without the feature of first and last names in two columns.
 *
 * @throws Error where Canvas refuses the file
 */
export function canvasImport(text: string, course: CanvasCourse): CanvasImport {
  const [header, ...rows] = rowsOf(text);
  const columns = columnsOf(header);
  const titles = header.slice(columns.count).filter((title) => !computed.test(title));
  const result: CanvasImport = {
    assignments: titles.map((title) => assignmentFor(title, course)),
    grades: new Map(),
    missing: [],
  };
  for (const row of rows) {
    if (row[0].includes("Points Possible") || row.every((cell) => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(cell)))
      continue;
    const student = studentIn(row, columns, course);
    const grades = titles.map((title) => row[header.indexOf(title)].trim());
    if (student) result.grades.set(student.id, grades);
    else result.missing.push(row[0]);
  }
  return result;
}

/** Columns with these words are taken for computed ones and left out. */
const computed = /(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)/;

interface Columns {
  /** How many say who the student is. */
  count: number;
  sisId?: number;
  login?: number;
}

function rowsOf(text: string): string[][] {
  const delimiter = /^[^,]*;/.test(text) ? ";" : ",";
  const lines = text.split(/\r?\n/).filter((line) => !/^[;, ]+$/.test(line));
  const { data, errors } = Papa.parse<string[]>(lines.join("\n"), { delimiter, skipEmptyLines: true });
  if (errors.length > 0) throw new Error("Gradebook import did not parse cleanly");
  return data.map((row) => row.map(normalised));
}

/** Numbers may have a decimal comma, and commas or points between thousands. */
function normalised(cell: string): string {
  if (!/^-?[0-9.,]+%?$/.test(cell)) return cell;
  const parts = cell.split(/[,.]/);
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join("")}.${last}`;
}

function columnsOf(header: string[]): Columns {
  if (!(header.length > 3 && header[0].includes("Student") && header[1].includes("ID"))) throw invalidHeader;
  const columns: Columns = { count: 3 };
  if (/SIS\s+Login\s+ID/.test(header[2])) Object.assign(columns, { count: 4, login: 2 });
  else if (/SIS\s+User\s+ID/.test(header[2]) && /SIS\s+Login\s+ID/.test(header[3])) {
    const integration = /Integration\s+ID/.test(header[4]) ? 1 : 0;
    const account = /Root\s+Account/.test(header[4 + integration]) ? 1 : 0;
    Object.assign(columns, { count: 5 + integration + account, sisId: 2, login: 3 });
  }
  if (!header[columns.count - 1].includes("Section")) throw invalidHeader;
  return columns;
}

const invalidHeader = new Error("Invalid header row");

function assignmentFor(header: string, { assignments }: CanvasCourse): number | null {
  const id = /^(.*)\s\((\d+)\)$/.exec(header)?.[2];
  const byId = id === undefined ? undefined : assignments.find((one) => one.id === Number(id));
  return (byId ?? assignments.find(({ title }) => title === header))?.id ?? null;
}

function studentIn(row: string[], { sisId, login }: Columns, { students }: CanvasCourse) {
  // Ruby's to_i reads the digits at the start.
  const id = row[1] === "" ? null : Number(/^\s*\d+/.exec(row[1])?.[0] ?? 0);
  const cell = (column: number | undefined): string | null => (column === undefined ? null : row[column] || null);
  return (
    students.find((one) => one.id === id) ??
    students.find((one) => one.sisId === cell(sisId)) ??
    students.find((one) => one.login === cell(login)) ??
    students.find(({ name, sortableName }) => name === row[0] || sortableName === row[0])
  );
}

import type { Assignment } from "../../../src/check/contract";
import { buildNotebook } from "../../authoring/notebook/buildNotebook";
import type { Course } from "../../course/Course";
import { nameOf } from "../../course/folderOf";
import { hashOf } from "../../text/hashOf";
import { jsonText } from "../json";
import type { ReleasedFile } from "../ReleasedFile";

/** JupyterLite shows them, and the same site has the same. */
const date = "2020-01-01T00:00:00.000Z";

/** The learners' notebooks, and the list by which JupyterLite finds them. */
export async function notebookFiles(course: Course, assignments: readonly Assignment[]): Promise<ReleasedFile[]> {
  const notebooks = await Promise.all(
    assignments.map(async (assignment) => ({
      name: `${nameOf(assignment)}.ipynb`,
      content: withRelease(await buildNotebook(course, assignment, "starter")),
    })),
  );
  const entries = notebooks.map(({ name, content }) => ({
    ...entry(name, "notebook"),
    size: Buffer.byteLength(content),
  }));
  const listing = { ...entry("", "directory"), format: "json", content: entries };
  return [
    ...notebooks.map(({ name, content }) => ({ path: `files/${name}`, content })),
    { path: "api/contents/all.json", content: jsonText(listing) },
  ];
}

function entry(name: string, type: string) {
  const times = { created: date, last_modified: date };
  return {
    name,
    path: name,
    type,
    ...times,
    content: null as unknown,
    format: null as unknown,
    mimetype: null,
    writable: true,
    size: null as unknown,
  };
}

/** The notebook says which release it is of, for a later one to tell. */
function withRelease(content: string): string {
  const notebook = JSON.parse(content) as { metadata: { nablab: object } };
  notebook.metadata.nablab = { ...notebook.metadata.nablab, release: hashOf(content).slice(0, 16) };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

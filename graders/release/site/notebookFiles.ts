import type { Assignment } from "../../../src/check/contract";
import { fingerprint } from "../../../src/lite/fingerprint";
import { type NotebookFile, sourceOf } from "../../../src/lite/NotebookFile";
import type { ServedNotebook } from "../../../src/lite/SiteOptions";
import type { Locale } from "../../../src/words/locale";
import { buildNotebook } from "../../authoring/notebook/buildNotebook";
import type { Course } from "../../course/Course";
import { nameOf } from "../../course/folderOf";
import { hashOf } from "../../text/hashOf";
import { jsonText } from "../json";
import type { ReleasedFile } from "../ReleasedFile";

/** JupyterLite shows them, and the same site has the same. */
const date = "2020-01-01T00:00:00.000Z";

/**
 * The list by which JupyterLite finds notebooks, below the site's folder. Not where JupyterLite has it, below `api/`, as its
 * service worker leaves that to the network: notebooks that were never opened must open without one, too.
 */
export const listingName = "contents.json";

export interface SiteNotebooks {
  served: Record<string, ServedNotebook>;
  files: ReleasedFile[];
}

/** The learners' notebooks, by slug and as files, with the list by which JupyterLite finds them. */
export async function notebookFiles(
  course: Course,
  assignments: readonly Assignment[],
  locale: Locale,
): Promise<SiteNotebooks> {
  const notebooks = await Promise.all(
    assignments.map(async (assignment) => {
      const built = await buildNotebook(course, assignment, "starter", { locale });
      const release = hashOf(built).slice(0, 16);
      return {
        slug: assignment.slug,
        release,
        name: `${nameOf(assignment)}.ipynb`,
        content: withRelease(built, release),
      };
    }),
  );
  const entries = notebooks.map(({ name, content }) => ({
    ...entry(name, "notebook"),
    size: Buffer.byteLength(content),
  }));
  const listing = {
    path: listingName,
    content: { ...entry("", "directory"), format: "json", content: entries },
  };
  return {
    served: Object.fromEntries(notebooks.map(({ slug, name, release }) => [slug, { file: name, release }])),
    files: [
      ...notebooks.map(({ name, content }) => ({ path: `files/${name}`, content })),
      { path: listing.path, content: jsonText(listing.content) },
    ],
  };
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

/** The notebook says which release it is of, and what its cells were, for a later one to tell what a learner has written. */
function withRelease(content: string, release: string): string {
  const notebook = JSON.parse(content) as NotebookFile;
  const cells = Object.fromEntries(notebook.cells.map((cell) => [cell.id, fingerprint(sourceOf(cell))]));
  notebook.metadata.nablab = { ...notebook.metadata.nablab, release, cells };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

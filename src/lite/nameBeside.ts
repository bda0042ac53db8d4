import type { NotebookFile } from "./NotebookFile";
import type { ServedNotebook } from "./SiteOptions";

/** The place of a new release beside a learner's notebook. */
export interface Beside {
  name: string;
  /** Whether the new release is there already, from an earlier time. */
  isThere: boolean;
}

/**
 * A name that is free in the learner's folder, such as 01-logistic-regression-2.ipynb, or the one under which the release
 * is there already.
 *
 * @param read gives the notebook of that name in the folder; undefined if there is none
 */
export async function nameBeside(
  { file, release }: ServedNotebook,
  read: (name: string) => Promise<NotebookFile | undefined>,
): Promise<Beside> {
  const stem = file.replace(/\.ipynb$/, "");
  for (let n = 2; ; n++) {
    const name = `${stem}-${n}.ipynb`;
    const there = await read(name);
    if (!there) return { name, isThere: false };
    if (there.metadata.nablab?.release === release) return { name, isThere: true };
  }
}

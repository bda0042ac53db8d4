/** Where the snapshot of a bundle is kept, if anywhere: of one build of Node, as another one has no use for it. */
export function snapshotOf(bundle: string): string {
  return `${bundle}.${process.version}-${process.platform}-${process.arch}.blob`;
}

/** Where the snapshot of a bundle is kept, if anywhere. Only the same build of Node can use it. */
export function snapshotOf(bundle: string): string {
  return `${bundle}.${process.version}-${process.platform}-${process.arch}.blob`;
}

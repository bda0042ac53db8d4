/** Where the compiled code of a bundle is kept, if anywhere: of one version of Node, as another one has no use for it. */
export function codeCacheOf(bundle: string): string {
  return `${bundle}.${process.version}.cache`;
}

/** The path of a file as seen from a folder, such as `lib/util.ts` or `../util.ts`; both are absolute. */
export function relativePath(folder: string, file: string): string {
  const from = folder.replaceAll("\\", "/").split("/").filter(Boolean);
  const to = file.replaceAll("\\", "/").split("/").filter(Boolean);
  const shared = from.findIndex((name, index) => name !== to[index]);
  const depth = shared < 0 ? from.length : shared;
  return [...from.slice(depth).map(() => ".."), ...to.slice(depth)].join("/");
}

/** What systems, editors and package managers leave in folders: nobody's work. */
const leftovers = [
  /^\./,
  /^(__MACOSX|node_modules|__pycache__)$/,
  /^(Thumbs\.db|desktop\.ini|Icon\r)$/i,
  /~$|^~\$|^#.*#$/,
  /\.(swp|swo|tmp|bak|crdownload|part)$/i,
];

export function isLeftover(name: string): boolean {
  return leftovers.some((one) => one.test(name));
}

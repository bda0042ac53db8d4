/** Lines such as `%time`, `%%html` or `!ls` are for other kernels. They are blanked, which keeps the line numbers. */
export function withoutMagics(source: string): string {
  return source.replace(/^[ \t]*(%%?[A-Za-z]|!\w|\?\w).*$/gm, "");
}

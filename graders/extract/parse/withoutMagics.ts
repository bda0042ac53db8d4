/** Lines such as `%time`, `%%html` or `!ls` are for other kernels; they are blanked, so that line numbers stay. */
export function withoutMagics(source: string): string {
  return source.replace(/^[ \t]*(%%?[A-Za-z]|!\w|\?\w).*$/gm, "");
}

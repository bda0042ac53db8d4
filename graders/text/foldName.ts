/**
 * What remains of a name where systems and people may take two for one: without case, without invisible characters, in
 * one of Unicode's ways to write the same text, full width as normal width, without dots and spaces at the end. Names
 * that differ here differ as file names on every system.
 */
export function foldName(name: string): string {
  return (
    name
      .normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}+/gu, "")
      // There and back, as some letters have no other case of their own: ẞ, ß and ss, ſ and s, a final sigma and others.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize("NFKC")
      .replace(/\s+/gu, " ")
      .replace(/[. ]+$/, "")
      .trimStart()
  );
}

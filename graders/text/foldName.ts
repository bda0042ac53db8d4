/**
 * What is left of a name where systems and people may take two for one: without case, without characters that nobody
 * sees, in one of the ways that Unicode has of writing the same, full width as usual width, without dots and blanks at
 * its end. Names that differ here differ as names of files on every system.
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

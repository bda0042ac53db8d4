const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * Identifies a text, for a page to tell whether it was changed: FNV-1a with 64 bits over its bytes in UTF-8, in hexadecimal
 * digits. Browsers compute SHA-256 only where the address begins with https.
 *
 * Source: the FNV-1a algorithm, its offset basis and its prime, http://www.isthe.com/chongo/tech/comp/fnv/.
 */
export function fingerprint(text: string): string {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  return hash.toString(16).padStart(16, "0");
}

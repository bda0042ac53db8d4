import type { TokenFile } from "../../../src/handIn/TokenFile";
import { writeWhole } from "../../text/writeWhole";

/** Keeps the token for a server where only its owner can read it, in place of an earlier one; null forgets it. */
export function keepToken(file: TokenFile, origin: string, token: string | null): void {
  const { [origin]: _, ...others } = file.read();
  const tokens = token === null ? others : { ...others, [origin]: token };
  writeWhole(file.path, [`${JSON.stringify(tokens, null, 2)}\n`], 0o600);
}

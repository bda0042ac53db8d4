import { browser as words } from "../../words/browser";

/** Why a module cannot be imported in a browser. */
export function refuseModule(id: string): string {
  return /^[./]/.test(id) ? words.noFile(id) : words.noModule(id);
}

import { importDefault } from "./importDefault";

/** The `this` of compiled code: TypeScript's output takes its helpers from there where it finds them. */
export const helpers = Object.freeze({ __proto__: null, __importDefault: importDefault });

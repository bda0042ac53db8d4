import type { Lms } from "../lti/Lms";
import type { Oidc } from "./Oidc";

/** Ways to sign in besides the token of whoever starts the dashboard. */
export interface Ways {
  oidc?: Oidc;
  /** From an LMS, to which marks go. */
  lms?: Lms;
}

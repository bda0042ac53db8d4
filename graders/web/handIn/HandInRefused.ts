import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RefusalCode } from "../../../src/handIn/HandInAnswer";
import { Refusal } from "../../gradebook/Refusal";

/** What a learner handed in is not taken; the message is one sentence for them. */
export class HandInRefused extends Refusal {
  /** @param retryAfter in seconds, when the same may be sent again */
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** As HTTP says it. */
export const refusalStatuses: Record<RefusalCode, ContentfulStatusCode> = {
  ...{ token: 401, unknown: 404, early: 409, closed: 409 },
  ...{ file: 422, "too-large": 413, limit: 429, later: 503 },
};

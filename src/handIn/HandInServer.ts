import { isRecord } from "../check/isRecord";
import { words } from "../words/words";
import type { CourseAnswer, HandInAnswer, RefusalCode } from "./HandInAnswer";
import { HandInError } from "./HandInError";

/** A file to hand in. */
export interface Sent {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The run's slug; left out, the file says of which assignment it is. */
  run?: string;
}

/** How long is waited, in milliseconds. */
export interface Patience {
  /** For a verdict. */
  verdict: number;
  /** For a server that has taken a file, and does not answer any more. */
  silence: number;
  /** Between two questions. */
  pause: number;
}

const usual: Patience = { verdict: 10 * 60_000, silence: 60_000, pause: 1000 };

/** For how long the server is asked to wait with an answer, in seconds. */
const wait = 20;

/** How often a file is sent again to a server that says that it cannot take it now. */
const mostAgain = 3;

/** The largest file that is taken, in bytes. */
export const mostBytes = 16 * 2 ** 20;

/**
 * A dashboard to which learners hand in, as docs/server.md describes it. It needs nothing but `fetch`, and so it works in
 * Node and in a browser.
 */
export class HandInServer {
  /**
   * @param to the address of the pages
   * @param token the learner's
   */
  constructor(
    private readonly to: URL,
    private readonly token: string,
    private readonly patience: Patience = usual,
    private readonly fetch: typeof globalThis.fetch = globalThis.fetch,
  ) {}

  /** @throws HandInError unless somebody has the token */
  async course(): Promise<CourseAnswer> {
    return (await this.ask("GET", "/api/me")) as unknown as CourseAnswer;
  }

  /**
   * Hands in a file. Sent again, it is the same hand-in.
   *
   * @throws HandInError
   */
  async send({ name, bytes, run }: Sent): Promise<HandInAnswer> {
    const query = new URLSearchParams({ ...(run === undefined ? {} : { run }), name });
    for (let again = 0; ; again++) {
      try {
        return answerIn(await this.ask("POST", `/api/hand-ins?${query}`, bytes), this.to);
      } catch (error) {
        if (!(error instanceof HandInError) || error.code !== "later" || again === mostAgain) throw error;
        await pause(this.patience.pause);
      }
    }
  }

  /** The verdict on a hand-in; it still waits when that has taken too long. @throws HandInError */
  async verdict(handIn: HandInAnswer): Promise<HandInAnswer> {
    const until = Date.now() + this.patience.verdict;
    let heard = Date.now();
    let answer = handIn;
    while (answer.state === "waiting" && Date.now() < until) {
      const asked = Date.now();
      try {
        answer = answerIn(
          await this.ask("GET", `/api/hand-ins/${encodeURIComponent(handIn.id)}?wait=${wait}`),
          this.to,
        );
        heard = Date.now();
      } catch (error) {
        const mayPass = error instanceof HandInError && (error.code === "later" || error.code === "unreachable");
        if (!mayPass || Date.now() - heard > this.patience.silence) throw error;
      }
      if (answer.state === "waiting" && Date.now() - asked < this.patience.pause) await pause(this.patience.pause);
    }
    return answer;
  }

  /** The address of the page that shows a hand-in. */
  pageOf({ page }: HandInAnswer): string {
    return new URL(page, this.to.origin).href;
  }

  private async ask(method: string, path: string, body?: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>> {
    const headers = {
      Authorization: `Bearer ${this.token}`,
      ...(body === undefined ? {} : { "Content-Type": "application/octet-stream" }),
    };
    const { fetch } = this;
    // Whoever leads elsewhere must not be sent the token.
    const init: RequestInit = { method, headers, body, redirect: "error", credentials: "omit" };
    let response: Response;
    let text: string;
    try {
      response = await fetch(new URL(path, this.to.origin), init);
      text = await response.text();
    } catch (error) {
      throw new HandInError("unreachable", words.submit.unreachable(this.to.origin, reasonOf(error)), { cause: error });
    }
    const answer = recordIn(text);
    if (response.ok && answer) return answer;
    if (typeof answer?.error !== "string" || typeof answer.code !== "string") {
      throw new HandInError("foreign", words.submit.foreign(this.to.origin, response.status));
    }
    throw new HandInError(answer.code as RefusalCode, answer.error);
  }
}

function recordIn(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : null;
  } catch {
    return null;
  }
}

const states: readonly unknown[] = ["waiting", "graded", "not-gradable", "fault"] satisfies HandInAnswer["state"][];

/** @throws HandInError for what is no hand-in */
function answerIn(json: Record<string, unknown>, { origin }: URL): HandInAnswer {
  const texts = [json.id, json.run, json.title, json.fileName, json.received, json.page];
  const isGraded = json.state === "graded";
  const isWhole = !isGraded || (Array.isArray(json.functions) && typeof json.points === "number");
  if (texts.some((one) => typeof one !== "string") || !states.includes(json.state) || !isWhole)
    throw new HandInError("foreign", words.submit.foreign(origin, 200));
  return json as unknown as HandInAnswer;
}

/** Node says why in the cause; browsers do not words.submit. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { words } from "../../../src/words/words";
import type { Act } from "../../gradebook/Act";
import { keepColumn, type LmsLink, linksIn } from "../../gradebook/lms/linkRun";
import { type DueMark, dueMarks, noteDueMarks, settleMark, type Told } from "../../gradebook/lms/passback";
import { takeMembers } from "../../gradebook/lms/takeMembers";
import { Refusal } from "../../gradebook/Refusal";
import type { Db } from "../../gradebook/Store";
import { scopes } from "./Launch";
import type { PlatformSettings } from "./ltiSettings";
import { columnFor, LmsAnswer, membersOf, resultIn, sendScore } from "./services";
import type { Tool } from "./Tool";

const say = words.lms;

/** How often marks are looked for, in milliseconds. */
const interval = 15_000;

/** LMSs round to two decimals. */
const tolerance = 0.0051;

/** Statuses after which it may work later: access that has ended, too many requests, and faults of the LMS's own. */
const isPassing = (status: number): boolean => status === 401 || status === 429 || status >= 500;

/** Whether marks of a run have no place in the LMS yet, and the LMS lets one be made. */
export function isWithoutColumn({ scores, lineItems, scopes: granted }: LmsLink): boolean {
  return scores === null && lineItems !== null && (JSON.parse(granted) as string[]).includes(scopes.lineItem);
}

/** What goes to and fro between the gradebook and an LMS: marks and people. */
export class Lms {
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> | null = null;
  private readonly refusedColumns = new Set<string>();

  constructor(
    private readonly db: Db,
    readonly tool: Tool,
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  /** Sends marks from now on, until {@link end}. */
  start(): void {
    this.timer = setInterval(() => void this.sendSoon(), interval);
    void this.sendSoon();
  }

  async end(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.sending;
  }

  /** Sends what is due, and says in the terminal what keeps it from that. */
  sendSoon(): Promise<void> {
    this.sending ??= this.send()
      .catch((error: Error) => console.error(`nablab: ${say.notSent(error.message)}`))
      .finally(() => {
        this.sending = null;
      });
    return this.sending;
  }

  /** Sends every mark that is due now, one after the other. One that is refused stops no other. */
  async send(): Promise<void> {
    await this.makeColumns();
    await this.db.transaction().execute((trx) => noteDueMarks(trx, this.now()));
    /** LMSs that do not answer: each would take its time for every mark. */
    const away = new Map<string, string>();
    for (const mark of await dueMarks(this.db, this.now())) {
      const key = `${mark.link.platform} ${mark.link.client}`;
      const silent = away.get(key);
      const told = silent === undefined ? await this.tell(mark) : { kind: "later" as const, answer: silent };
      if (told.kind === "away") away.set(key, told.answer);
      await settleMark(this.db, mark, told.kind === "away" ? { ...told, kind: "later" } : told, this.now());
    }
  }

  /** Marks need a column in the LMS's gradebook, which not every link there has. */
  private async makeColumns(): Promise<void> {
    const links = await linksIn(this.db);
    for (const link of links.filter(isWithoutColumn)) {
      const { lineItems, at, run } = link;
      const known = `${run} ${lineItems} ${at}`;
      if (lineItems === null || this.refusedColumns.has(known)) continue;
      try {
        const row = await this.db.selectFrom("run").selectAll().where("id", "=", run).executeTakeFirstOrThrow();
        await keepColumn(this.db, link, await columnFor(this.tool, this.platformOf(link), lineItems, row));
      } catch (error) {
        const isLasting = error instanceof Refusal || (error instanceof LmsAnswer && !isPassing(error.status));
        if (!isLasting) continue;
        // It would refuse it again, until somebody changes the link.
        this.refusedColumns.add(known);
        console.error(
          `nablab: ${say.noColumn(error instanceof LmsAnswer ? say.answered(error.status) : error.message)}`,
        );
      }
    }
  }

  private async tell(mark: DueMark): Promise<Told | { kind: "away"; answer: string }> {
    const { final: given, maxScore: most, subject, link } = mark;
    try {
      const platform = this.platformOf(link);
      const scores = link.scores ?? "";
      const found = await this.foundIn(platform, mark);
      if (found !== null) return { kind: "changed", answer: say.has(found) };
      await sendScore(this.tool, platform, scores, { subject, given, most, at: this.now() });
      return { kind: "sent" };
    } catch (error) {
      if (error instanceof Refusal) return { kind: "refused", answer: error.message };
      if (!(error instanceof LmsAnswer)) return { kind: "away", answer: say.away };
      return { kind: isPassing(error.status) ? "later" : "refused", answer: say.answered(error.status) };
    }
  }

  /** A mark that the LMS has and was not sent; null where staff want it replaced, or the LMS does not let us look. */
  private async foundIn(platform: PlatformSettings, { link, subject, maxScore, sent, forced }: DueMark) {
    const granted = JSON.parse(link.scopes) as string[];
    if (forced === 1 || !granted.includes(scopes.result)) return null;
    const found = await resultIn(this.tool, platform, link.scores ?? "", { subject, most: maxScore });
    return found === null || (sent !== null && Math.abs(found - sent) < tolerance) ? null : found;
  }

  /**
   * Adds the LMS's learners to the course.
   *
   * @throws Refusal when the LMS does not hand them out
   */
  async takeRoster(link: LmsLink, act: Act): Promise<{ added: number; known: number }> {
    if (link.members === null) throw new Refusal(say.noMembers);
    const members = await membersOf(this.tool, this.platformOf(link), link.members).catch((error: Error) => {
      throw new Refusal(error instanceof LmsAnswer ? say.rosterRefused(error.status) : say.away);
    });
    const learners = members.filter(({ isLearner }) => isLearner);
    // Not within the LMS's answers: everybody would wait for them.
    return this.db.transaction().execute((trx) => takeMembers(trx, act, link.platform, learners));
  }

  /** @throws Refusal when the settings no longer have it */
  private platformOf({ platform, client }: LmsLink): PlatformSettings {
    const found = this.tool.platforms.find(({ issuer, clientId }) => issuer === platform && clientId === client);
    if (!found) throw new Refusal(say.unknownPlatform(platform));
    return found;
  }
}

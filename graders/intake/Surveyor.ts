import type { Assignment } from "../../src/check/contract";
import { surveySubmission } from "../engine/readSubmission";
import { NotGradable } from "../extract/NotGradable";
import type { Survey } from "../extract/Reading";
import { readBytes } from "../extract/readBytes";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import { type Arrival, namesBelow } from "./Arrival";
import { extensionOf } from "./candidates";

/** What a file tells about the assignment that it belongs to. */
export interface Told {
  slug: string | null;
  /** Whether the file says so itself; otherwise the names of its functions do. */
  declared: boolean;
  /** Of the assignment's functions, those that it defines; 1 where it says so itself. */
  share: number;
  /** Why the file tells nothing; continues its name. */
  problem?: string;
}

/** Who can say what files tell about themselves. */
export interface Teller {
  tell(file: Arrival): Promise<Told>;
  /** The share of an assignment's functions that a file defines; with `written`, of those it does not leave as handed out. */
  shareOf(file: Arrival, assignment: Assignment, written?: boolean): Promise<number>;
}

/** Has readers find out; each file is read once or twice. */
export class Surveyor implements Teller {
  private readonly told = new Map<Arrival, Promise<Told>>();
  private readonly surveys = new Map<Arrival, Promise<Survey | string>>();
  private readonly names: readonly string[];
  private readonly slugs: readonly string[];

  constructor(
    private readonly assignments: readonly Assignment[],
    private readonly readers: ReaderPool,
  ) {
    this.names = [...new Set(assignments.flatMap(({ functions }) => functions.map(({ name }) => name)))];
    this.slugs = assignments.map(({ slug }) => slug);
  }

  tell(file: Arrival): Promise<Told> {
    const known = this.told.get(file) ?? this.find(file);
    this.told.set(file, known);
    return known;
  }

  async shareOf(file: Arrival, { functions }: Assignment, written = false): Promise<number> {
    const known = this.surveys.get(file) ?? this.survey(file, []);
    this.surveys.set(file, known);
    const survey = await known;
    if (typeof survey === "string") return 0;
    const left = new Set(written ? survey.unwritten : []);
    const defined = new Set(survey.declares.filter((name) => !left.has(name)));
    return functions.filter(({ name }) => defined.has(name)).length / functions.length;
  }

  private async find(file: Arrival): Promise<Told> {
    const survey = await this.survey(file, this.slugs);
    if (typeof survey === "string") return { slug: null, declared: false, share: 0, problem: survey };
    const own = [survey.declaredAssignment, survey.usedAssignment].find(
      (slug) => slug !== null && this.slugs.includes(slug),
    );
    if (own) return { slug: own, declared: true, share: 1 };
    this.surveys.set(file, Promise.resolve(survey));
    return { declared: false, ...(await this.mostAlike(file)) };
  }

  /** Names such as `predict` occur in several assignments: the largest share decides, if it is one's alone. */
  private async mostAlike(file: Arrival): Promise<Pick<Told, "slug" | "share">> {
    const shares = await Promise.all(this.assignments.map((one) => this.shareOf(file, one)));
    const share = Math.max(...shares);
    const best = this.assignments.filter((_, i) => share > 0 && shares[i] === share);
    return { slug: best.length === 1 ? best[0].slug : null, share };
  }

  /** @param enough slugs of which one in the file is enough: its functions are then not looked for */
  private async survey(file: Arrival, enough: readonly string[]): Promise<Survey | string> {
    const submitted = { extension: extensionOf(file), load: () => readBytes(file.path, namesBelow(file)) };
    try {
      return await surveySubmission(submitted, this.names, this.readers, enough);
    } catch (error) {
      if (error instanceof NotGradable) return error.message;
      throw error;
    }
  }
}

import type { Content } from "./Message";

interface Entry {
  line: number;
  input: string;
  output: string | null;
}

/** There is one session: the history lives as long as the kernel. */
const session = 1;

/** What has been run so far, in the forms that front ends ask for. */
export class History {
  private readonly entries: Entry[] = [];

  add(line: number, input: string, output: string | null): void {
    this.entries.push({ line, input, output });
  }

  /** The content of a `history_reply`: `[session, line, input]`, or `[session, line, [input, output]]`. */
  reply(request: Content): Content {
    const withOutput = request.output === true;
    const history = this.select(request).map(({ line, input, output }) => [
      session,
      line,
      withOutput ? [input, output] : input,
    ]);
    return { status: "ok", history };
  }

  private select(request: Content): Entry[] {
    const last = (entries: Entry[]) =>
      typeof request.n === "number" ? entries.slice(-request.n || Infinity) : entries;
    switch (request.hist_access_type) {
      case "range":
        return this.range(Number(request.start ?? 0), request.stop);
      case "search":
        return last(this.search(String(request.pattern ?? "*"), request.unique === true));
      default:
        return last(this.entries);
    }
  }

  private range(start: number, stop: unknown): Entry[] {
    const end = typeof stop === "number" ? stop : Infinity;
    return this.entries.filter(({ line }) => line >= start && line < end);
  }

  /** Entries whose whole input matches a pattern with `*` and `?`; with `unique`, only the last of equal ones. */
  private search(pattern: string, unique: boolean): Entry[] {
    const escaped = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    const matches = this.entries.filter(({ input }) => new RegExp(`^${escaped}$`, "s").test(input));
    return unique ? [...new Map(matches.map((entry) => [entry.input, entry])).values()] : matches;
  }
}

import { breatheHook } from "../../../core/breatheHook";
import { kernel as words } from "../../../words/kernel";
import { standIns } from "../../compiler/standIns";
import { CellEvaluator } from "../../engine/CellEvaluator";
import { Interrupted } from "../../engine/Interrupted";
import { offerDisplay } from "../../engine/offerDisplay";
import { showWarnings } from "../../engine/showWarnings";
import { tidyStackTraces } from "../../engine/tidyStackTraces";
import { browserPlatform } from "./browserPlatform";
import { catchStrayErrors } from "./catchStrayErrors";
import { currentCell } from "./currentCell";
import { findDigits } from "./digits";
import type { EngineCommand } from "./engineMessages";
import { guardTimers } from "./guardTimers";
import { Leash } from "./Leash";
import { Outbox } from "./Outbox";
import { offerConsole } from "./offerConsole";

/**
 * Makes this worker run the cells that EngineWorker sends. Everything is in its place before the library is loaded, which
 * looks for its hooks.
 *
 * @param modules what cells can import, by name
 */
export function serveCells(modules: Readonly<Record<string, () => object>>): void {
  const outbox = new Outbox();
  const leash = new Leash(outbox.beat);
  let isRunning = false;
  const platform = browserPlatform(modules, (message) => {
    if (message.type === "done") isRunning = false;
    outbox.send(message);
  });
  const evaluator = new CellEvaluator(platform);

  const clear = () => outbox.send({ type: "clear", cell: currentCell()?.cell ?? null, wait: false });
  offerConsole((name, text) => outbox.print(name, text), clear);
  offerDisplay(currentCell, platform);
  showWarnings(currentCell, (text) => outbox.print("stderr", text));
  define("prompt", () => {
    throw new Error(words.noInput);
  });
  define(standIns.tick, leash.tick);
  define(standIns.passOn, (error: unknown) => {
    if (error instanceof Interrupted) throw error;
  });
  define(breatheHook, leash.breathe);
  guardTimers(leash);
  catchStrayErrors(platform);
  tidyStackTraces();

  addEventListener("message", ({ data }: MessageEvent<EngineCommand>) => {
    if (data.type === "start") {
      leash.renew(data.leash);
      findDigits(data.digits);
    } else if (data.type === "run") {
      isRunning = true;
      evaluator.run(data.message);
    } else {
      const stopped = leash.renew(data.leash);
      // Otherwise the cell has ended already, by the leash.
      if (isRunning || stopped.length === 0) evaluator.interrupt(stopped);
    }
  });
  outbox.send({ type: "ready" });
}

function define(name: PropertyKey, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}

// The process that runs the cells. Started by EngineProcess.
import path from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { CellEvaluator } from "../../engine/CellEvaluator";
import type { RunMessage } from "../../engine/messages";
import { showWarnings } from "../../engine/showWarnings";
import { tidyStackTraces } from "../../engine/tidyStackTraces";
import { packageRoot } from "../packageRoot";
import { passOverForeignPackages } from "../places/foreignPackages";
import { whenIdle } from "../whenIdle";
import { captureOutput } from "./captureOutput";
import { catchStrayErrors } from "./catchStrayErrors";
import { currentCell, takeUnfinished } from "./currentCell";
import { giveBackMemory } from "./giveBackMemory";
import { guardTimers } from "./guardTimers";
import { InputDesk } from "./InputDesk";
import { listenForGood } from "./listenForGood";
import { registerModuleHooks } from "./modules/moduleHooks";
import { nodePlatform } from "./nodePlatform";
import { offerInput } from "./offerInput";
import { offerRasterizer } from "./picture/offerRasterizer";
import { interruptCommand } from "./pipes";
import { sendMessage } from "./sendMessage";
import { volunteerForOutOfMemoryKiller } from "./volunteerForOutOfMemoryKiller";
import type { WatchdogData } from "./watchdog";

/** JavaScript's own, even if a cell replaces it. */
const { parse } = JSON;

/** How long after a cell the memory that it took is given back if no other cell follows, in milliseconds. */
const patience = 5000;

const acknowledged = new Int32Array(new SharedArrayBuffer(4));
const { port1: answers, port2 } = new MessageChannel();
const workerData: WatchdogData = { acknowledged, answers: port2 };
const watchdog = new Worker(path.join(__dirname, "watchdog.js"), { workerData, transferList: [port2] });
// Before the evaluator asks where packages are.
passOverForeignPackages(process.cwd(), packageRoot);
const pause = whenIdle(patience, giveBackMemory);
const evaluator = new CellEvaluator({
  ...nodePlatform(process.cwd()),
  send(message) {
    sendMessage(message);
    if (message.type === "done") pause.begin();
  },
});

volunteerForOutOfMemoryKiller();
captureOutput();
offerRasterizer();
showWarnings(currentCell, (text) => void process.stderr.write(text));
offerInput(new InputDesk(answers));
guardTimers();
catchStrayErrors();
tidyStackTraces();
registerModuleHooks();

watchdog.on("message", (line: string) => {
  if (line !== interruptCommand) {
    pause.end();
    return evaluator.run(parse(line) as RunMessage);
  }
  Atomics.add(acknowledged, 0, 1);
  evaluator.interrupt(takeUnfinished());
});
// The kernel handles it; without a listener, Ctrl+C in the terminal of a Windows console would end the engine.
listenForGood("SIGINT", () => {});
sendMessage({ type: "ready" });

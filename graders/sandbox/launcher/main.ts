/**
 * The launcher's process: starts what the grader orders, hands over the pipe, and kills processes when the grader says
 * so or is gone. It never reads what they send. See Launcher.ts for the other end.
 */
import type { Socket } from "node:net";
import { endsWithParent } from "./endsWithParent";
import type { Launched } from "./Launched";
import { launchDirectly } from "./launchDirectly";
import type { Order, Report } from "./messages";

const running = new Map<number, Launched>();
const prefix = endsWithParent(process.argv[2]);

async function launch({ id, command, args }: Extract<Order, { kind: "launch" }>): Promise<void> {
  try {
    // Bubblewrap does this itself.
    const isSeenTo = args.includes("--die-with-parent");
    const [program, ...all] = [...(isSeenTo ? [] : await prefix), command, ...args];
    const launched = await launchDirectly(program, all);
    running.set(id, launched);
    handOver({ kind: "launched", id, pid: launched.pid }, launched.pipe);
    const end = await launched.ended;
    running.delete(id);
    report({ kind: "ended", id, ...end });
  } catch (error) {
    report({ kind: "refused", id, message: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Node would read from the pipe until the grader confirms that it has it, and lose what arrives meanwhile. There is no
 * public way to stop that.
 */
function handOver(message: Report, pipe: Socket): void {
  (pipe as unknown as { _handle: { readStop(): void } })._handle.readStop();
  process.send?.(message, pipe, {}, () => pipe.destroy());
}

function report(message: Report): void {
  if (process.connected) process.send?.(message);
}

process.on("message", (order: Order) => {
  if (order.kind === "launch") void launch(order);
  else running.get(order.id)?.kill();
});

// A process that is just being started has not been asked anything yet: it finds its pipe closed, and ends by itself.
process.on("disconnect", () => {
  for (const launched of running.values()) launched.kill();
  process.exit();
});

/** The thread that compares: it is sent what readers have read, and answers once. */
import { parentPort } from "node:worker_threads";
import { commonParts } from "./commonParts";
import { alikePairs } from "./pairs";
import type { Answers, Task } from "./Task";
import { tokensOf } from "./tokens";

function answerTo(task: Task): Answers[Task["kind"]] {
  const given = tokensOf("given", task.given);
  if (task.kind === "parts") return commonParts(tokensOf("left", task.left), tokensOf("right", task.right), given);
  return alikePairs(
    task.files.map((statements, i) => tokensOf(String(i), statements)),
    given,
    task.most,
  );
}

parentPort?.once("message", (task: Task) => parentPort?.postMessage(answerTo(task)));

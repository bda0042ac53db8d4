/**
 * Why a call was ended from outside: it used up its own time, or the processor time of the whole submission (`budget`);
 * it needed too much memory, or exceeded another limit (`excess`); its process exited by itself, with this signal or
 * exit code if one is known; or it sent something that is not a result (`forged`).
 */
export type Stop =
  | { cause: "time"; seconds: number }
  | { cause: "budget"; seconds: number }
  | { cause: "memory"; megabytes: number }
  | { cause: "excess"; of: "result" | "exchange" }
  | { cause: "excess"; of: "questions"; most: number }
  | { cause: "died"; end?: string | number | null }
  | { cause: "forged" };

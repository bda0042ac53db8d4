/**
 * Why a call was ended from outside: its own time was over, or the processor time of the whole submission (`budget`); it
 * needed too much memory, or went beyond another limit (`excess`); its process ended by itself, with this signal or exit
 * code as far as one is known; or it sent what is not a result (`forged`).
 */
export type Stop =
  | { cause: "time"; seconds: number }
  | { cause: "budget"; seconds: number }
  | { cause: "memory"; megabytes: number }
  | { cause: "excess"; of: "result" | "exchange" }
  | { cause: "excess"; of: "questions"; most: number }
  | { cause: "died"; end?: string | number | null }
  | { cause: "forged" };

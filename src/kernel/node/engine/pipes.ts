/** The file descriptor on which the engine writes its messages, one JSON value per line. */
export const outputPipe = 3;

/**
 * The file descriptor on which the engine's watchdog is told what to do, one line each: a cell to run, as a JSON
 * object, an answer to its question, as a JSON string, or to interrupt. When it closes, the kernel is gone.
 */
export const commandPipe = 4;

/** The line that stops the running cell. */
export const interruptCommand = "interrupt";

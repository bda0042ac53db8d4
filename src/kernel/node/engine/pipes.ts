/** The file descriptor on which the engine writes its messages, one JSON value per line. */
export const outputPipe = 3;

/** The file descriptor on which the engine's watchdog is told to interrupt; when it closes, the kernel is gone. */
export const interruptPipe = 4;

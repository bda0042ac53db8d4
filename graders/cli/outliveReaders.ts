/**
 * Whoever reads the output may stop, as `head` does. What is left to do, such as writing results, is done all the same.
 */
export function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) {
    output.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

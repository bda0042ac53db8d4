/**
 * The program that reads the output may stop early, as `head` does. The remaining work, such as writing results, must
 * still be done.
 */
export function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) {
    output.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/**
 * Ends this process, as SIGTERM would, when the process that started it (nablab.js) is killed: that is the process that
 * npm shows, and so the one that a user ends.
 */
export function endWithWrapper(): void {
  if (!process.channel) return;
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

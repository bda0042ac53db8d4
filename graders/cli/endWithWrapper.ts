/**
 * Ends this process, as SIGTERM does, when the one that started it (nablab.js) has been killed: what a user ends is the
 * process that npm shows.
 */
export function endWithWrapper(): void {
  if (!process.channel) return;
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

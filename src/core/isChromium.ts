/** Whether this is a page, or one of its workers, in Chromium or another browser on V8. */
export function isChromium(): boolean {
  const isInBrowser = "document" in globalThis || "WorkerGlobalScope" in globalThis;
  // V8 alone begins a stack with the error itself.
  return isInBrowser && String(new Error("V8").stack).startsWith("Error: V8");
}

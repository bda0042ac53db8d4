import { words } from "../../../src/words/words";

/** JupyterLite's, at the top of a site. */
export const serviceWorkerFile = "service-worker.js";

/** The variable of JupyterLite's service worker that says whether it answers from the cache. */
const variable = "enableCache";

/**
 * JupyterLite's service worker, which reads from its address whether it answers from the cache, in a version that does so
 * whenever it starts. As it comes, it does so when it is activated, which is once; but browsers end it as soon as it has
 * nothing to do, and start it again for the next request, which it would then send to the network.
 *
 * @throws Error when it has no such variable any more
 */
export function rememberingWorker(program: string): string {
  if (!new RegExp(String.raw`\blet ${variable}\b`).test(program)) {
    throw new Error(words.release.noCachingVariable(serviceWorkerFile, variable));
  }
  return `${program}\n${variable} = new URL(location.href).searchParams.get("${variable}") === "true";\n`;
}

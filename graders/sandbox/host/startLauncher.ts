import { Launcher } from "./Launcher";
import { directStarter, type ProcessStarter } from "./ProcessStarter";

/**
 * Starts the launcher of a run, so that it is ready by the time the run is prepared.
 *
 * @param bundle what {@link bundleLauncher} built
 */
export function startLauncher(bundle: string): ProcessStarter {
  // Windows does not fork, and has no pipes that could be handed over.
  return process.platform === "win32" ? directStarter : new Launcher(bundle);
}

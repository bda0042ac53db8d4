import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { MissingRequirement } from "../../../../graders/cli/lab/findPython";
import { installRequirements } from "../../../../graders/cli/lab/installRequirements";
import { environmentProgram, virtualEnvironment } from "../../../../graders/cli/lab/virtualEnvironment";
import { root } from "../../../../graders/course/folderOf";

const environment = virtualEnvironment(join(root, "node_modules/.cache/nablab-lti"));

/** Installs the LMS of the tests. @returns what is missing for that; null when nothing is */
export async function missingForPlatform(): Promise<string | null> {
  try {
    await installRequirements(environment, join(__dirname, "requirements.txt"), () => {});
    return null;
  } catch (error) {
    if (error instanceof MissingRequirement) return error.message;
    throw error;
  }
}

/** An LMS that is running. */
export interface Platform {
  address: string;
  /** What the next scores of users are answered with, and marks that somebody types in there, as shares. */
  set(how: { faults?: Record<string, number>; marks?: Record<string, number> }): Promise<void>;
  /** Columns for marks that the tool has made. */
  columns(): Promise<{ id: string; label: string; resourceId: string; scoreMaximum: number }[]>;
  scores(): Promise<{ userId: string; scoreGiven: number; scoreMaximum: number }[]>;
  end(): Promise<void>;
}

/** @param tool the dashboard's address */
export async function startPlatform(tool: string): Promise<Platform> {
  const program = environmentProgram(environment.folder, "python");
  const child: ChildProcess = spawn(program, [join(__dirname, "platform.py"), tool], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  const address = `http://127.0.0.1:${Number(port.toString())}`;
  return {
    address,
    async set(how) {
      await fetch(`${address}/set`, { method: "POST", body: JSON.stringify(how) });
    },
    async columns() {
      return (await (await fetch(`${address}/columns`)).json()) as Awaited<ReturnType<Platform["columns"]>>;
    },
    async scores() {
      return (await (await fetch(`${address}/scores`)).json()) as Awaited<ReturnType<Platform["scores"]>>;
    },
    async end() {
      child.kill();
      await once(child, "exit");
    },
  };
}

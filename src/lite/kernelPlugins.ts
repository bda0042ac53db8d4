import type { Addresses } from "../kernel/browser/Addresses";
import { browserParts } from "../kernel/browser/browserParts";
import { type LiteMessage, LiteTransport } from "../kernel/browser/LiteTransport";
import { Kernel } from "../kernel/Kernel";
import { describeKernel, type Versions } from "../kernel/protocol/describeKernel";
import type { Plugin, Shared } from "./Shared";

/** The name by which notebooks know the kernel, here as on a computer. */
const name = "nablab";
const displayName = "TypeScript (nablab)";

/** What JupyterLite gives to a new kernel. */
interface KernelOptions {
  id: string;
  name: string;
  location: string;
  sendMessage(message: LiteMessage): void;
}

/** The kernel, and its interrupt, which JupyterLite's own client keeps to itself. */
export function kernelPlugins(
  { IKernelSpecs, IKernelClient, Signal }: Shared,
  addresses: Addresses,
  versions: Versions,
): Plugin[] {
  const kernels = new Map<string, Kernel>();

  const create = ({ id, name: kernelName, location, sendMessage }: KernelOptions) => {
    const transport = new LiteTransport(sendMessage);
    const dispose = (): void => {
      if (lite.isDisposed) return;
      lite.isDisposed = true;
      kernels.delete(id);
      kernel.stop();
      lite.disposed.emit(undefined);
    };
    const kernel = new Kernel({
      transport,
      ...browserParts(addresses),
      info: describeKernel(versions),
      end: dispose,
    });
    const lite = {
      id,
      name: kernelName,
      location,
      // What follows need not wait until the library's types have been read.
      ready: Promise.resolve(),
      isDisposed: false,
      disposed: undefined as unknown as { emit(args: unknown): void },
      // Not waited for: the kernel has a queue of its own, and completes names while a cell runs.
      handleMessage: async (message: LiteMessage) => transport.handle(message),
      dispose,
    };
    lite.disposed = new Signal(lite);
    kernels.set(id, kernel);
    void kernel.start();
    return lite;
  };

  const spec = {
    name,
    display_name: displayName,
    language: "typescript",
    argv: [],
    resources: {},
    spec: {
      argv: [],
      env: {},
      display_name: displayName,
      language: "typescript",
      interrupt_mode: "message",
      metadata: {},
    },
  };
  return [
    {
      id: "nablab-site:kernel",
      autoStart: true,
      requires: [IKernelSpecs],
      activate: (_app, specs: { register(options: object): void }) =>
        specs.register({ spec, create: async (options: KernelOptions) => create(options) }),
    },
    {
      id: "nablab-site:interrupt",
      autoStart: true,
      requires: [IKernelClient],
      activate(_app, client: { interrupt(id: string): Promise<void> }) {
        const original = client.interrupt.bind(client);
        client.interrupt = async (id) => {
          kernels.get(id)?.interrupt();
          await original(id);
        };
      },
    },
  ];
}

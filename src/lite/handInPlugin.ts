import { site as words } from "../words/site";
import type { NotebookFile } from "./NotebookFile";
import type { NotebookPanel, NotebookTracker, Plugin, Shared } from "./Shared";
import type { SiteOptions } from "./SiteOptions";
import { showMessage } from "./showMessage";
import { standingOf } from "./standingOf";
import { withoutFigures } from "./withoutFigures";

/** The place of the button: after those that run cells. */
const place = 9;

/**
 * A button in each notebook that hands it in: to the course's server, if there is one, or as a file to download, with what
 * is missing in it.
 */
export function handInPlugin(
  shared: Shared,
  { handIn: server, locale }: Pick<SiteOptions, "handIn" | "locale">,
): Plugin {
  const { INotebookTracker, ToolbarButton } = shared;
  const handIn = async ({ context }: NotebookPanel): Promise<void> => {
    await context.save();
    const notebook = withoutFigures(context.model.toJSON() as NotebookFile);
    const bytes = new TextEncoder().encode(`${JSON.stringify(notebook, null, 1)}\n`);
    const name = context.path.slice(context.path.lastIndexOf("/") + 1);
    const hash = await sha256Of(bytes);
    const hashLine = hash === undefined ? words.hashNeedsHttps : words.hash(hash);
    if (server) {
      const { handInDirectly }: typeof import("./handInDirectly") = await import(server.program);
      if (await handInDirectly(shared, locale, new URL(server.to), { name, bytes }, hashLine)) return;
    }
    download(name, bytes);
    const { correct, open } = standingOf(notebook);
    const body = [words.standing(correct, open), words.where, hashLine];
    await showMessage(shared, { title: words.handInTitle(name), body, buttons: { ok: words.ok } });
  };
  const offer = (panel: NotebookPanel): void => {
    const onClick = () => void handIn(panel);
    const button = new ToolbarButton({
      label: words.handIn,
      tooltip: server ? words.handInDirectlyHint : words.handInHint,
      onClick,
    });
    panel.toolbar.insertItem(place, "nablab-hand-in", button);
  };
  return {
    id: "nablab-site:hand-in",
    autoStart: true,
    requires: [INotebookTracker],
    activate(_app, tracker: NotebookTracker) {
      tracker.forEach(offer);
      tracker.widgetAdded.connect((_sender, panel) => offer(panel));
    },
  };
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/x-ipynb+json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Undefined where the browser computes none: on pages without https. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const digest = await globalThis.crypto.subtle?.digest("SHA-256", bytes);
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

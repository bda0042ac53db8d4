import { site as words } from "../words/site";
import type { NotebookFile } from "./NotebookFile";
import type { NotebookPanel, NotebookTracker, Plugin, Shared } from "./Shared";
import { showMessage } from "./showMessage";
import { standingOf } from "./standingOf";
import { withoutFigures } from "./withoutFigures";

/** The place of the button: after those that run cells. */
const place = 9;

/** A button in each notebook that downloads the file to hand in, and says what is missing in it. */
export function handInPlugin(shared: Shared): Plugin {
  const { INotebookTracker, ToolbarButton } = shared;
  const handIn = async ({ context }: NotebookPanel): Promise<void> => {
    await context.save();
    const notebook = withoutFigures(context.model.toJSON() as NotebookFile);
    const bytes = new TextEncoder().encode(`${JSON.stringify(notebook, null, 1)}\n`);
    const file = context.path.slice(context.path.lastIndexOf("/") + 1);
    download(file, bytes);
    const { correct, open } = standingOf(notebook);
    const hash = await sha256Of(bytes);
    const hashLine = hash === undefined ? words.hashNeedsHttps : words.hash(hash);
    const body = [words.standing(correct, open), words.where, hashLine];
    await showMessage(shared, { title: words.handInTitle(file), body, ok: words.ok });
  };
  const offer = (panel: NotebookPanel): void => {
    const onClick = () => void handIn(panel);
    const button = new ToolbarButton({ label: words.handIn, tooltip: words.handInHint, onClick });
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

import { site as words } from "../words/en/site";
import type { NotebookPanel, NotebookTracker, Plugin, Shared } from "./Shared";
import { standingOf } from "./standingOf";
import { type NotebookFile, withoutFigures } from "./withoutFigures";

/** The place of the button: after those that run cells. */
const place = 9;

/** A button in each notebook that downloads the file to hand in, and says what is missing in it. */
export function handInPlugin({ INotebookTracker, ToolbarButton, Dialog, showDialog, Widget }: Shared): Plugin {
  const handIn = async ({ context }: NotebookPanel): Promise<void> => {
    await context.save();
    const notebook = withoutFigures(context.model.toJSON() as NotebookFile);
    const bytes = new TextEncoder().encode(`${JSON.stringify(notebook, null, 1)}\n`);
    const file = context.path.slice(context.path.lastIndexOf("/") + 1);
    download(file, bytes);
    const { correct, open } = standingOf(notebook);
    const hash = await sha256Of(bytes);
    const hashLine = hash === undefined ? words.hashNeedsHttps : words.hash(hash);
    await showDialog({
      title: words.handInTitle(file),
      body: new Widget({ node: paragraphs([words.standing(correct, open), words.where, hashLine]) }),
      buttons: [Dialog.okButton({ label: words.ok })],
    });
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

function paragraphs(texts: readonly string[]): HTMLElement {
  const node = document.createElement("div");
  for (const text of texts) node.appendChild(document.createElement("p")).textContent = text;
  return node;
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

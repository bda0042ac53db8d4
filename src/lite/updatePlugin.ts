import type { Addresses } from "../kernel/browser/Addresses";
import { CompilerWorker } from "../kernel/browser/compiler/CompilerWorker";
import { site as words } from "../words/site";
import { type CarriedOver, carryOver } from "./carryOver";
import { type NotebookFile, sourceOf } from "./NotebookFile";
import { nameBeside } from "./nameBeside";
import type {
  Contents,
  LiteApplication,
  NotebookContext,
  NotebookPanel,
  NotebookTracker,
  Plugin,
  Shared,
} from "./Shared";
import { addressOf, type ServedNotebook, type SiteOptions } from "./SiteOptions";
import { showMessage } from "./showMessage";

/** The place of the button: after the one to hand in. */
const place = 10;

/** For which release the learner has been asked about a notebook. */
const memoryOf = (path: string): string => `nablab-asked:${path}`;

/**
 * Where a learner's notebook is of another release than this site, offers the new one beside it, with the learner's work
 * carried over; the learner's own stays as it is. Asks once, and leaves a button.
 */
export function updatePlugin(shared: Shared, { root, notebooks, addresses }: SiteOptions): Plugin {
  const { INotebookTracker, ToolbarButton } = shared;

  const update = async (context: NotebookContext, served: ServedNotebook, contents: Contents): Promise<void> => {
    await context.save();
    const folder = context.path.slice(0, context.path.lastIndexOf("/") + 1);
    const read = async (name: string): Promise<NotebookFile | undefined> => {
      const found = await contents.get(`${folder}${name}`, { content: true }).catch(() => undefined);
      return found?.content as NotebookFile | undefined;
    };
    const { name, isThere } = await nameBeside(served, read);
    const path = `${folder}${name}`;
    if (!isThere) {
      const fresh: NotebookFile = await (await fetch(new URL(addressOf(served), root))).json();
      const carried = await carriedOver(context.model.toJSON() as NotebookFile, fresh, addresses);
      await contents.save(path, { type: "notebook", format: "json", content: carried.notebook });
      const body = [...words.carriedOver(carried), words.oldStays(context.path)];
      await showMessage(shared, { title: words.isBeside(name), body, buttons: { open: words.openNew } });
    }
    const page = new URL(location.href);
    page.searchParams.set("path", path);
    location.assign(page);
  };

  const offer = async ({ context, toolbar }: NotebookPanel, contents: Contents): Promise<void> => {
    await context.ready;
    const served = newerThan(context.model.toJSON() as NotebookFile, notebooks);
    if (!served) return;
    const { path } = context;
    const onClick = (): void => {
      const failed = (error: unknown) => {
        const body = [words.becauseOf(error), words.oldStays(path)];
        return showMessage(shared, { title: words.notUpdated, body, buttons: { ok: words.ok } });
      };
      void update(context, served, contents).catch(failed);
    };
    const button = new ToolbarButton({ label: words.newVersion, tooltip: words.newVersionHint, onClick });
    toolbar.insertItem(place, "nablab-update", button);
    if (localStorage.getItem(memoryOf(path)) === served.release) return;
    localStorage.setItem(memoryOf(path), served.release);
    const body = [words.newVersionOffer, words.newVersionLater(words.newVersion)];
    const buttons = { later: words.notNow, update: words.update };
    if ((await showMessage(shared, { title: words.newVersionTitle, body, buttons })) === "update") onClick();
  };

  return {
    id: "nablab-site:update",
    autoStart: true,
    requires: [INotebookTracker],
    activate({ serviceManager }: LiteApplication, tracker: NotebookTracker) {
      tracker.forEach((panel) => void offer(panel, serviceManager.contents));
      tracker.widgetAdded.connect((_sender, panel) => void offer(panel, serviceManager.contents));
    },
  };
}

/** What this site serves in the place of a notebook that came from another release of it. */
function newerThan(
  { metadata: { nablab } }: NotebookFile,
  notebooks: SiteOptions["notebooks"],
): ServedNotebook | undefined {
  const served = notebooks[nablab?.assignment ?? ""];
  const isOther = served && nablab?.release !== undefined && nablab.release !== served.release;
  return isOther ? served : undefined;
}

/** With the names that cells declare asked of a compiler, the one that knows TypeScript. */
async function carriedOver(mine: NotebookFile, fresh: NotebookFile, addresses: Addresses): Promise<CarriedOver> {
  const compiler = new CompilerWorker(addresses);
  try {
    const codes = mine.cells.filter(({ cell_type }) => cell_type === "code").map(sourceOf);
    const read = async (code: string) => [code, await compiler.request("declared", code)] as const;
    const declared = new Map(await Promise.all(codes.map(read)));
    return carryOver(mine, fresh, (code) => declared.get(code) ?? []);
  } finally {
    compiler.stop();
  }
}

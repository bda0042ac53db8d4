import { askToKeep } from "./askToKeep";
import type { NotebookContext, NotebookPanel, NotebookTracker, Plugin, Shared } from "./Shared";

/**
 * Saves a notebook before each of its cells runs, since a cell that fills the memory ends the tab; and asks the browser
 * to keep what is saved, even when it runs out of room.
 */
export function savingPlugin(shared: Shared): Plugin {
  const { INotebookTracker, NotebookActions } = shared;
  return {
    id: "nablab-site:saving",
    autoStart: true,
    requires: [INotebookTracker],
    activate(_app, tracker: NotebookTracker) {
      const savers = new WeakMap<NotebookContext, Saver>();
      const watch = ({ context }: NotebookPanel): void => {
        savers.set(context, new Saver(context));
        context.saveState.connect((_sender, state) => {
          if (state === "completed") keep();
        });
      };
      const keep = once(() => askToKeep(shared));
      tracker.forEach(watch);
      tracker.widgetAdded.connect((_sender, panel) => watch(panel));
      NotebookActions.executionScheduled.connect((_sender, { notebook }) => {
        const panel = tracker.find(({ content }) => content === notebook);
        if (panel) savers.get(panel.context)?.save();
      });
    },
  };
}

function once(action: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (!isDone) void action();
    isDone = true;
  };
}

/** One save at a time: two at once, JupyterLab takes for somebody else's change of the file, and asks what to do. */
class Saver {
  private isSaving = false;
  private isAwaited = false;

  constructor(private readonly context: NotebookContext) {
    // Those of JupyterLab, too.
    context.saveState.connect((_sender, state) => {
      this.isSaving = state === "started";
      if (!this.isSaving && this.isAwaited) this.save();
    });
  }

  save(): void {
    this.isAwaited = this.isSaving;
    if (this.isSaving || !this.context.isReady) return;
    this.isSaving = true;
    // What cannot be saved says so itself.
    this.context.save().catch(() => {
      this.isSaving = false;
    });
  }
}

/** What this extension uses of the modules that JupyterLab and JupyterLite share with it; their types are not installed. */
export interface Shared {
  /** The tokens of plugins. */
  IKernelSpecs: unknown;
  IKernelClient: unknown;
  INotebookTracker: unknown;
  Signal: new (sender: object) => { emit(args: unknown): void };
  NotebookActions: { executionScheduled: LiteSignal<{ notebook: object }> };
  ToolbarButton: new (options: { label: string; tooltip: string; onClick(): void }) => object;
  Dialog: { createButton(options: { label: string; actions: string[]; accept: boolean }): object };
  Notification: {
    info(
      message: string,
      options: { autoClose: number | false; actions?: { label: string; callback(): void }[] },
    ): void;
  };
  /** The page's configuration. */
  PageConfig: { getOption(name: string): string };
  Widget: new (options: { node: HTMLElement }) => object;
  showDialog(options: { title: string; body: object; buttons: object[] }): Promise<{ button: { actions: string[] } }>;
}

export interface LiteSignal<Args> {
  connect(listener: (sender: unknown, args: Args) => void): void;
}

/** A part of JupyterLab. */
export interface Plugin {
  id: string;
  autoStart: true;
  requires: unknown[];
  // biome-ignore lint/suspicious/noExplicitAny: an application, and what the tokens stand for
  activate(app: any, ...required: any[]): void;
}

/** An open notebook. */
export interface NotebookPanel {
  content: object;
  toolbar: { insertItem(index: number, name: string, widget: object): boolean };
  context: NotebookContext;
}

/** A notebook's file. */
export interface NotebookContext {
  path: string;
  isReady: boolean;
  ready: Promise<void>;
  model: { toJSON(): unknown };
  save(): Promise<void>;
  saveState: LiteSignal<"started" | "completed" | "failed">;
}

export interface NotebookTracker {
  find(condition: (panel: NotebookPanel) => boolean): NotebookPanel | undefined;
  forEach(visit: (panel: NotebookPanel) => void): void;
  widgetAdded: LiteSignal<NotebookPanel>;
}

/** JupyterLab's access to files. */
export interface Contents {
  get(path: string, options: { content: boolean }): Promise<{ content: unknown }>;
  save(path: string, file: { type: "notebook"; format: "json"; content: object }): Promise<unknown>;
}

/** The application, as far as plugins use it. */
export interface LiteApplication {
  serviceManager: { contents: Contents };
}

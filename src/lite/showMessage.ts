import type { Shared } from "./Shared";

/** What a dialog shows, and its buttons: what pressing them means, and their labels. */
export interface Message<Action extends string> {
  title: string;
  body: readonly (string | HTMLElement)[];
  buttons: Readonly<Record<Action, string>>;
}

/** Shows some paragraphs, and waits for a button: the last one is the usual answer. Undefined when the dialog is closed. */
export async function showMessage<Action extends string>(
  { Dialog, Widget, showDialog }: Shared,
  { title, body, buttons }: Message<Action>,
): Promise<Action | undefined> {
  const node = document.createElement("div");
  for (const part of body) node.appendChild(typeof part === "string" ? paragraph(part) : part);
  const made = Object.entries<string>(buttons).map(([action, label], index, all) =>
    Dialog.createButton({ label, actions: [action], accept: index === all.length - 1 }),
  );
  const { button } = await showDialog({ title, body: new Widget({ node }), buttons: made });
  return button.actions[0] as Action | undefined;
}

function paragraph(text: string): HTMLElement {
  const node = document.createElement("p");
  node.textContent = text;
  return node;
}

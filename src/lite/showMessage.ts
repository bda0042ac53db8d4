import type { Shared } from "./Shared";

/** Shows some paragraphs, and waits for an answer: whether it was not the refusal, if one is possible. */
export async function showMessage(
  { Dialog, Widget, showDialog }: Shared,
  { title, body, ok, cancel }: { title: string; body: readonly string[]; ok: string; cancel?: string },
): Promise<boolean> {
  const node = document.createElement("div");
  for (const text of body) node.appendChild(document.createElement("p")).textContent = text;
  const refusal = cancel === undefined ? [] : [Dialog.cancelButton({ label: cancel })];
  const buttons = [...refusal, Dialog.okButton({ label: ok })];
  return (await showDialog({ title, body: new Widget({ node }), buttons })).button.accept;
}

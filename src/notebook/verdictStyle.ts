import type { Verdict } from "../check/judge";
import { escapeHtml } from "./escapeHtml";

type Status = Verdict["status"];

export const marks: Record<Status, string> = { correct: "✓", partial: "✗", incorrect: "✗", "not-implemented": "○" };

// JupyterLab's own colours, so that a verdict fits the light and the dark theme; plain ones elsewhere.
export const colours: Record<Status, string> = {
  correct: "var(--jp-success-color1, #2e7d32)",
  partial: "var(--jp-error-color1, #c62828)",
  incorrect: "var(--jp-error-color1, #c62828)",
  "not-implemented": "var(--jp-ui-font-color2, #757575)",
};

/** A verdict's box. @param content HTML */
export function box(status: Status, content: string): string {
  return (
    `<div style="border-left:4px solid ${colours[status]};padding:4px 10px;margin:2px 0;line-height:1.45;` +
    `max-width:60em">${content}</div>`
  );
}

/** The first line of a verdict. @param more HTML */
export function headHtml(status: Status, name: string, headline: string, more = ""): string {
  return (
    `<div><span style="color:${colours[status]};font-weight:700">${marks[status]}</span> ` +
    `<code style="font-weight:700">${escapeHtml(name)}</code> ${escapeHtml(headline)}${more}</div>`
  );
}

/** What is said beside the point. */
export function dim(text: string): string {
  return ` <span style="color:var(--jp-ui-font-color2, #757575)">${escapeHtml(`— ${text}`)}</span>`;
}

/**
 * The one script of the pages, which work without it: `j` and `k` go from row to row, `Enter` opens one, `/` goes to the
 * search, and `?` lists the page's keys. What has a key of its own says so by `data-key`: it is followed or pressed, and
 * a field is gone to; in a row that has the focus, what has `data-row-key` comes first. What has `data-live` says how far
 * grading is, from the address that it gives; with `data-reload`, the page is loaded again when that is over, unless
 * something has been typed. Single keys act outside fields only, and a box on each page turns them off
 * (WCAG 2.1.4).
 */
export const keys = `
const rows = () => [...document.querySelectorAll("tbody a[data-row]")];
const box = document.getElementById("keys");
const isOn = () => localStorage.getItem("keys") !== "off";
if (box) {
  box.closest("label").hidden = false;
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
}
function go(step) {
  const all = rows();
  const next = all[all.indexOf(document.activeElement) + step] ?? all[step > 0 ? 0 : all.length - 1];
  next?.focus();
}
const keyed = (key) =>
  document.activeElement?.closest("tr")?.querySelector('[data-row-key="' + CSS.escape(key) + '"]') ??
  document.querySelector('[data-key="' + CSS.escape(key) + '"]');
function use(target) {
  if (!target) return false;
  target.closest("details")?.setAttribute("open", "");
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
  return true;
}
function nameOf(target) {
  const copy = (target.labels?.[0] ?? target).cloneNode(true);
  for (const part of copy.querySelectorAll("kbd, input, select, textarea")) part.remove();
  return (target.getAttribute("aria-label") ?? copy.textContent).trim();
}
function list() {
  const dialog = document.getElementById("keyList");
  const body = dialog?.querySelector("tbody");
  if (!body) return;
  for (const row of body.querySelectorAll(".own")) row.remove();
  for (const target of document.querySelectorAll("[data-key]")) {
    const row = body.insertRow();
    row.className = "own";
    const key = row.appendChild(document.createElement("th")).appendChild(document.createElement("kbd"));
    key.parentElement.scope = "row";
    key.textContent = target.dataset.key;
    row.insertCell().textContent = nameOf(target);
  }
  dialog.showModal();
}
const isTyping = () =>
  [...document.querySelectorAll("input, textarea")].some((field) =>
    field.type === "file" ? field.value !== "" : field.type !== "checkbox" && field.value !== field.defaultValue);
const live = document.querySelector("[data-live]");
let events;
function listen() {
  events?.close();
  // Browsers open six connections to a place: those of tabs that nobody sees are given back.
  if (!live || document.hidden) return;
  events = new EventSource(live.dataset.live);
  events.addEventListener("message", ({ data }) => {
    const { text, isOver } = JSON.parse(data);
    live.textContent = text;
    live.hidden = text === "";
    if (!isOver) return;
    if ("reload" in live.dataset && !isTyping()) return location.reload();
    const over = document.querySelector("[data-live-over]");
    if (over) over.hidden = false;
  });
}
document.addEventListener("visibilitychange", listen);
listen();
addEventListener("keydown", (event) => {
  const inField = event.target.closest?.("input:not([type=checkbox]), textarea, select, dialog") != null;
  if (inField || !isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "/") use(document.querySelector("input[type=search]"));
  else if (event.key === "?") list();
  else if (!use(keyed(event.key))) return;
  event.preventDefault();
});
`;

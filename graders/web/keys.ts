/**
 * The one script of the pages, which work without it: `j` and `k` go from row to row, `Enter` opens one, `/` goes to the
 * search. Single keys act outside fields only, and a box on each page turns them off.
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
addEventListener("keydown", (event) => {
  const inField = event.target.closest?.("input, textarea, select") != null;
  if (inField || !isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "/") document.querySelector("input[type=search]")?.focus();
  else return;
  event.preventDefault();
});
`;

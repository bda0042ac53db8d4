/** What pages have beyond reports. */
export const pageStyle = `
nav { max-width: 1180px; margin: 0 auto; padding: 14px 20px 0; display: flex; gap: 18px; flex-wrap: wrap; align-items: baseline; }
nav a[aria-current] { font-weight: 600; color: var(--text); text-decoration: none; }
nav label { margin-left: auto; }
nav label[hidden] + form { margin-left: auto; }
nav.within { margin: 8px 0; padding: 0; }
.buttons { display: flex; gap: 18px; flex-wrap: wrap; }
td.json { overflow-wrap: anywhere; font-size: 0.88rem; min-width: 12em; }
dt { font-weight: 600; margin-top: 8px; }
dd { margin: 0; color: var(--muted); }
form.filter { display: flex; gap: 12px; flex-wrap: wrap; align-items: end; margin: 16px 0; }
form.filter label { min-width: 0; max-width: 100%; display: grid; gap: 4px; color: var(--muted); font-size: 0.88rem; }
input, select, button { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--muted); border-radius: 6px; padding: 6px 10px; }
input, select { max-width: 100%; box-sizing: border-box; }
button { cursor: pointer; }
input:focus-visible, select:focus-visible, textarea:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
tbody th { color: var(--text); font-size: inherit; }
.marking { display: grid; gap: 0 24px; }
.marking > * { min-width: 0; }
aside section { margin-bottom: 24px; }
aside h3 { margin: 16px 0 8px; }
form.stacked { display: grid; gap: 10px; }
form.stacked label { display: grid; gap: 4px; color: var(--muted); font-size: 0.88rem; }
form.stacked .filter { display: flex; gap: 12px; flex-wrap: wrap; align-items: end; }
form.stacked label.beside { display: flex; gap: 8px; align-items: baseline; }
form.stacked > button { justify-self: start; }
.short { width: 6em; }
select { max-width: 100%; }
.saved { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
.saved button span { white-space: pre-wrap; overflow-wrap: anywhere; }
.saved li > button { width: 100%; text-align: left; }
.saved .said { overflow-wrap: anywhere; }
kbd { padding: 0 5px; border: 1px solid var(--muted); border-radius: 4px; font: 0.85em ui-monospace, Menlo, Consolas, monospace; }
.said { white-space: pre-wrap; }
.comment { white-space: normal; }
.comment:target, .given:target { outline: 2px solid var(--accent); }
.lines .comment { position: sticky; left: 52px; width: calc(100% - 60px); }
.given { margin: 8px 0; padding: 8px 12px; border-left: 4px solid var(--part); background: var(--code); }
table.members { table-layout: fixed; min-width: 34em; }
table.members th.number { width: 7em; }
table.members details { font-weight: 400; }
table.members pre { max-width: 100%; }
a[aria-current] { font-weight: 600; color: var(--text); text-decoration: none; }
@media (min-width: 1000px) {
  .marking { grid-template-columns: minmax(0, 1fr) 340px; }
  .marking > aside { position: sticky; top: 12px; align-self: start; max-height: calc(100vh - 24px); overflow-y: auto; padding: 2px; }
}
#text, .marking .comment { scroll-margin-top: 35vh; }
.marking .function { scroll-margin-top: 12px; }
form.card { margin-bottom: 12px; }
form.again > button { justify-self: start; }
form.again { display: grid; gap: 12px; max-width: 44em; margin: 16px 0; }
form.again label { display: grid; gap: 4px; }
textarea { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--muted); border-radius: 6px; padding: 6px 10px; }
tr:last-child > th { border-bottom: 0; }
thead tr:last-child > th { border-bottom: 1px solid var(--line); }
tbody tr:focus-within { background: var(--code); }
.warning { border-left: 4px solid var(--part); margin: 16px 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 20px; }
.sides section { min-width: 0; }
mark { color: var(--text); background: var(--part-soft); border-radius: 3px; }
mark:target { outline: 2px solid var(--accent); }
mark .part { margin-right: 4px; padding: 0 5px; border-radius: 999px; background: var(--card); font-size: 0.85em; }
.live { margin: 16px 0; }
.scroll + p, .buttons + p { margin-top: 12px; }
section.card { margin: 16px 0; }
form.filter label:has(input[type=file]) { grid-template-columns: minmax(0, 1fr); }
input[type=file] { width: 100%; }
section.card > h2 { margin-top: 0; }
.functions { list-style: none; margin: 0 0 12px; padding: 0; display: flex; flex-wrap: wrap; gap: 6px 20px; }
.bar { display: block; height: 0.9em; margin-top: 0.3em; fill: var(--accent); }
`;

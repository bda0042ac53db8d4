/** What pages have beyond reports. */
export const pageStyle = `
nav { max-width: 1180px; margin: 0 auto; padding: 14px 20px 0; display: flex; gap: 18px; flex-wrap: wrap; align-items: baseline; }
nav a[aria-current] { font-weight: 600; color: var(--text); text-decoration: none; }
nav label { margin-left: auto; }
form.filter { display: flex; gap: 12px; flex-wrap: wrap; align-items: end; margin: 16px 0; }
form.filter label { display: grid; gap: 4px; color: var(--muted); font-size: 0.88rem; }
input, select, button { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--muted); border-radius: 6px; padding: 6px 10px; }
button { cursor: pointer; }
input:focus-visible, select:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
tbody th { color: var(--text); font-size: inherit; }
tr:last-child > th { border-bottom: 0; }
thead tr:last-child > th { border-bottom: 1px solid var(--line); }
tbody tr:focus-within { background: var(--code); }
.warning { border-left: 4px solid var(--part); margin: 16px 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 20px; }
.sides section { min-width: 0; }
mark { color: var(--text); background: var(--part-soft); border-radius: 3px; }
mark:target { outline: 2px solid var(--accent); }
mark .part { margin-right: 4px; padding: 0 5px; border-radius: 999px; background: var(--card); font-size: 0.85em; }
form.note label { display: grid; gap: 4px; margin-bottom: 8px; }
textarea { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--muted); border-radius: 6px; padding: 6px 10px; }
textarea:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.written { white-space: pre-wrap; margin-bottom: 0; }
.bar { display: block; height: 0.9em; margin-top: 0.3em; fill: var(--accent); }
`;

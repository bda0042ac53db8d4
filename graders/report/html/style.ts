/** One style sheet for every page of a report. Colours are variables, so that the dark theme only redefines those. */
export const style = `
:root {
  --page: #f6f7f9; --card: #ffffff; --text: #1b2430; --muted: #5b6675; --line: #dde2e9; --code: #f2f4f7;
  --accent: #2f5fd0; --good: #16703f; --good-soft: #d9f2e4; --part: #855800; --part-soft: #fdf0cd;
  --bad: #b42332; --bad-soft: #fbdfe1; --none: #5b6675; --none-soft: #e7eaef;
  --keyword: #8a2fb5; --string: #16703f; --number: #a34500; --comment: #5a6675;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2029; --text: #e3e8ef; --muted: #9aa6b5; --line: #2e3743; --code: #141a22;
    --accent: #86a8ff; --good: #5fd39a; --good-soft: #143a28; --part: #f0c55a; --part-soft: #3d3010;
    --bad: #ff8d96; --bad-soft: #431a1f; --none: #9aa6b5; --none-soft: #29313c;
    --keyword: #d79bf5; --string: #7fd8a4; --number: #f2a76b; --comment: #8492a3;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 28px 20px 64px; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 1.2rem; margin: 36px 0 12px; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0 0 8px; }
.muted { color: var(--muted); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin-top: 18px; }
.tile b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 12px; }
.wide { grid-column: 1 / -1; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: 0.85rem; }
th, td { padding: 7px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > td { border-bottom: 0; }
td.number, th.number { text-align: right; white-space: nowrap; }
.mark { display: inline-block; min-width: 3.6em; padding: 1px 8px; border-radius: 999px; text-align: center; white-space: nowrap; font-size: 0.88rem; }
.correct { color: var(--good); background: var(--good-soft); }
.partial { color: var(--part); background: var(--part-soft); }
.incorrect { color: var(--bad); background: var(--bad-soft); }
.not-implemented, .not-defined, .none { color: var(--none); background: var(--none-soft); }
a { color: var(--accent); }
details { margin-top: 8px; }
summary { cursor: pointer; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.student { margin-top: 10px; padding: 0; }
.student > summary { padding: 12px 18px; display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
.student > summary::marker { content: ""; }
.student > summary::before { content: "▸"; color: var(--muted); }
.student[open] > summary::before { content: "▾"; }
.student .score { margin-left: auto; font-weight: 600; font-variant-numeric: tabular-nums; }
.student .body { padding: 0 18px 18px; }
.function { border-top: 1px solid var(--line); padding: 14px 0 4px; }
.body > .function:first-child { border-top: 0; }
.function header { display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap; margin-bottom: 6px; }
ul.checks { list-style: none; margin: 0; padding: 0; }
ul.checks li { display: grid; grid-template-columns: 6.2em 1fr; gap: 10px; padding: 4px 0; overflow-wrap: anywhere; }
li code, td code, p code { padding: 1px 4px; background: var(--code); border-radius: 4px; font-size: 0.92em; }
.known { color: var(--muted); font-size: 0.88rem; }
pre { margin: 8px 0 0; padding: 12px 14px; background: var(--code); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; font: 13px/1.5 ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace; tab-size: 2; }
.lines { margin: 8px 0 0; padding: 8px 0; background: var(--code); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; font: 13px/1.5 ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace; tab-size: 2; }
.line { display: flex; width: max-content; min-width: 100%; }
.line code { padding-right: 14px; white-space: pre; background: none; font: inherit; }
.at { flex: none; width: 4em; padding-right: 1em; text-align: right; color: var(--muted); user-select: none; }
.comment { max-width: 60em; margin: 6px 0 6px 0; padding: 6px 12px; background: var(--card); border-left: 4px solid var(--accent); white-space: pre-wrap; overflow-wrap: anywhere; font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.lines .comment { margin-left: 52px; }
.k { color: var(--keyword); } .s { color: var(--string); } .n { color: var(--number); } .c { color: var(--comment); font-style: italic; }
.name { font-weight: 600; overflow-wrap: anywhere; }
@media print { details { break-inside: avoid; } body { background: #fff; } }
`;

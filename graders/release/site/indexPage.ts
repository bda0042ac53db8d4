import type { Assignment } from "../../../src/check/contract";
import { messageKey, translatedMessage } from "../../../src/check/translateAssignment";
import { escapeHtml } from "../../../src/notebook/escapeHtml";
import { site } from "../../../src/words/site";
import { words } from "../../../src/words/words";
import { nameOf } from "../../course/folderOf";
import { inTongue, type Tongue } from "../../engine/Tongue";

/**
 * The first page of a site: the assignments, each of which opens its notebook. It needs no script; what
 * looks like one is where JupyterLite's pages look for settings of the whole site.
 *
 * @param tongues what the assignments say in the site's language, if that is not English
 */
export function indexPage(title: string, assignments: readonly Assignment[], tongues: readonly Tongue[] = []): string {
  const say = (): string => pageOf(title, assignments, tongues);
  return inTongue(tongues[0], say) ?? say();
}

function pageOf(title: string, assignments: readonly Assignment[], tongues: readonly Tongue[]): string {
  const items = assignments.map((assignment, i) => {
    const { number } = assignment;
    const name = translatedMessage(tongues[i]?.messages ?? {}, messageKey.title, assignment.title);
    return `    <li value="${number}"><a href="notebooks/index.html?path=${nameOf(assignment)}.ipynb">${escapeHtml(name)}</a></li>`;
  });
  return `<!doctype html>
<html lang="${words.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  <link rel="icon" href="icon-120x120.png">
  <script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>
  <style>
    body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.6 system-ui, sans-serif; color-scheme: light dark }
    li { margin: .5rem 0 }
  </style>
</head>
<body>
  <h1>${escapeHtml(title)}</h1>
  <p>${escapeHtml(site.introduction)}</p>
  <ol>
${items.join("\n")}
  </ol>
  <p>${escapeHtml(site.storage)}</p>
  <p><a href="lab/index.html">${escapeHtml(site.allNotebooks)}</a></p>
</body>
</html>
`;
}

import { words } from "../../../src/words/words";
import { classReport } from "../html/classReport";
import { studentPage } from "../html/studentPage";
import type { Format } from "../Report";
import { safeName } from "../safeName";

/** A page for the class, and one per student to hand back. */
export const htmlFormat: Format = {
  name: "html",
  description: words.report.formats.html,
  *files(report) {
    yield { path: "report.html", chunks: classReport(report) };
    for (const graded of report.submissions()) {
      yield { path: pageOf(graded.result.id), chunks: [studentPage(graded, report)] };
    }
  },
  pageOf,
};

function pageOf(id: string): string {
  return `students/${safeName(id)}.html`;
}

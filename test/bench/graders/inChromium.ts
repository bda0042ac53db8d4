import { chromium, type Page } from "playwright-core";

/**
 * Opens an empty page and uses it. What is wrong may be added to `problems`; errors on the page's console are.
 *
 * @throws Error that lists them
 */
export async function inChromium(
  viewport: { width: number; height: number },
  use: (page: Page, problems: string[]) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport });
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await use(page, problems);
    if (problems.length > 0) throw new Error(`the page is not in order: ${problems.join("; ")}`);
  } finally {
    await browser.close();
  }
}

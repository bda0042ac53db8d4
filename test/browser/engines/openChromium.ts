import { chromium, type Page } from "playwright-core";
import { findChromium } from "../findChromium";
import type { Tab } from "./Tab";

/** The system's Chromium, by its own protocol. */
export async function openChromium(): Promise<Tab> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  const context = await browser.newContext();
  const complaints: string[] = [];
  const newPage = async (): Promise<Page> => {
    const opened = await context.newPage();
    opened.on("pageerror", (error) => complaints.push(String(error)));
    opened.on("console", (message) => complaints.push(message.text()));
    return opened;
  };
  let page = await newPage();
  return {
    complaints,
    go: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    async crash() {
      await page.goto("chrome://crash").catch(() => {});
      page = await newPage();
    },
    close: () => browser.close(),
  };
}

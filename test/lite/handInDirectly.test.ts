import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { bundleHandIn } from "../../graders/release/site/bundleWorkers";

let handInDirectly: (shared: object, locale: string, to: URL, file: object, hash: string) => Promise<boolean>;

// The program as pages load it.
beforeAll(async () => {
  const address = `data:text/javascript,${encodeURIComponent(await bundleHandIn())}`;
  ({ handInDirectly } = await import(address));
});

afterEach(() => vi.unstubAllGlobals());

/** As much of a page as a dialog needs: what it shows, in its order. */
function page() {
  const shown: string[] = [];
  const element = () => ({
    set innerHTML(html: string) {
      shown.push(html);
    },
    set textContent(text: string) {
      shown.push(text);
    },
    appendChild() {},
  });
  vi.stubGlobal("document", { createElement: element });
  vi.stubGlobal("localStorage", { getItem: () => "nablab_token", setItem() {}, removeItem() {} });
  const shared = {
    Notification: { info: (text: string) => shown.push(text) },
    Dialog: { createButton: (button: object) => button },
    Widget: class {},
    showDialog: async ({ title, buttons }: { title: string; buttons: object[] }) => {
      shown.push(title);
      return { button: buttons.at(-1) };
    },
  };
  return { shared, shown };
}

const file = { name: "01.ipynb", bytes: new Uint8Array() };
const server = new URL("https://nablab.example.org");
const sentence = /[A-Za-z]+ [a-z]+ [a-z]+/;

it("shows the verdict in the language of the site", async () => {
  const answer = {
    id: "1",
    run: "logistic-regression",
    title: "Logistic",
    fileName: file.name,
    received: "2026-01-31T12:00:00Z",
    state: "graded",
    released: false,
    points: 4,
    maxPoints: 20,
    page: "/hand-in/1",
    functions: [
      { name: "sigmoid", status: "correct", points: 4, maxPoints: 4, followThrough: false, checks: [], remarks: [] },
    ],
  };
  vi.stubGlobal("fetch", async () => Response.json(answer));
  const { shared, shown } = page();
  expect(await handInDirectly(shared, "zh-CN", server, file, "SHA-256")).toBe(true);
  const text = shown.join("\n").replaceAll(/<[^>]*>/g, " ");
  expect(text).toMatch(/sigmoid\s+正确/);
  expect(text).not.toMatch(sentence);
});

it("says in that language why nothing was handed in", async () => {
  vi.stubGlobal("fetch", async () => new Response("elsewhere", { status: 404 }));
  const { shared, shown } = page();
  expect(await handInDirectly(shared, "zh-CN", server, file, "SHA-256")).toBe(false);
  expect(shown.join("\n")).toContain("https://nablab.example.org 上回应的不是 nablab 的页面");
  expect(shown.join("\n")).not.toMatch(sentence);
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../../graders/course/folderOf";
import { inChromium, noChromium } from "../../../browser/findChromium";
import { SitePage } from "./SitePage";
import { useChromium, useSite } from "./useSite";

describe.skipIf(noChromium !== null)(inChromium("a Chinese site"), () => {
  const used = useSite(({ site }) => {
    const release = ["release", "logistic-regression", "--site", site, "--lang", "zh-CN"];
    execFileSync("node_modules/.bin/nablab", release, { cwd: root });
  });
  const chromium = useChromium(used);

  it("lists the assignments, and has JupyterLab, checks and the compiler speak Chinese", async () => {
    const index = readFileSync(path.join(used.site, "index.html"), "utf8");
    expect(index).toContain('<html lang="zh-CN">');
    expect(index).toContain("Logistic 回归：只有一个神经元的网络");
    const notebook = await SitePage.open(chromium.context, used.server.address, "01-logistic-regression.ipynb");
    const { page } = notebook;
    await page.getByRole("menuitem", { name: "文件" }).first().waitFor();
    await page.getByRole("heading", { name: "Logistic 回归：只有一个神经元的网络" }).waitFor();
    await notebook.run(0);
    await notebook.run(1, "check({ initializeWithZeros: (n: number) => ({ w: np.ones([n, 1]), b: 0 }) });");
    expect(await notebook.output(1)).toContain("initializeWithZeros 还不正确");
    await notebook.run(2, "const text: string = 1;");
    expect(await notebook.output(2)).toContain("错误 TS2322：不能将类型“number”分配给类型“string”。");
    expect(used.server.missing).toEqual([]);
  }, 180_000);
});

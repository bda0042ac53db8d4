import { KernelPage } from "../../kernel/browser/KernelPage";

interface Loop {
  title: string;
  /** How its two arguments are made, and their type. */
  type: string;
  make: string;
  /** The body of a function of `a` and `b`, as a learner writes it. */
  body: string;
}

const loops: Loop[] = [
  {
    title: "sum of a million, a[i]",
    type: "Float64Array",
    make: "np.random.rand(1e6).data",
    body: "let sum = 0; for (let i = 0; i < a.length; i++) sum += a[i] * b[i]; return sum;",
  },
  {
    title: "sum of a million, a.at(i)",
    type: "NDArray",
    make: "np.random.rand(1e6)",
    body: "let sum = 0; for (let i = 0; i < a.size; i++) sum += a.at(i) * b.at(i); return sum;",
  },
  {
    title: "the same in a while loop",
    type: "NDArray",
    make: "np.random.rand(1e6)",
    body: "let sum = 0; let i = 0; while (i < a.size) { sum += a.at(i) * b.at(i); i++; } return sum;",
  },
  {
    title: "convolution of 256 x 256 with 5 x 5",
    type: "Float64Array",
    make: "np.random.rand(256 * 256).data",
    body: `let total = 0;
for (let y = 0; y < 252; y++) {
  for (let x = 0; x < 252; x++) {
    let sum = 0;
    for (let i = 0; i < 5; i++) for (let j = 0; j < 5; j++) sum += a[(y + i) * 256 + x + j] * b[i * 5 + j];
    total += sum;
  }
}
return total;`,
  },
];

/** The same function twice, once through the kernel's compiler, which lets loops ask, and once past it; they take turns. */
function cellFor({ type, make, body }: Loop): string {
  return `{
  const guarded = (a: ${type}, b: ${type}): number => { ${body} };
  const plain = new Function("a", "b", ${JSON.stringify(body)}) as typeof guarded;
  const [a, b] = [${make}, ${make}];
  const best = [Infinity, Infinity];
  for (let round = 0; round < 60; round++) {
    for (const [i, run] of [guarded, plain].entries()) {
      const start = performance.now();
      run(a, b);
      best[i] = Math.min(best[i], performance.now() - start);
    }
  }
  console.log(JSON.stringify(best));
}`;
}

/** Milliseconds of the fastest of 60 rounds of each loop in a page's kernel: as it compiles them, and as they are written. */
export async function loopTimes(): Promise<{ title: string; guarded: number; plain: number }[]> {
  const page = await KernelPage.open();
  try {
    await page.run('import { np, type NDArray } from "nablab";');
    const times = [];
    for (const loop of loops) {
      const { evalue, text } = await page.run(cellFor(loop));
      if (evalue !== undefined) throw new Error(`${loop.title}: ${evalue}`);
      const [guarded, plain]: number[] = JSON.parse(text);
      times.push({ title: loop.title, guarded, plain });
    }
    return times;
  } finally {
    await page.close();
  }
}

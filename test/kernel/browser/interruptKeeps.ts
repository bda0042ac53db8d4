import { expect } from "vitest";
import type { KernelPage } from "./KernelPage";

/** Interrupts a cell that would never end, and expects that the variables of earlier cells are still there. */
export async function interruptKeeps(kernel: KernelPage, cell: string): Promise<void> {
  await kernel.run("import { display, np, progress } from 'nablab'; const W = np.ones([2, 2]); const kept = 42;");
  const { evalue, traceback } = await kernel.interruptAfter(cell, 150);
  expect([evalue, traceback?.length]).toEqual(["the cell was interrupted", 1]);
  expect((await kernel.run("kept")).result).toBe("42");
}

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

declare const WebAssembly: object;

// A heap of its own for each test.
let heap: typeof import("../../../src/core/wasm/heap");
let sharedMemory: typeof import("../../../src/core/wasm/sharedMemory");
let arrays: typeof import("../../../src/np") & typeof import("../../../src/core/allocate");

beforeEach(load);

afterEach(() => {
  vi.unstubAllGlobals();
});

async function load(): Promise<void> {
  vi.resetModules();
  heap = await import("../../../src/core/wasm/heap");
  sharedMemory = await import("../../../src/core/wasm/sharedMemory");
  arrays = { ...(await import("../../../src/np")), ...(await import("../../../src/core/allocate")) };
}

function reserve(n: number): Float64Array | null {
  const shared = sharedMemory.getSharedMemory();
  return shared && heap.reserve(shared, n);
}

/** As many arrays of this length as there is room for. */
function fill(n: number): Float64Array[] {
  const all: Float64Array[] = [];
  for (let next = reserve(n); next; next = reserve(n)) all.push(next);
  return all;
}

async function collect(): Promise<void> {
  setFlagsFromString("--expose-gc");
  for (let i = 0; i < 3; i++) {
    runInNewContext("gc")();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it("holds long arrays that are drawn, copied or computed, and views of them", () => {
  const { np, longArray } = arrays;
  const drawn = np.random.rand(longArray);
  const made = np.array(drawn.slice("::-1"));
  const views = [drawn, drawn.slice("3:"), drawn.reshape(512, -1).T, made, np.divide(drawn, 255)];
  expect(views.map(({ data }) => heap.addressOf(data))).not.toContain(null);
  expect(np.arrayEqual(made, drawn.slice("::-1"))).toBe(true);
  expect(heap.addressOf(drawn.data.subarray(5))).toBe((heap.addressOf(drawn.data) ?? 0) + 40);
});

it("leaves shorter arrays where arrays usually are", () => {
  const { np, longArray } = arrays;
  expect(heap.addressOf(np.random.rand(longArray - 1).data)).toBeNull();
  expect(heap.addressOf(np.add(np.zeros(1000), 1).data)).toBeNull();
});

it("keeps arrays apart, and begins each at another place of a page", () => {
  const made = [1, 2, 3, 4, 5, 6].map((i) => reserve(2 ** 19)?.fill(i));
  expect(made.every((array, i) => array?.every((x) => x === i + 1))).toBe(true);
  expect(new Set(made.map((array) => (array?.byteOffset ?? 0) % 4096)).size).toBe(6);
});

it("makes ordinary arrays once it is full", () => {
  const { np, longArray } = arrays;
  const all = fill(2 ** 22);
  expect(all).toHaveLength(7); // and the gaps between them
  fill(longArray);
  const x = np.multiply(np.random.rand(longArray), 2);
  expect([x.size, heap.addressOf(x.data)]).toEqual([longArray, null]);
});

it("uses room again when nothing leads to an array any more, a part of it neither", async () => {
  const all = fill(2 ** 22);
  const count = all.length;
  const part = all[2].subarray(7, 9).fill(42);
  all.length = 0;
  await collect();
  const again = fill(2 ** 22);
  expect(again).toHaveLength(count - 1);
  for (const array of again) array.fill(1);
  expect([...part]).toEqual([42, 42]);
});

it("joins what neighbours leave behind", async () => {
  const small = fill(2 ** 20);
  expect(reserve(2 ** 21)).toBeNull();
  small.splice(3, 3);
  await collect();
  expect(reserve(3 * 2 ** 20)).not.toBeNull();
  expect(reserve(2 ** 20)).toBeNull();
});

it("makes ordinary arrays where the system refuses the memory, and does not ask twice", async () => {
  const Memory = vi.fn(function refuse() {
    throw new RangeError("WebAssembly.Memory(): could not allocate memory");
  });
  vi.stubGlobal("WebAssembly", Object.assign(Object.create(WebAssembly), { Memory }));
  await load();
  for (let i = 0; i < 2; i++) expect(heap.addressOf(arrays.allocate(arrays.longArray))).toBeNull();
  expect(Memory).toHaveBeenCalledTimes(1);
});

it("makes ordinary arrays where there is no WebAssembly", async () => {
  vi.stubGlobal("WebAssembly", undefined);
  await load();
  expect(heap.addressOf(arrays.allocate(arrays.longArray))).toBeNull();
});

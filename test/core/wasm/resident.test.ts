import { afterEach, expect, it, vi } from "vitest";
import { np } from "../../../src/core/np";
import { memoryOf, residentArray, worthResidence } from "../../../src/core/wasm/resident";

declare const WebAssembly: object;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it("holds large arrays that are drawn or made by np.array, and views of them", () => {
  const drawn = np.random.rand(1024, 512);
  const made = np.array(drawn.T);
  expect([drawn, drawn.T, drawn.slice("3:", "::2"), made].map(({ data }) => memoryOf(data))).not.toContain(null);
  expect(np.arrayEqual(made, drawn.T)).toBe(true);
  expect(memoryOf(drawn.data)).not.toBe(memoryOf(made.data));
});

it("leaves small arrays and results where arrays usually are", () => {
  const drawn = np.random.rand(1024, 512);
  expect(memoryOf(residentArray(worthResidence - 1))).toBeNull();
  expect(memoryOf(np.add(drawn, 1).data)).toBeNull();
});

it("begins each array at another place of a cache, with zeros", () => {
  const arrays = Array.from({ length: 16 }, () => residentArray(worthResidence));
  expect(new Set(arrays.map(({ byteOffset }) => byteOffset % 65536)).size).toBe(16);
  expect(arrays.every((array) => array.length === worthResidence && array.every((x) => x === 0))).toBe(true);
});

it("makes ordinary arrays, without asking twice, once the system refuses a memory", async () => {
  const memory = vi.fn(function refuse() {
    throw new RangeError("WebAssembly.Memory(): could not allocate memory");
  });
  vi.stubGlobal("WebAssembly", Object.assign(Object.create(WebAssembly), { Memory: memory }));
  vi.resetModules();
  const fresh = await import("../../../src/core/wasm/resident");
  for (let i = 0; i < 2; i++) {
    const array = fresh.residentArray(worthResidence);
    expect([array.length, fresh.memoryOf(array)]).toEqual([worthResidence, null]);
  }
  expect(memory).toHaveBeenCalledTimes(1);
});

it("makes ordinary arrays where there is no WebAssembly", () => {
  vi.stubGlobal("WebAssembly", undefined);
  expect(memoryOf(residentArray(worthResidence))).toBeNull();
});

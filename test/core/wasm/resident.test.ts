import { afterEach, expect, it, vi } from "vitest";
import { np } from "../../../src/core/np";
import { broughtIn, longVector, memoryOf } from "../../../src/core/wasm/resident";

declare const WebAssembly: object;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it("holds long vectors that are drawn or made by np.array, and views of them", () => {
  const drawn = np.random.rand(longVector);
  const made = np.array(drawn.slice("::-1"));
  const views = [drawn, drawn.slice("3:"), drawn.reshape(512, -1).T, made];
  expect(views.map(({ data }) => memoryOf(data))).not.toContain(null);
  expect(np.arrayEqual(made, drawn.slice("::-1"))).toBe(true);
  expect(memoryOf(drawn.data)).not.toBe(memoryOf(made.data));
});

it("leaves short vectors, matrices and results where arrays usually are", () => {
  expect(memoryOf(broughtIn([longVector - 1]))).toBeNull();
  expect(memoryOf(np.random.rand(1024, 512).data)).toBeNull();
  expect(memoryOf(np.array(np.zeros([1024, 512])).data)).toBeNull();
  expect(memoryOf(np.add(np.random.rand(longVector), 1).data)).toBeNull();
});

it("begins each array at another place of a cache, with zeros", () => {
  const arrays = Array.from({ length: 16 }, () => broughtIn([longVector]));
  expect(new Set(arrays.map(({ byteOffset }) => byteOffset % 65536)).size).toBe(16);
  expect(arrays.every((array) => array.length === longVector && array.every((x) => x === 0))).toBe(true);
});

it("makes ordinary arrays, without asking twice, once the system refuses a memory", async () => {
  const memory = vi.fn(function refuse() {
    throw new RangeError("WebAssembly.Memory(): could not allocate memory");
  });
  vi.stubGlobal("WebAssembly", Object.assign(Object.create(WebAssembly), { Memory: memory }));
  vi.resetModules();
  const fresh = await import("../../../src/core/wasm/resident");
  for (let i = 0; i < 2; i++) {
    const array = fresh.broughtIn([longVector]);
    expect([array.length, fresh.memoryOf(array)]).toEqual([longVector, null]);
  }
  expect(memory).toHaveBeenCalledTimes(1);
});

it("makes ordinary arrays where there is no WebAssembly", () => {
  vi.stubGlobal("WebAssembly", undefined);
  expect(memoryOf(broughtIn([longVector]))).toBeNull();
});

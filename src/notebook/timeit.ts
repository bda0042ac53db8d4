/**
 * How long a call takes, in milliseconds: the median of `repeats` calls, after one that does not count.
 *
 *     timeit(() => np.dot(a, b)); // 0.9
 */
export function timeit(call: () => unknown, repeats = 7): number {
  call();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)];
}

/** Rotates two columns, or rows, that begin at `p` and `q`, have `count` elements and lie `stride` apart. */
export function turn(
  data: Float64Array,
  p: number,
  q: number,
  stride: number,
  count: number,
  cosine: number,
  sine: number,
): void {
  for (let i = 0; i < count; i++) {
    const x = data[p + i * stride];
    const y = data[q + i * stride];
    data[p + i * stride] = cosine * x - sine * y;
    data[q + i * stride] = sine * x + cosine * y;
  }
}

type Point = readonly [x: number, y: number];

/** The line between two points of the grid where the value is `level`, in rows and columns, as pieces within cells. */
export function contourLines(z: readonly (readonly number[])[], level: number): (readonly [Point, Point])[] {
  const pieces: (readonly [Point, Point])[] = [];
  for (let i = 0; i + 1 < z.length; i++) {
    for (let j = 0; j + 1 < z[i].length; j++) {
      const corners: (readonly [Point, number])[] = [
        [[j, i], z[i][j]],
        [[j + 1, i], z[i][j + 1]],
        [[j + 1, i + 1], z[i + 1][j + 1]],
        [[j, i + 1], z[i + 1][j]],
      ];
      const crossings = corners.flatMap(([from, a], k) => {
        const [to, b] = corners[(k + 1) % 4];
        if (a >= level === b >= level) return [];
        const part = (level - a) / (b - a);
        const point: Point = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
        return [point];
      });
      for (let k = 0; k + 1 < crossings.length; k += 2) pieces.push([crossings[k], crossings[k + 1]]);
    }
  }
  return pieces;
}

const numbers = /-?\d+(?:\.\d+)?(?:e[-+]\d+)?/g;

/** A text with a sign in the place of each number, and of the room around it. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(numbers, "#").replaceAll(/\s+/g, " ");
}

/** Numbers that are in the same places of two texts and differ: both, and by how much of the larger one. */
export function numbersApart(one: string, other: string): { pair: string; by: number }[] {
  const others = other.match(numbers) ?? [];
  return (one.match(numbers) ?? []).flatMap((number, i) => {
    const [a, b] = [Number(number), Number(others[i])];
    return a === b
      ? []
      : [{ pair: `${number}, ${others[i]}`, by: Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)) }];
  });
}

/** What one list has more or less often than the other, in words; nothing if they agree. */
export function differences(kind: string, english: readonly string[], translated: readonly string[]): string[] {
  const lacking = without(english, translated);
  const added = without(translated, english);
  if (lacking.length === 0 && added.length === 0) return [];
  return [
    `${kind} differ: ${[...lacking.map((each) => `lacks ${each}`), ...added.map((each) => `adds ${each}`)].join(", ")}`,
  ];
}

/** What is in one list more often than in another. */
export function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** So many ids are asked about in one question. */
const TOGETHER = 100;

/** `?, ?, ?`, one for each value. */
export function placeholders(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** Ids in their order, each once, as many together as go into one question. */
export function inGroups(ids: readonly string[]): string[][] {
  const sorted = [...new Set(ids)].sort();
  return Array.from({ length: Math.ceil(sorted.length / TOGETHER) }, (_, index) =>
    sorted.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
}

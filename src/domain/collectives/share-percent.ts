/** `12.50%`: what a part of shares is of all of them, to two places; nothing of nothing is nothing. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return '0.00%';
  const tenThousandths = (BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n);
  const text = String(tenThousandths).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}%`;
}

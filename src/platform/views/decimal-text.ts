/** A quantity with its own decimals, grouped by thousands before the point. */
export function groupedDecimal(text: string): string {
  const [whole = '', ...decimals] = text.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

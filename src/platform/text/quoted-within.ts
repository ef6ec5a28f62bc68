/**
 * A text that has quotes of its own, as it stands inside quotes: they become single ones. No word changes.
 * Source: GB/T 15834-2011 4.8.3.3 (within double quotes single ones).
 */
export function quotedWithin(text: string): string {
  return text.replaceAll('\u201c', '\u2018').replaceAll('\u201d', '\u2019');
}

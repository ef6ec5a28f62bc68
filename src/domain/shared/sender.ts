/**
 * From where somebody writes who is not logged in, as far as two can be told apart: an IPv4 address whole, of
 * an IPv6 address the first half, as whoever has one address of a network may take any other of it.
 */
export function senderOf(address: string): string {
  const plain = address.trim().toLowerCase().split('%')[0] ?? '';
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const parts = (text: string): string[] => text.split(':').filter((part) => part !== '');
  const before = parts(head);
  const after = tail === undefined ? [] : parts(tail);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(gap).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Bytes of UTF-8's second and later places. */
const isNext = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** The mark that a file of UTF-8 may begin with. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * So many Chinese characters of UTF-8 in a row do not come about in GB18030: each wants a byte of the few
 * that begin one, at an odd place every second time.
 */
const SURE_RUN = 6;

/**
 * Says whether bytes that are not UTF-8 were meant as UTF-8: a character of it is broken, cut in half or
 * overwritten. Nearly any UTF-8 can be read as GB18030, too, as characters that nobody wrote. It was meant
 * where the mark stands, where more of its Chinese characters are whole than anything else stands there that
 * is not ASCII, or where several whole ones stand in a row: then part of the file is UTF-8, whatever the rest
 * is. Of one or two characters nobody can tell.
 * @param bytes that are not UTF-8 throughout
 * @returns the number of the line on which the first broken character stands, from 1; undefined where it is
 *   not UTF-8 at all
 */
export function brokenUtf8Line(bytes: Buffer): number | undefined {
  let whole = 0;
  let other = 0;
  let run = 0;
  let longest = 0;
  let firstBroken: number | undefined;
  for (let at = 0; at < bytes.length;) {
    const { length, isWhole } = characterAt(bytes, at);
    if (!isWhole) firstBroken ??= at;
    if (isWhole && isChinese(bytes[at] ?? 0)) {
      whole += 1;
      run += 1;
      longest = Math.max(longest, run);
    } else {
      run = 0;
      if (length > 1 || !isWhole) other += 1;
    }
    at += length;
  }
  if (firstBroken === undefined) return undefined;
  const hasMark = bytes.subarray(0, MARK.length).equals(MARK);
  const isMeant = hasMark || whole > other || longest >= SURE_RUN;
  return isMeant ? lineOf(bytes, firstBroken) : undefined;
}

/** The UTF-8 character at a place, or as much as there is of one; a byte that begins none stands alone. */
function characterAt(bytes: Buffer, at: number): { readonly length: number; readonly isWhole: boolean } {
  const wanted = lengthWanted(bytes[at] ?? 0);
  if (wanted === 0) return { length: 1, isWhole: false };
  let length = 1;
  while (length < wanted && isNext(bytes[at + length])) {
    if (length === 1 && !mayFollow(bytes[at] ?? 0, bytes[at + 1] ?? 0)) break;
    length += 1;
  }
  return { length, isWhole: length === wanted };
}

/** Whether a character that begins so is Chinese or stands between Chinese ones, as their signs do. */
function isChinese(first: number): boolean {
  return (first >= 0xe2 && first <= 0xe9) || first === 0xef || first === 0xf0;
}

/** How many bytes a character has that begins with this one; 0 where none does. */
function lengthWanted(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first <= 0xdf) return 2;
  return first <= 0xef ? 3 : 4;
}

/** Not spelt longer than need be, not half of a pair, and not beyond the last character there is. */
function mayFollow(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second <= 0x9f;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second <= 0x8f;
}

/** Lines end with a line feed, a carriage return or both. */
function lineOf(bytes: Buffer, at: number): number {
  return bytes
    .subarray(0, at)
    .toString('latin1')
    .split(/\r\n|\r|\n/).length;
}

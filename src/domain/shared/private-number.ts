import { halfWidth } from './half-width';
import type { Problem } from './problem';

/** A citizen's number of 18 or 15 places with its date of birth inside, and a mobile number of 11. */
const BIRTHDAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const IDENTITY_18 = new RegExp(`^[1-9]\\d{5}(?:19|20)\\d{2}${BIRTHDAY}\\d{3}[\\dXx]$`);
const IDENTITY_15 = new RegExp(`^[1-9]\\d{7}${BIRTHDAY}\\d{3}$`);
const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
/** A bank card: 16 to 19 places that begin with 62, as every card does on which subsidies are paid. */
const BANK_CARD = /(?<!\d)62\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/;
/**
 * A passbook: 16, 17 or 19 places in a row. An invoice has 20, the code of an organisation 18, a licence 15;
 * whoever means a longer number of another paper writes its last places.
 */
const PASSBOOK = /(?<!\d)(?:\d{16,17}|\d{19})(?!\d)/;
/** A mobile number as people say it, three places, four and four, any signs between; four may be a year. */
const SPOKEN_MOBILE = /(?<!\d)1[3-9]\d[^\d\p{L}]{1,3}(?!19|20)\d{4}[^\d\p{L}]{1,3}\d{4}(?!\d)/gu;
/** The same in Chinese figures: 〇零○一二三四五六七八九. */
const FIGURES = '\\u3007\\u96f6\\u25cb\\u4e00\\u4e8c\\u4e09\\u56db\\u4e94\\u516d\\u4e03\\u516b\\u4e5d';
const WRITTEN_MOBILE = new RegExp(
  `\\u4e00[\\u4e09\\u56db\\u4e94\\u516d\\u4e03\\u516b\\u4e5d][${FIGURES}]{9}(?![${FIGURES}])`,
  'g',
);
/** Digits as people write them: in groups, with one sign between two of them. */
const GROUPS = /\d+[Xx]?(?:[ .·-]\d+[Xx]?)*/g;
const BETWEEN = /[ .·-]/;
/** Of as many groups as the longest number has places. */
const LONGEST = 18;

/**
 * An id that the program gave (UUID of version 7). Some of its random digits look like a mobile number about
 * once in five hundred, and a form that was kept without the id of its asset is of no asset.
 */
const OWN_ID = /(?<![\da-f-])[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}(?![\da-f-])/g;

/**
 * Whether a text carries a number that belongs to one person: what is hashed or printed stays for ever, and
 * none of these may.
 */
export function hasPrivateNumber(text: string): boolean {
  const plain = halfWidth(text).replace(OWN_ID, '|');
  return (
    [BANK_CARD, PASSBOOK].some((pattern) => pattern.test(plain)) ||
    [SPOKEN_MOBILE, WRITTEN_MOBILE].some((pattern) => plain.search(pattern) >= 0) ||
    numbersIn(plain).some((number) => [IDENTITY_18, IDENTITY_15, MOBILE].some((known) => known.test(number)))
  );
}

/** Every number that may be meant: one group of digits, or several in a row read as one. */
function numbersIn(plain: string): string[] {
  const runs = (plain.match(GROUPS) ?? []).map((run) => run.split(BETWEEN));
  return runs.flatMap((groups) =>
    groups.flatMap((_, first) =>
      groups.slice(first, first + LONGEST).map((__, more) => groups.slice(first, first + more + 1).join('')),
    ),
  );
}

/**
 * A text of somebody else, as a bank's line is, that cannot be sent back: of every number of a person in it
 * the last four places are left, which is enough to find it on the paper.
 */
export function withoutPrivateNumbers(text: string): string {
  if (!hasPrivateNumber(text)) return text;
  const hidden = (run: string): string => run.replace(/[\dXx](?=(?:\D*[\dXx]){4})/g, '*');
  return halfWidth(text)
    .replace(SPOKEN_MOBILE, hidden)
    .replace(WRITTEN_MOBILE, (run) => `${'*'.repeat(run.length - 4)}${run.slice(-4)}`)
    .replace(GROUPS, (run) => (hasPrivateNumber(run) ? hidden(run) : run));
}

/** The fields, as typed, that carry one: code `form.privateNumber`. */
export function privateNumberProblems(typed: Readonly<Record<string, string | undefined>>): Problem[] {
  return Object.entries(typed).flatMap(([field, text = '']) =>
    hasPrivateNumber(text) ? [{ code: 'form.privateNumber', field }] : [],
  );
}

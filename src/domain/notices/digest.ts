import { invariant } from '../shared/invariant';

/**
 * Hash of a text's UTF-8 bytes as lower-case hexadecimal (sha-256 in this program); handed in, because the
 * domain has no hash.
 */
export type HashText = (text: string) => string;

/** The digests of one sheet: one per section, and the sheet's over them. All lower-case hexadecimal. */
export interface NoticeDigest {
  readonly sections: Readonly<Record<string, string>>;
  readonly sheet: string;
}

/**
 * Names the rule the digest was taken by; a change of the rule is a new name, so that old paper still
 * verifies.
 */
export const DIGEST_RULE = 'village-ledger notice 1';

/**
 * The one text a set of facts has, so that anyone can recompute its digest:
 * JSON without spaces; the keys of every object in the order of their UTF-16 code units; keys whose value
 * is absent left out; lists in their own order; texts as JSON writes them, with nothing but `"`, `\` and
 * control characters escaped; whole numbers within ±(2^53−1) in plain digits, no fractions; true, false and
 * null. Hashed as UTF-8, without a byte order mark.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    invariant(
      Number.isSafeInteger(value) && !Object.is(value, -0),
      'a number in hashed facts is a whole number',
    );
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalText(item)).join(',')}]`;
  invariant(typeof value === 'object', 'hashed facts are plain JSON');
  const entries: [string, unknown][] = Object.entries(value);
  const members = entries
    .filter(([, item]) => item !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`);
  return `{${members.join(',')}}`;
}

/**
 * The digest of a sheet on two levels. Each section is hashed by itself: `hash(canonicalText(section))`;
 * the sheet's digest is `hash(canonicalText({ rule, kind, sections: { name: section digest … } }))`. A
 * section that an audience may not see is given by its digest alone, and the sheet still verifies.
 * @param notice the facts; `kind` is the sheet's kind, every other key is a section
 */
export function noticeDigest(notice: { readonly kind: string }, hash: HashText): NoticeDigest {
  const { kind, ...facts } = notice;
  const entries: [string, unknown][] = Object.entries(facts);
  const sections = Object.fromEntries(entries.map(([name, section]) => [name, hash(canonicalText(section))]));
  return { sections, sheet: sheetDigest(kind, sections, hash) };
}

/**
 * The sheet's digest from the digests of its sections, for a reader who holds only some of the sections.
 */
export function sheetDigest(
  kind: string,
  sections: Readonly<Record<string, string>>,
  hash: HashText,
): string {
  return hash(canonicalText({ rule: DIGEST_RULE, kind, sections }));
}

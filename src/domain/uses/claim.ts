import type { Pool } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';

const UNITS = ['person', 'household', 'none'] as const;
/** What may be said of whom the money goes to under any document, and without one. */
export const OUTSIDE_GROUPS = ['others', 'unknown'] as const;

/** A use named: who or what is to get how much, under which bucket of the policy. It knows no plan. */
export interface Claim {
  readonly id: string;
  readonly pool: Pool;
  /** The bucket of the pack, for example `posts`. */
  readonly bucket: string;
  readonly forWhat: string;
  readonly beneficiaries: number;
  /** What is counted: persons, households, or nothing. */
  readonly unit: (typeof UNITS)[number];
  /**
   * The group the money goes to: a code of the pack's list of those who are to be helped, `others` who are
   * none of them, or `unknown`.
   */
  readonly targetGroup: string;
  readonly amount: Fen;
}

export interface ClaimForm {
  readonly bucket: string;
  readonly forWhat: string;
  readonly beneficiaries: string;
  readonly unit: string;
  readonly targetGroup: string;
  readonly amount: string;
}

/** What the policy of a claim's day knows, and where the claim stands in the form. */
export interface ClaimRead {
  readonly buckets: readonly string[];
  /** Those who are to be helped, in the words of the document; nobody where it has no such list. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** What each field's name begins with. */
  readonly at: string;
}

/**
 * Reads a claim, or says everything that is wrong with it. A group that the policy does not name is refused:
 * no rule could tell whether the money goes to those it is meant for. Codes `form.*`, `money.*`, `uses.*`.
 */
export function readClaim(
  form: ClaimForm,
  pool: Pool,
  given: ClaimRead,
): { claim: Omit<Claim, 'id'>; problems: Problem[] } {
  const problems: Problem[] = [];
  const fail = (code: string, field: keyof ClaimForm): void => {
    problems.push({ code, field: `${given.at}${field}`, value: form[field] });
  };
  if (!given.buckets.includes(form.bucket)) fail('uses.bucketUnknown', 'bucket');
  if (form.forWhat.trim() === '') fail('form.missing', 'forWhat');
  // What it is for is printed on the sheet and hashed with it.
  problems.push(...privateNumberProblems({ [`${given.at}forWhat`]: form.forWhat }));
  const targetGroup = readGroup(form, given, problems);
  const unit = UNITS.find((each) => each === form.unit);
  const typed = form.beneficiaries.trim();
  // What counts nobody asks for no number.
  const count = typed === '' && unit === 'none' ? '0' : typed;
  if (!/^\d{1,6}$/.test(count)) fail('form.notACount', 'beneficiaries');
  if (unit === undefined) fail(form.unit.trim() === '' ? 'form.missing' : 'form.notAllowed', 'unit');
  if (unit !== undefined && unit !== 'none' && /^0+$/.test(count)) {
    fail('uses.nobody', 'beneficiaries');
  }
  const amount = readAmount({ field: `${given.at}amount`, value: form.amount }, 'aboveZero', problems);
  return {
    claim: {
      pool,
      bucket: form.bucket,
      forWhat: form.forWhat.trim(),
      beneficiaries: Number(count),
      unit: unit ?? 'none',
      targetGroup,
      amount: amount ?? 0n,
    },
    problems,
  };
}

/** The group of a claim; `unknown` where none can be read. */
function readGroup(
  { targetGroup: value }: ClaimForm,
  { groups, at }: ClaimRead,
  problems: Problem[],
): Claim['targetGroup'] {
  const isKnown = [...groups.map(({ id }) => id), ...OUTSIDE_GROUPS].includes(value);
  if (isKnown) return value;
  const field = `${at}targetGroup`;
  const known = groups.map(({ name }) => name);
  if (value.trim() === '') problems.push({ code: 'form.missing', field, value });
  else if (known.length === 0) problems.push({ code: 'uses.withoutGroups', field, value });
  else problems.push({ code: 'uses.groupNotListed', field, value, facts: { known } });
  return 'unknown';
}

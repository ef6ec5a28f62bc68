import type { Pool } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';

const UNITS = ['person', 'household', 'none'] as const;
/**
 * `registered`: the word of the years up to 2020 for poor households on file; `lifted_out`, `monitored`:
 * those of the years after. Which of them are meant to be helped, the pack's list `target` says.
 */
const TARGETS = ['registered', 'lifted_out', 'monitored', 'others', 'unknown'] as const;

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
  /** The group the money goes to, by the codes of the pack's word list; `others` stand outside it. */
  readonly targetGroup: (typeof TARGETS)[number];
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

/**
 * Reads a claim, or says everything that is wrong with it. Codes `form.*`, `money.*`, `uses.*`; fields
 * start with `at`.
 */
export function readClaim(
  form: ClaimForm,
  pool: Pool,
  given: { readonly buckets: readonly string[]; readonly at: string },
): { claim: Omit<Claim, 'id'>; problems: Problem[] } {
  const problems: Problem[] = [];
  const fail = (code: string, field: keyof ClaimForm): void => {
    problems.push({ code, field: `${given.at}${field}`, value: form[field] });
  };
  if (!given.buckets.includes(form.bucket)) fail('uses.bucketUnknown', 'bucket');
  if (form.forWhat.trim() === '') fail('form.missing', 'forWhat');
  // What it is for is printed on the sheet and hashed with it.
  problems.push(...privateNumberProblems({ [`${given.at}forWhat`]: form.forWhat }));
  if (!/^\d{1,6}$/.test(form.beneficiaries.trim())) fail('form.notACount', 'beneficiaries');
  const unit = UNITS.find((each) => each === form.unit);
  if (unit === undefined) fail('form.notAllowed', 'unit');
  if (unit !== undefined && unit !== 'none' && /^0+$/.test(form.beneficiaries.trim())) {
    fail('uses.nobody', 'beneficiaries');
  }
  const targetGroup = TARGETS.find((each) => each === form.targetGroup);
  if (targetGroup === undefined) fail('form.notAllowed', 'targetGroup');
  const amount = readAmount({ field: `${given.at}amount`, value: form.amount }, 'aboveZero', problems);
  return {
    claim: {
      pool,
      bucket: form.bucket,
      forWhat: form.forWhat.trim(),
      beneficiaries: Number(form.beneficiaries.trim()),
      unit: unit ?? 'none',
      targetGroup: targetGroup ?? 'unknown',
      amount: amount ?? 0n,
    },
    problems,
  };
}

import { type Fen, readYuan } from '../money/fen';
import { compareRatios, readRatio, timesRatio } from '../money/ratio';
import { unanswered } from '../policy/written-reason';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import { type AidLine, aidTotal, readAidRows, type Recipient } from './aid-rows';
import type { AidTerms } from './aid-terms';

/** The kind of a reward that the village's own rules set, under no name of a document. */
export const OWN_KIND = 'own';

/** Uses that are owed in ways of their own, and so never by a list of rewards and subsidies. */
const OTHERWISE_OWED = ['posts', 'labour', 'industry', 'agreed', 'member', 'dividend', 'cadre'];
/** DC 三(一)11 names 帮扶救助 (`relief`) beside its posts, and no procedure of its own for it. */
const AID_USES = ['reward', 'subsidy', 'hardship', 'relief'];

/**
 * Whether a use may pay rewards and subsidies: those its document names for that; where it names none, any
 * that is not owed in a way of its own.
 */
export function paysAid(use: string, uses: readonly string[]): boolean {
  const named = uses.filter((each) => AID_USES.includes(each));
  return named.length > 0 ? named.includes(use) : !OTHERWISE_OWED.includes(use);
}

/** A list of rewards or subsidies as typed. */
export interface AidListForm {
  /** The claim of an approved plan that pays it. */
  readonly claimId: string;
  /** A kind of the document, or `own`. */
  readonly aidKind: string;
  /** What it is given for; said once for everybody on it. */
  readonly aidGround: string;
  /** Where the standard is written. */
  readonly aidBasis: string;
  readonly aidRows: string;
  /** Yuan; the total as the paper has it. */
  readonly aidTotal: string;
  /** Where a sum, or so many per cent of one, is shared out: yuan and per cent; else blank. */
  readonly potOf: string;
  readonly potPercent: string;
  /** Why everybody gets the same, where that is asked. */
  readonly equalReason: string;
}

/** A list: who is given how much, by which written standard. */
export interface AidList {
  readonly claimId: string;
  readonly kind: string;
  readonly ground: string;
  readonly basis: string;
  readonly lines: readonly AidLine[];
  /** What is to be shared out, where the paper says it. */
  readonly pot: Fen | undefined;
  readonly equalReason: string;
}

/** What a list is read against. */
export interface AidListFacts {
  readonly claims: readonly string[];
  /** The kinds the document names. */
  readonly kinds: readonly string[];
  readonly people: readonly Recipient[];
  readonly terms: AidTerms;
}

/**
 * Reads a list. Standard times count must come to the total of the paper; a sum that is shared out must be
 * used up to less than a yuan each, and never be exceeded. A plain equal split asks why.
 * @returns problems `form.*`, `money.*`, `aid.*`. Source: product decision "Splitting"; published cases B4,
 *   B5 (whole yuan, the rest kept), B8, B11 (paper and standard do not close).
 */
export function readAidList(
  form: AidListForm,
  facts: AidListFacts,
): { readonly list: AidList; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const { claimId, aidKind: kind } = form;
  if (claimId.trim() === '') problems.push({ code: 'form.missing', field: 'claimId' });
  else if (!facts.claims.includes(claimId)) problems.push({ code: 'aid.claimUnknown', field: 'claimId' });
  if (kind.trim() === '') problems.push({ code: 'form.missing', field: 'aidKind' });
  else if (![OWN_KIND, ...facts.kinds].includes(kind))
    problems.push({ code: 'form.notAllowed', field: 'aidKind', value: kind });
  else problems.push(...governmentKindProblems(kind, facts.terms));
  const ground = form.aidGround.trim();
  const basis = form.aidBasis.trim();
  for (const [field, text] of Object.entries({ aidGround: ground, aidBasis: basis }))
    if (text === '') problems.push({ code: 'form.missing', field });
  const equalReason = form.equalReason.trim();
  problems.push(...privateNumberProblems({ aidGround: ground, aidBasis: basis, equalReason }));
  const { lines, problems: wrong } = readAidRows(form.aidRows, facts.people);
  problems.push(...wrong);
  const stated = readAmount({ field: 'aidTotal', value: form.aidTotal }, 'aboveZero', problems);
  const pot = readPot(form, problems);
  if (wrong.length === 0) {
    problems.push(...closeProblems(lines, { stated, pot }));
    problems.push(...equalProblems({ kind, lines, equalReason }, facts.terms));
  }
  // Why everybody gets the same is kept where that is asked.
  const isAsked = equalProblems({ kind, lines, equalReason: '' }, facts.terms).length > 0;
  const kept = isAsked ? equalReason : '';
  return { list: { claimId, kind, ground, basis, lines, pot, equalReason: kept }, problems };
}

/**
 * What a government pays is no use of the village's money: it is kept as state aid. Code
 * `aid.paidByGovernment`. Source: policy rules §1.3, group H.
 */
export function governmentKindProblems(kind: string, { paidByGovernment }: AidTerms): Problem[] {
  return paidByGovernment.includes(kind) ? [{ code: 'aid.paidByGovernment', field: 'aidKind' }] : [];
}

/** What is shared out: a sum, or so many per cent of it, rounded once. */
function readPot({ potOf, potPercent }: AidListForm, problems: Problem[]): Fen | undefined {
  if (potOf.trim() === '' && potPercent.trim() === '') return undefined;
  const whole = readAmount({ field: 'potOf', value: potOf }, 'aboveZero', problems);
  if (potPercent.trim() === '') return whole;
  const percent = /^\d{1,3}(\.\d{1,4})?$/.test(potPercent.trim()) ? `${potPercent.trim()}%` : undefined;
  const part = percent === undefined ? undefined : readRatio(percent);
  if (part === undefined || part.numerator === 0n || compareRatios(part, readRatio('1')) > 0) {
    problems.push({ code: 'aid.percent', field: 'potPercent', value: potPercent });
    return undefined;
  }
  return whole === undefined ? undefined : timesRatio(whole, part);
}

const ONE_YUAN = readYuan('1') ?? 0n;
const ONE_FEN = readYuan('0.01') ?? 0n;

/** Whether a list comes to what its paper says, and uses up what is shared out. */
export function closeProblems(
  lines: readonly Pick<AidLine, 'amount'>[],
  { stated, pot }: { readonly stated: Fen | undefined; readonly pot: Fen | undefined },
): Problem[] {
  const problems: Problem[] = [];
  const total = aidTotal(lines);
  if (stated !== undefined && stated !== total) {
    const difference = stated > total ? stated - total : total - stated;
    problems.push({ code: 'aid.totalDiffers', field: 'aidTotal', facts: { total, stated, difference } });
  }
  if (pot === undefined) return problems;
  if (total > pot)
    problems.push({ code: 'aid.abovePot', field: 'potOf', facts: { total, pot, excess: total - pot } });
  // What is left would give everybody another whole yuan: the sum was not shared out.
  else if (pot - total >= ONE_YUAN * BigInt(lines.length))
    problems.push({ code: 'aid.belowPot', field: 'potOf', facts: { total, pot, left: pot - total } });
  return problems;
}

/** Whether the village's own rules give everybody the same, a fen more for some of them or not. */
export function isPlainEqual(kind: string, lines: readonly Pick<AidLine, 'amount'>[]): boolean {
  const least = leastOf(lines);
  return kind === OWN_KIND && lines.every(({ amount }) => amount - least <= ONE_FEN);
}

function leastOf(lines: readonly Pick<AidLine, 'amount'>[]): Fen {
  return lines.reduce((low, { amount }) => (amount < low ? amount : low), lines[0]?.amount ?? 0n);
}

/**
 * A plain equal split: several people, the same sum for each, by no standard of a document. So it is where a
 * sum that does not come out even leaves some of them a fen more. It asks why; where the county has confirmed
 * the ban it is refused.
 * Source: domain facts §1.2 (庐山 2024, 河北 2018), SQ-A63b.
 */
function equalProblems(
  { kind, lines, equalReason }: Pick<AidList, 'kind' | 'lines' | 'equalReason'>,
  { equalFrom, confirmed }: AidTerms,
): Problem[] {
  if (!isPlainEqual(kind, lines) || lines.length < equalFrom) return [];
  const facts = { people: lines.length, amount: leastOf(lines) };
  if (confirmed) return [{ code: 'aid.equalForbidden', field: 'aidRows', facts }];
  return unanswered([{ code: 'aid.equalSplit', field: 'equalReason', facts }], equalReason);
}

import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import { compareQuantities, readQuantity } from '../money/charge';
import { type Fen, plainYuan, readYuan } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import {
  type ContractTerm,
  DEDUCTION_KINDS,
  type DeductionKind,
  FIXED_PARTS,
  TERM_TYPES,
  termProblems,
  type YearPart,
} from './contract-term';
import { firstCostDay } from './cost-in-life';

/** What a person types of a contract by which a cost is charged; everything is text as typed. */
export interface CostContractForm {
  readonly kind: string;
  readonly name: string;
  /** What it is for; blank where it is for no single asset. */
  readonly assetId: string;
  /** The money that bears it; blank where the asset says so. */
  readonly pool: string;
  /** How it reckons: a word of {@link TERM_TYPES}. */
  readonly termType: string;
  /** Yuan of a fixed amount. */
  readonly amount: string;
  /** For which part of the year a fixed amount or a land rent is charged at once. */
  readonly yearPart: string;
  readonly mu: string;
  readonly yuanPerMuYear: string;
  /** The own share of a joint station's land, `6.25%`. */
  readonly ownShare: string;
  /** A rate on receipts, `2.9%`. */
  readonly rate: string;
  readonly yuanPerWattYear: string;
  /** Blank where it is the asset's. */
  readonly capacityKw: string;
  readonly clause: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Why it is necessary; the policy asks it of what it does not name. */
  readonly reason: string;
  readonly policyNumber: string;
  readonly sumInsured: string;
}

/** A contract as it was signed. */
export interface NewCostContract {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly assetId: string | undefined;
  readonly pool: Pool;
  readonly term: ContractTerm;
  readonly clause: string;
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | undefined;
  readonly reason: string;
  /** Of an insurance: the number on the policy and what is insured for. */
  readonly policyNumber: string;
  readonly sumInsured: Fen | undefined;
}

/** What the register, the policy and the other contracts say. */
export interface CostContractFacts {
  readonly asset?:
    | {
        readonly id: string;
        readonly pool: Pool;
        readonly acquiredOn?: CalendarDay | undefined;
        readonly leftOn?: CalendarDay | undefined;
        readonly capacityKw?: string | undefined;
      }
    | undefined;
  /** The kinds of cost that the document in force names for the pool; undefined where it names none. */
  readonly named: ReadonlySet<string> | undefined;
  readonly others: readonly {
    readonly kind: string;
    readonly name: string;
    readonly assetId: string | undefined;
    readonly validFrom: CalendarDay;
    readonly validTo: CalendarDay | undefined;
  }[];
}

/** The pools that bear necessary costs. */
export const COST_POOLS: readonly Pool[] = ['pv', 'other'];

/** Whether a cost needs a reason: it is another cost, or the document in force names its kind nowhere. */
export function wantsReason(kind: string | undefined, named: ReadonlySet<string> | undefined): boolean {
  return kind === 'other' || (kind !== undefined && named !== undefined && !named.has(kind));
}

/**
 * Reads a contract, or says everything that is wrong with it. An insurance states its number, its sum and
 * its last day, or nobody sees when an asset is not insured; nothing is agreed of an asset for days after it
 * left, nor up to a day before it came; the money that bears the cost is the asset's. Codes
 * `costContract.*`, `deductions.reasonMissing`, `form.*`, `money.*`, `calendar.*`.
 */
export function readCostContract(
  form: CostContractForm,
  facts: CostContractFacts,
): { contract: NewCostContract; problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = oneOf(DEDUCTION_KINDS, { field: 'kind', value: form.kind }, problems);
  const { name, clause, reason, policyNumber } = form;
  if (name.trim() === '') problems.push({ code: 'form.missing', field: 'name' });
  // An insurer's number may look like a person's; it is printed on no sheet.
  problems.push(...privateNumberProblems({ name, clause, reason }));
  const pool = readPool(form, facts, problems);
  const term = readTerm(form, facts, problems);
  const days = readDays(form, facts, problems);
  if (wantsReason(kind, facts.named) && reason.trim() === '') {
    problems.push({ code: 'deductions.reasonMissing', field: 'reason' });
  }
  const insured = kind === 'insurance' ? readInsurance(form, facts, problems) : undefined;
  const contract = {
    ...{ kind: kind ?? 'other', name: name.trim(), assetId: facts.asset?.id, pool, term, ...days },
    ...{ clause: clause.trim(), reason: reason.trim() },
    policyNumber: kind === 'insurance' ? policyNumber.trim() : '',
    sumInsured: insured,
  };
  problems.push(...sameProblems(contract, form, facts));
  return { contract, problems };
}

function oneOf<T extends string>(
  words: readonly T[],
  { field, value }: { readonly field: string; readonly value: string },
  problems: Problem[],
): T | undefined {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  problems.push(value === '' ? { code: 'form.missing', field } : { code: 'form.notAllowed', field, value });
  return undefined;
}

function readPool(form: CostContractForm, { asset }: CostContractFacts, problems: Problem[]): Pool {
  const typed = form.pool === '' ? asset?.pool : form.pool;
  const pool = oneOf(COST_POOLS, { field: 'pool', value: typed ?? '' }, problems);
  if (pool !== undefined && asset !== undefined && asset.pool !== pool) {
    problems.push({ code: 'costContract.otherPool', field: 'pool', value: form.pool });
  }
  return pool ?? 'pv';
}

function readTerm(form: CostContractForm, facts: CostContractFacts, problems: Problem[]): ContractTerm {
  const type = oneOf(TERM_TYPES, { field: 'termType', value: form.termType }, problems);
  const term = termOf(type ?? 'fixed', { ...form, capacityKw: capacityOf(form, facts) }, problems);
  if (type === undefined) return term;
  const wrong = termProblems(term).map((each) => ({ ...each, field: each.field.replace('term.', '') }));
  problems.push(...wrong.map((each) => (each.value === '' ? missing(each.field) : each)));
  const most = facts.asset?.capacityKw;
  const tooMuch = term.type === 'perWattYear' && wrong.length === 0 && most !== undefined;
  if (tooMuch && compareQuantities(term.capacityKw, most) > 0) {
    const told = { field: 'capacityKw', value: form.capacityKw, facts: { most } };
    problems.push({ code: 'costContract.capacity', ...told });
  }
  return term;
}

function missing(field: string): Problem {
  return { code: 'form.missing', field };
}

/** The capacity that a cap is reckoned on: the asset's, where nothing else is typed. */
function capacityOf({ capacityKw }: CostContractForm, { asset }: CostContractFacts): string {
  return capacityKw.trim() === '' ? (asset?.capacityKw ?? '') : plain(capacityKw);
}

function termOf(type: ContractTerm['type'], form: CostContractForm, problems: Problem[]): ContractTerm {
  const partOf = <T extends string>(parts: readonly T[]): T | undefined =>
    oneOf(parts, { field: 'yearPart', value: form.yearPart }, problems);
  switch (type) {
    case 'fixed': {
      const yearPart = form.termType === 'fixed' ? partOf(FIXED_PARTS) : undefined;
      if (yearPart === 'once' && form.validTo === '') problems.push(missing('validTo'));
      return { type, amount: plainAmount(form.amount), yearPart: yearPart ?? 'year' };
    }
    case 'landRent': {
      const yearPart = partOf(LAND_RENT_PARTS) ?? 'year';
      const own = form.ownShare.trim() === '' ? {} : { ownShare: form.ownShare.trim() };
      return { type, mu: plain(form.mu), yuanPerMuYear: plain(form.yuanPerMuYear), yearPart, ...own };
    }
    case 'percentOfReceipt':
      return { type, rate: form.rate.trim() };
    case 'perWattYear':
      return { type, yuanPerWattYear: plain(form.yuanPerWattYear), capacityKw: form.capacityKw };
  }
}

const LAND_RENT_PARTS: readonly YearPart[] = ['year', 'half-year', 'quarter'];

/** Typed digits without the commas of thousands, as every later product wants them. */
function plain(typed: string): string {
  const text = typed.trim();
  return readQuantity(text) ?? text;
}

function plainAmount(typed: string): string {
  const amount = readYuan(typed);
  return amount === undefined ? typed.trim() : plainYuan(amount);
}

/** A price as typed, in the digits in which a term of its kind keeps it. */
export function plainPrice(typed: string, term: ContractTerm): string {
  if (term.type === 'percentOfReceipt') return typed.trim();
  return term.type === 'fixed' ? plainAmount(typed) : plain(typed);
}

function readDays(
  form: CostContractForm,
  { asset }: CostContractFacts,
  problems: Problem[],
): Pick<NewCostContract, 'validFrom' | 'validTo'> {
  const { validFrom, validTo } = form;
  readDay({ field: 'validFrom', value: validFrom }, problems);
  const last = validTo === '' ? undefined : readDay({ field: 'validTo', value: validTo }, problems);
  if (last !== undefined && isCalendarDay(validFrom) && last < validFrom) {
    problems.push({
      code: 'calendar.reversed',
      field: 'validTo',
      value: validTo,
      facts: { from: validFrom },
    });
  }
  problems.push(...presenceProblems(form, last, asset));
  return { validFrom, validTo: last };
}

/** The asset is there on a day of it; an insurance is told by its first day when it is not there yet. */
function presenceProblems(
  { kind, validFrom, validTo }: CostContractForm,
  last: CalendarDay | undefined,
  asset: CostContractFacts['asset'],
): Problem[] {
  const [leftOn, acquiredOn] = [asset?.leftOn, firstCostDay(kind, asset)];
  if (kind !== 'insurance' && acquiredOn !== undefined && last !== undefined && last < acquiredOn) {
    const at = { field: 'validTo', value: validTo };
    return [{ code: 'costContract.endsBeforeAsset', ...at, facts: { acquiredOn } }];
  }
  const begins = isCalendarDay(validFrom) && leftOn !== undefined && validFrom > leftOn;
  // One without an end would go on charging for what is not there.
  const isOpen = last === undefined && validTo.trim() === '';
  const lasts = leftOn !== undefined && (isOpen || (last !== undefined && last > leftOn));
  if (!begins && !lasts) return [];
  const [field, value] = begins ? ['validFrom', validFrom] : ['validTo', validTo];
  return [{ code: 'costContract.afterAsset', field, value, facts: { leftOn } }];
}

/** Number, sum and last day of an insurance; nothing is insured that is not there yet. */
function readInsurance(
  form: CostContractForm,
  { asset }: CostContractFacts,
  problems: Problem[],
): Fen | undefined {
  const { validFrom } = form;
  const acquiredOn = asset?.acquiredOn;
  if (acquiredOn !== undefined && isCalendarDay(validFrom) && validFrom < acquiredOn) {
    const facts = { acquiredOn };
    problems.push({ code: 'costContract.beforeAsset', field: 'validFrom', value: validFrom, facts });
  }
  if (form.policyNumber.trim() === '') problems.push(missing('policyNumber'));
  const noEnd = form.validTo === '' && !problems.some(({ field }) => field === 'validTo');
  if (noEnd) problems.push(missing('validTo'));
  return readAmount({ field: 'sumInsured', value: form.sumInsured }, 'aboveZero', problems);
}

/**
 * A contract that stands here already for some of the days would be charged twice; another of the same kind
 * for the same asset, as a second owner of the land has one, says why there are two.
 */
function sameProblems(
  contract: NewCostContract,
  { reason }: CostContractForm,
  { others }: CostContractFacts,
): Problem[] {
  const { kind, name, assetId, validFrom, validTo } = contract;
  const beside = others.filter(
    (other) =>
      other.kind === kind &&
      other.assetId === assetId &&
      other.validFrom <= (validTo ?? other.validFrom) &&
      validFrom <= (other.validTo ?? validFrom),
  );
  if (beside.some((other) => other.name === name))
    return [{ code: 'costContract.same', field: 'name', value: name }];
  const [first] = assetId === undefined ? [] : beside;
  if (first === undefined || reason.trim() !== '') return [];
  return [{ code: 'costContract.besideAnother', field: 'reason', facts: { contract: first.name } }];
}

import { addDays, type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { standingChanges, withoutEnd } from '../shared/standing-changes';
import { readDay } from '../shared/typed-fields';
import { type ContractTerm, termProblems } from './contract-term';
import {
  contractDays,
  COST_CHANGES,
  type CostContract,
  type CostContractChange,
  isPaidOnce,
  pricedDays,
  withPrice,
} from './cost-contract';
import { type AssetLife, firstCostDay } from './cost-in-life';
import { plainPrice } from './read-cost-contract';

/** What a person types when a contract of costs changes, ends early or is renewed; all as typed. */
export interface CostChangeForm {
  readonly kind: string;
  /** From which day another price counts; the last day of a contract that ends; of a renewal nothing. */
  readonly effectiveOn: string;
  /** The new last day of a renewal. */
  readonly newLastOn: string;
  /** The new amount, price of a mu, rate, price of a watt or share; of a renewal blank where it stays. */
  readonly price: string;
  readonly reason: string;
}

/** The contract as it is now, and up to which day it is charged. */
export interface ChangedCostContract {
  readonly contract: CostContract & { readonly kind: string };
  /** The last day that a booked charge is for; a change reaches no day of it. */
  readonly chargedTo: CalendarDay | undefined;
  /** The days of its asset, where it is for one. */
  readonly life?: AssetLife | undefined;
}

/**
 * Reads a change, or says everything that is wrong with it: it reaches no day that is charged, nor one before
 * an earlier change. Codes `costContract.*`, `form.*`, `money.*`, `calendar.*`.
 */
export function readCostChange(
  form: CostChangeForm,
  now: ChangedCostContract,
): { change: CostContractChange; problems: Problem[] } {
  const problems: Problem[] = [];
  if (form.reason.trim() === '') problems.push({ code: 'form.missing', field: 'reason' });
  problems.push(...privateNumberProblems({ reason: form.reason }));
  const kind = COST_CHANGES.find((each) => each === form.kind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
  if (kind === 'resume') return { change: readResume(now, problems), problems };
  if (kind === 'renewal') return { change: readRenewal(form, now, problems), problems };
  const effectiveOn = readDay({ field: 'effectiveOn', value: form.effectiveOn }, problems) ?? '';
  if (kind !== 'price' && kind !== 'share') {
    if (kind === 'end' && effectiveOn !== '') problems.push(...endProblems(effectiveOn, now));
    return { change: { kind: 'end', effectiveOn }, problems };
  }
  if (effectiveOn !== '') problems.push(...priceProblems(effectiveOn, now));
  const { term } = now.contract;
  const value = kind === 'share' ? readShare(form, term, problems) : readPrice(form, term, problems);
  return { change: { kind, effectiveOn, value }, problems };
}

function readPrice({ price }: CostChangeForm, term: ContractTerm, problems: Problem[]): string {
  const value = plainPrice(price, term);
  if (price.trim() === '') problems.push({ code: 'form.missing', field: 'price' });
  else {
    const wrong = termProblems(withPrice(term, value));
    problems.push(...wrong.map(({ code }) => ({ code, field: 'price', value: price })));
  }
  return value;
}

/** Only a land rent that has a share of its own, as of a joint station's land, can change it. */
function readShare({ price }: CostChangeForm, term: ContractTerm, problems: Problem[]): string {
  const value = price.trim();
  if (term.type !== 'landRent' || term.ownShare === undefined)
    problems.push({ code: 'costContract.noShare', field: 'kind' });
  else if (value === '') problems.push({ code: 'form.missing', field: 'price' });
  else {
    const wrong = termProblems({ ...term, ownShare: value });
    problems.push(...wrong.map(({ code }) => ({ code, field: 'price', value })));
  }
  return value;
}

/**
 * The early end said last can be taken back while nothing was agreed on it since: another price of days up to
 * it counts without it, too; a renewal goes on from it.
 */
function readResume({ contract, life }: ChangedCostContract, problems: Problem[]): CostContractChange {
  const leftOn = life?.leftOn;
  const standing = standingChanges(contract.changes);
  const at = standing.findLastIndex(({ kind }) => kind === 'end');
  const end = standing[at];
  if (end === undefined) {
    problems.push({ code: 'costContract.notEnded', field: 'kind' });
    return { kind: 'resume', effectiveOn: contract.validFrom };
  }
  const since = standing.slice(at + 1);
  if (
    since.some(({ kind, effectiveOn: on }) => (kind !== 'price' && kind !== 'share') || on > end.effectiveOn)
  )
    problems.push({ code: 'costContract.agreedSince', field: 'kind', facts: { endedOn: end.effectiveOn } });
  const resumed = contractDays({ ...contract, changes: withoutEnd(standing) });
  if (leftOn !== undefined && (resumed.to === undefined || resumed.to > leftOn))
    problems.push({
      code: 'costContract.afterAsset',
      field: 'kind',
      value: resumed.to ?? '',
      facts: { leftOn },
    });
  return { kind: 'resume', effectiveOn: addDays(end.effectiveOn, 1) };
}

function readRenewal(
  form: CostChangeForm,
  now: ChangedCostContract,
  problems: Problem[],
): CostContractChange {
  const { to: before } = contractDays(now.contract);
  const lastOn = readDay({ field: 'newLastOn', value: form.newLastOn }, problems);
  if (before === undefined) problems.push({ code: 'costContract.noEnd', field: 'kind' });
  else if (lastOn !== undefined && lastOn <= before) {
    problems.push({ code: 'costContract.notLonger', field: 'newLastOn', value: lastOn, facts: { before } });
  }
  const leftOn = now.life?.leftOn;
  if (lastOn !== undefined && leftOn !== undefined && lastOn > leftOn) {
    problems.push({ code: 'costContract.afterAsset', field: 'newLastOn', value: lastOn, facts: { leftOn } });
  }
  const effectiveOn = addDays(before ?? now.contract.validFrom, 1);
  const renewal = { kind: 'renewal' as const, effectiveOn, lastOn: lastOn ?? effectiveOn };
  if (form.price.trim() === '') return renewal;
  return { ...renewal, value: readPrice(form, now.contract.term, problems) };
}

/**
 * Another price counts from its first day on: after every earlier change, on no day that is charged, while
 * its asset is there.
 */
function priceProblems(day: CalendarDay, { contract, chargedTo, life }: ChangedCostContract): Problem[] {
  const at = { field: 'effectiveOn', value: day };
  const leftOn = life?.leftOn;
  if (leftOn !== undefined && day > leftOn)
    return [{ ...at, code: 'costContract.afterAsset', facts: { leftOn } }];
  if (isPaidOnce(contract.term)) return [{ code: 'costContract.paidOnce', field: 'kind' }];
  const last = pricedDays(contract).at(-1);
  const [first, end] = [last?.from ?? contract.validFrom, last?.to];
  if (day < first || (end !== undefined && day > end)) {
    if (end === undefined) return [{ ...at, code: 'costContract.tooEarly', facts: { firstOn: first } }];
    return [{ ...at, code: 'costContract.outside', facts: { firstOn: first, lastOn: end } }];
  }
  if (chargedTo === undefined || day > chargedTo) return [];
  return [{ ...at, code: 'costContract.charged', facts: { chargedTo } }];
}

/**
 * A contract's last day is still one of it; the day before its first ends one that never began. One that
 * began ends on a day of its asset.
 */
function endProblems(day: CalendarDay, { contract, chargedTo, life }: ChangedCostContract): Problem[] {
  const at = { field: 'effectiveOn', value: day };
  const { from, to } = contractDays(contract);
  const first = addDays(from, -1);
  if (isCalendarDay(day) && day < first) {
    return [{ ...at, code: 'costContract.tooEarly', facts: { firstOn: first } }];
  }
  if (to !== undefined && day >= to)
    return [{ ...at, code: 'costContract.notShorter', facts: { before: to } }];
  const acquiredOn = firstCostDay(contract.kind, life);
  if (day >= from && acquiredOn !== undefined && day < acquiredOn)
    return [{ ...at, code: 'costContract.endedBeforeAsset', facts: { acquiredOn, firstOn: first } }];
  const charged = chargedTo !== undefined && day < chargedTo && !isPaidOnce(contract.term);
  return charged ? [{ ...at, code: 'costContract.charged', facts: { chargedTo } }] : [];
}

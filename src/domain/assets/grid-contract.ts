import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { type Asset, isStation } from './asset';
import { mayBePublic } from './public-card';

/** A contract under which the grid takes a station's electricity, as typed. */
export interface GridContractForm {
  readonly leaseNumber: string;
  readonly gridBuyer: string;
  readonly gridSeller: string;
  readonly signedOn: string;
  readonly firstOn: string;
  /** Blank where it holds until it is ended. */
  readonly lastOn: string;
  /** What it says of the price, in its own words; a slip is reckoned with the station's dated prices. */
  readonly priceWords: string;
}

/** A contract with the grid. */
export interface GridContract {
  readonly number: string;
  readonly buyer: string;
  readonly seller: string;
  readonly signedOn: CalendarDay;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay | null;
  readonly priceWords: string;
}

/** What a contract with the grid is held against. */
export interface GridContractFacts {
  readonly asset: Pick<Asset, 'name' | 'kind'>;
  readonly today: CalendarDay;
  /** The station's contracts that stand. */
  readonly others: readonly Pick<GridContract, 'number' | 'firstOn' | 'lastOn'>[];
}

/**
 * Reads a contract with the grid, or says everything that is wrong with it. Of a station alone; on each day
 * one at most, each number once. Codes `gridContract.*`, `form.*`, `calendar.*`. Product decision.
 */
export function readGridContract(
  form: GridContractForm,
  { asset, today, others }: GridContractFacts,
): { readonly contract: GridContract | undefined; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  if (!isStation(asset.kind))
    problems.push({ code: 'gridContract.noStation', field: '', facts: { asset: asset.name } });
  const texts = {
    leaseNumber: form.leaseNumber.trim(),
    gridBuyer: form.gridBuyer.trim(),
    gridSeller: form.gridSeller.trim(),
    priceWords: form.priceWords.trim(),
  };
  for (const [field, text] of Object.entries(texts))
    if (text === '') problems.push({ code: 'form.missing', field });
  const { leaseNumber: number, gridBuyer: buyer, gridSeller: seller, priceWords } = texts;
  problems.push(...privateNumberProblems({ gridBuyer: buyer, gridSeller: seller, priceWords }));
  if (others.some((other) => number !== '' && other.number === number))
    problems.push({ code: 'gridContract.numberTaken', field: 'leaseNumber', value: number });
  const signedOn = readDay({ field: 'signedOn', value: form.signedOn }, problems);
  if (signedOn !== undefined && signedOn > today)
    problems.push({ code: 'gridContract.notSigned', field: 'signedOn', value: signedOn, facts: { today } });
  const firstOn = readDay({ field: 'firstOn', value: form.firstOn }, problems);
  const isOpen = form.lastOn.trim() === '';
  const lastOn = isOpen ? null : readDay({ field: 'lastOn', value: form.lastOn }, problems);
  if (firstOn !== undefined && lastOn !== undefined)
    problems.push(...dayProblems({ firstOn, lastOn }, others));
  if (problems.length > 0 || signedOn === undefined || firstOn === undefined || lastOn === undefined)
    return { contract: undefined, problems };
  return { contract: { number, buyer, seller, signedOn, firstOn, lastOn, priceWords }, problems };
}

function dayProblems(
  { firstOn, lastOn }: Pick<GridContract, 'firstOn' | 'lastOn'>,
  others: GridContractFacts['others'],
): Problem[] {
  if (lastOn !== null && lastOn < firstOn)
    return [{ code: 'calendar.reversed', field: 'lastOn', value: lastOn }];
  const other = others.find(
    (each) => each.firstOn <= (lastOn ?? each.firstOn) && (each.lastOn === null || firstOn <= each.lastOn),
  );
  if (other === undefined) return [];
  const { number } = other;
  return [{ code: 'gridContract.sameDays', field: 'firstOn', value: firstOn, facts: { number } }];
}

/**
 * What is wrong with the reason why a contract was entered wrongly. Codes `form.missing`,
 * `form.privateNumber`.
 */
export function gridWithdrawalProblems(typed: string): Problem[] {
  const gridWithdrawn = typed.trim();
  const missing = gridWithdrawn === '' ? [{ code: 'form.missing', field: 'gridWithdrawn' }] : [];
  return [...missing, ...privateNumberProblems({ gridWithdrawn })];
}

/** What everyone may know of it: that it is there, and its days; parties and price stay with the office. */
export interface PublicGridContract {
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay | null;
}

/** The contract in force on a day, as far as everyone may know of it; of a household's station none. */
export function publicGridContract(
  asset: Pick<Asset, 'assetClass' | 'titleLevel'>,
  contracts: readonly GridContract[],
  day: CalendarDay,
): PublicGridContract | undefined {
  if (!mayBePublic(asset)) return undefined;
  const found = contracts.find(({ firstOn, lastOn }) => firstOn <= day && (lastOn === null || day <= lastOn));
  return found && { firstOn: found.firstOn, lastOn: found.lastOn };
}

import type { LeaseTerms, TurnoverReport } from '../assets/lease';
import { type RentDue, rentDues } from '../assets/lease-schedule';
import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import type { Stream } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { isSameIncome } from './stake-income';

/** Rent that the opening carries as owed by a contract's tenant for its asset. */
export interface OpenedClaim {
  readonly month: Month;
  /** When it is due; undefined where the opening does not say it. */
  readonly dueOn?: CalendarDay | undefined;
  readonly amount: Fen;
}

/** What the opening of the books says of a contract. */
export interface OpenedRent {
  readonly openedOn: CalendarDay;
  readonly claims: readonly OpenedClaim[];
  /** What its tenant had paid ahead by then for days of the books. */
  readonly advance: Fen;
}

/** A due as the books look at it: from which day they can count it, and what of it the opening carries. */
export interface DueInBooks extends RentDue {
  /** The first day of the books. */
  readonly booksFrom?: CalendarDay;
  /** What of the rent of these days stands in the opening as owed: the amount is what is left of it. */
  readonly carried?: Fen;
  /** Its days lie in the books, and money for them was kept at the opening, whenever they were to be paid. */
  readonly isKeptFor?: boolean;
}

/**
 * The terms by which the books reckon a contract whose rent was paid ahead of them: the days before their
 * first one were income then, and only those from it on become income here. Of a rent by turnover a payment
 * is one whole. Source: domain facts §2.2, §2.3.
 */
export function termsFromOpening(
  terms: LeaseTerms,
  { openedOn, advance }: Pick<OpenedRent, 'openedOn' | 'advance'>,
): LeaseTerms {
  const isCut = advance > 0n && terms.type !== 'turnover' && terms.firstOn < openedOn;
  if (!isCut || terms.lastOn < openedOn) return terms;
  return { ...terms, renewedFrom: [...(terms.renewedFrom ?? []), openedOn].sort() };
}

/**
 * Dues as the books count them. What falls due in the books for days before them is theirs, less what the
 * opening carries of it already; what fell due before them the opening says. Where rent was kept at the
 * opening, the days from it on are theirs, too, though they were to be paid before.
 */
export function duesFromOpening(
  dues: readonly RentDue[],
  opened: OpenedRent,
  signed: { readonly terms: LeaseTerms; readonly turnovers: readonly TurnoverReport[] },
): DueInBooks[] {
  const { openedOn, advance } = opened;
  const claims = opened.claims
    .filter(({ dueOn }) => dueOn === undefined || dueOn >= openedOn)
    .map((claim) => ({ ...claim, left: claim.amount }));
  const agreed = advance > 0n ? rentDues(signed.terms, signed.terms.lastOn, signed.turnovers) : [];
  return dues.map((due) => {
    const booksFrom = openedOn;
    const isKeptFor = advance > 0n && due.from >= openedOn;
    const whole = agreed.find(({ from, to }) => from <= due.from && due.to <= to);
    const dueOn = whole?.dueOn ?? due.dueOn;
    const inBooks = { ...due, dueOn, booksFrom, isKeptFor };
    if (due.amount === undefined || due.from >= openedOn || due.dueOn < openedOn) return inBooks;
    const own = claims.filter(({ month }) => monthOf(due.from) <= month && month <= monthOf(due.to));
    let carried = 0n;
    for (const claim of own) {
      const rest = due.amount - carried;
      const taken = claim.left < rest ? claim.left : rest;
      claim.left -= taken;
      carried += taken;
    }
    return carried === 0n ? inBooks : { ...inBooks, amount: due.amount - carried, carried };
  });
}

/** A contract as far as the opening is divided among those of one tenant and asset. */
export interface OpenedContract {
  readonly id: string;
  readonly assetId: string;
  readonly tenantId: string;
  readonly stream: Stream;
  readonly terms: LeaseTerms;
  readonly turnovers: readonly TurnoverReport[];
}

/** Income that the opening carries as owed, and money that was kept for years to come. */
export interface OpenedIncomes {
  readonly openedOn: CalendarDay;
  readonly owed: readonly (OpenedClaim & Debtor & { readonly stream: Stream })[];
  readonly advances: readonly (Debtor & { readonly amount: Fen })[];
}

interface Debtor {
  readonly assetId: string;
  readonly counterparty: string;
}

/**
 * What the opening says of each contract, by its id: of rent that is owed the first contract whose days hold
 * its month, of money kept ahead as {@link divideOpened} says.
 */
export function openedByContract(
  contracts: readonly OpenedContract[],
  { openedOn, owed, advances }: OpenedIncomes,
): ReadonlyMap<string, OpenedRent> {
  const inOrder = inTheirOrder(contracts);
  const isOf = ({ assetId, tenantId }: OpenedContract, debtor: Debtor): boolean =>
    debtor.assetId === assetId && debtor.counterparty === tenantId;
  const holder = (claim: OpenedIncomes['owed'][number]): OpenedContract | undefined =>
    inOrder.find(
      (each) =>
        isOf(each, claim) &&
        isSameIncome(claim.stream, each.stream) &&
        monthOf(each.terms.firstOn) <= claim.month &&
        claim.month <= monthOf(each.terms.lastOn),
    );
  const opened = new Map<string, OpenedRent>();
  for (const contract of inOrder) {
    const claims = owed.filter((claim) => holder(claim) === contract);
    const kept = sumFen(advances.filter((each) => isOf(contract, each)).map(({ amount }) => amount));
    const beside = inOrder.filter((each) => isOf(each, { ...contract, counterparty: contract.tenantId }));
    const advance = divideOpened(beside, { openedOn, advance: kept }).get(contract.id) ?? 0n;
    opened.set(contract.id, { openedOn, claims, advance });
  }
  return opened;
}

/** Contracts that never came into force, then the others by their first days. */
function inTheirOrder(contracts: readonly OpenedContract[]): OpenedContract[] {
  const isVoid = ({ terms }: OpenedContract): boolean => terms.lastOn < terms.firstOn;
  const begun = contracts.filter((each) => !isVoid(each));
  const byDay = begun.sort((one, other) => (one.terms.firstOn < other.terms.firstOn ? -1 : 1));
  return [...contracts.filter(isVoid), ...byDay];
}

/**
 * Divides what a tenant had paid ahead for an asset among his contracts over it that began before the books:
 * each takes what its payments of before ask for days from then on, in the order given; what is left over
 * stays with the last one, which owes it back.
 */
export function divideOpened(
  contracts: readonly OpenedContract[],
  opened: { readonly openedOn: CalendarDay; readonly advance: Fen },
): Map<string, Fen> {
  const { openedOn, advance } = opened;
  const own = contracts.filter(({ terms }) => terms.firstOn < openedOn);
  let left = advance;
  const divided = own.map((contract, place) => {
    const taken = place === own.length - 1 ? left : least(left, prepaidOf(contract, opened));
    left -= taken;
    return [contract.id, taken] as const;
  });
  return new Map(divided);
}

/** What of a contract's rent for days of the books was to be paid before them. */
function prepaidOf(
  { terms, turnovers }: OpenedContract,
  opened: { readonly openedOn: CalendarDay; readonly advance: Fen },
): Fen {
  const { openedOn } = opened;
  const agreed = rentDues(terms, terms.lastOn, turnovers);
  const dues = rentDues(termsFromOpening(terms, opened), terms.lastOn, turnovers);
  const prepaid = dues.filter(
    ({ from, to }) =>
      from >= openedOn &&
      agreed.some((whole) => whole.from <= from && to <= whole.to && whole.dueOn < openedOn),
  );
  return sumFen(prepaid.map(({ amount }) => amount ?? 0n));
}

function least(one: Fen, other: Fen): Fen {
  return one < other ? one : other;
}

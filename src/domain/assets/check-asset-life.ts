import type { CalendarDay, Month } from '../calendar/calendar-day';
import { type AccountRoles, mainCodeOf } from '../ledger/chart';
import { checkParts, type KeptPart } from '../ledger/check-facts';
import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { type Posting, signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import type { LifeKind } from './asset-life';
import { carryingAccounts } from './holdings';

/** The source of a voucher of an asset's life. */
export const ASSET_LIFE = 'assetLife';

/** What is kept of an event beside its voucher. */
export interface KeptEvent {
  readonly assetId: string;
  readonly kind: LifeKind;
  readonly happenedOn: CalendarDay;
  readonly amount: Fen;
  readonly proceeds: Fen;
  readonly costs: Fen;
  /** Put into a firm: the stake it became; none of contributions of before. */
  readonly stakeId?: string | null;
}

/** What the lines of an event's voucher say of it. */
export function toldByLines(
  kind: LifeKind,
  postings: readonly Posting[],
  roles: AccountRoles,
): Pick<KeptEvent, 'amount' | 'proceeds' | 'costs'> {
  const on = (account: string): readonly Posting[] =>
    postings.filter((each) => each.ledgerAccount === account);
  const balance = (account: string): Fen => sumFen(on(account).map(signedAmount));
  const side = (which: Posting['side']): Fen =>
    sumFen(
      on(roles.bank)
        .filter((each) => each.side === which)
        .map(({ amount }) => amount),
    );
  const money = { proceeds: side('debit'), costs: side('credit') };
  if (kind === 'improvement') return { amount: balance(roles.fixedAssets), proceeds: 0n, costs: 0n };
  if (kind === 'impairment') return { amount: -balance(roles.accumulatedDepreciation), ...money };
  if (kind === 'contribution') return { amount: balance(roles.longTermInvestment), ...money };
  return { amount: -sumFen(carryingAccounts(roles).map(balance)), ...money };
}

/** Holds what is kept of an asset's event against its voucher; any other entry has nothing kept. */
export function checkLife(
  entry: CheckedEntry,
  of: { readonly kept: readonly KeptEvent[]; readonly roles: AccountRoles | undefined },
  findings: Findings,
): void {
  const { kept, roles } = of;
  const isOwn = entry.source.kind === ASSET_LIFE && entry.reversesId === undefined;
  if (!isOwn && kept.length === 0) return;
  findings.looked += 1;
  if (!isOwn || kept.length !== 1) {
    findings.add('check.lifeDiffers', placeOf(entry), { count: kept.length });
    return;
  }
  for (const event of kept) {
    if (roles === undefined) continue;
    const told = toldByLines(event.kind, entry.postings, roles);
    for (const part of ['amount', 'proceeds', 'costs'] as const) {
      if (told[part] === event[part]) continue;
      const facts = { kind: ASSET_LIFE, keptFen: String(event[part]), foundFen: String(told[part]) };
      findings.add('check.factDiffers', placeOf(entry), facts);
    }
    const ids = [event.assetId, event.stakeId ?? event.assetId];
    checkParts(
      entry,
      [
        { part: 'day', kept: event.happenedOn, found: entry.postedOn },
        { part: 'kind', kept: `assets.${event.kind}`, found: entry.event },
        { part: 'asset', kept: namesOf(ids), found: namesOf(entry.postings.map(({ assetId }) => assetId)) },
        ...stakeParts(event, entry, roles),
      ],
      findings,
    );
  }
}

/** What a contribution brings stands under the name of its stake, and nothing else does. */
function stakeParts({ stakeId }: KeptEvent, { postings }: CheckedEntry, roles: AccountRoles): KeptPart[] {
  if (stakeId === null || stakeId === undefined) return [];
  const invested = postings.filter(({ ledgerAccount }) => ledgerAccount === roles.longTermInvestment);
  const found = namesOf(invested.map(({ assetId }) => assetId));
  return [{ part: 'asset', kept: stakeId, found }];
}

function namesOf(ids: readonly (string | undefined)[]): string {
  return [...new Set(ids.flatMap((id) => id ?? []))].sort().join(' ');
}

/**
 * Refuses to take back an event while a later one of the same asset stands.
 * @param standing in the order of their days
 * @throws DomainError `assetLife.laterFirst`
 */
export function requireLastEvent(
  standing: readonly {
    readonly assetId: string;
    readonly entryId?: string;
    readonly happenedOn: CalendarDay;
  }[],
  entryId: string,
): void {
  const event = standing.find((each) => each.entryId === entryId);
  if (event === undefined) return;
  const last = standing.findLast(({ assetId }) => assetId === event.assetId);
  if (last !== undefined && last.entryId !== entryId)
    throw new DomainError('assetLife.laterFirst', { day: last.happenedOn });
}

/**
 * Refuses to take back terms by which a month is booked, or which later ones go on from.
 * @throws DomainError `assetLife.bookedSince`
 */
export function requireUnbooked(
  terms: { readonly from: Month; readonly number: number },
  plan: {
    readonly booked: ReadonlySet<Month>;
    readonly terms: readonly { readonly from: Month; readonly number: number }[];
  },
): void {
  const later = plan.terms.filter(({ number }) => number > terms.number).map(({ from }) => from);
  const months = [...plan.booked, ...later].filter((month) => month >= terms.from).sort();
  const last = months.at(-1);
  if (last !== undefined) throw new DomainError('assetLife.bookedSince', { month: last });
}

/** Facts of later steps that hang on the voucher that brought an asset's cost. */
export interface CostUse {
  readonly asset: { readonly name: string };
  /** The months of its depreciation that are booked. */
  readonly booked: ReadonlySet<Month>;
  /** What happened to it and stands, in the order of its days. */
  readonly events: readonly { readonly happenedOn: CalendarDay }[];
}

/**
 * Refuses to take back the voucher that brought an asset's cost while months of depreciation or something
 * that happened to it were booked over that cost: the fixed assets would go below zero.
 * @throws DomainError `assetLife.costDepreciated`, `assetLife.costInUse`
 */
export function requireCostUnused({ asset, booked, events }: CostUse): void {
  const last = events.at(-1);
  if (last !== undefined)
    throw new DomainError('assetLife.costInUse', { asset: asset.name, day: last.happenedOn });
  const month = [...booked].sort().at(-1);
  if (month !== undefined) throw new DomainError('assetLife.costDepreciated', { asset: asset.name, month });
}

/** The assets to whose cost a voucher adds. */
export function costBroughtBy(postings: readonly Posting[], roles: AccountRoles): string[] {
  const accounts = carryingAccounts(roles).map(mainCodeOf);
  const brought = postings.flatMap(({ ledgerAccount, side, assetId }) =>
    side === 'debit' && assetId !== undefined && accounts.includes(mainCodeOf(ledgerAccount))
      ? [assetId]
      : [],
  );
  return [...new Set(brought)];
}

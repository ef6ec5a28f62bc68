import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WantedRent } from '../../domain/income/closing-problems';
import type { BookedLease } from '../../domain/income/check-rents';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { termsUntilLeft } from '../../domain/income/left-lease';
import { openedByContract, type OpenedRent } from '../../domain/income/opened-rent';
import type { ContractDue, CoveredDays } from '../../domain/income/rent';
import { advanceSources } from '../../domain/income/rent-advance';
import {
  duesAsBooked,
  isWanted,
  type RentByHand,
  type RentDueStanding,
  rentStream,
  standingOfAll,
  wantedBy,
  type WaivedDue,
} from '../../domain/income/rent-states';
import { isSameIncome } from '../../domain/income/stake-income';
import { type Fen, sumFen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { type Lease, LeasesService } from '../assets/leases.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import { readDepositMoves } from './lease-money.store';
import { RentAdvanceEntity } from './rent-advance.entity';
import { RentBookingEntity } from './rent-booking.entity';
import { RentWaiverEntity, RentWaiverWithdrawalEntity } from './rent-waiver.entity';

/** A contract with its dues up to a day, and what of it is booked or kept. */
export interface LeaseStanding {
  readonly lease: Lease;
  readonly dues: readonly RentDueStanding[];
  /** The last day booked by the contract. */
  readonly bookedTo: CalendarDay | undefined;
  /** What the opening of the books says of it. */
  readonly opened: OpenedRent;
  /** Rent of years to come that was received, or kept at the opening, and not yet used. */
  readonly advance: Fen;
  /** Income of the same asset, payer and kind that was typed by hand and stands for no due of a contract. */
  readonly byHand: readonly RentByHand[];
  /** The same under another kind of income: it stands for no due, and may be one of them all the same. */
  readonly otherNames: readonly CoveredDays[];
}

/** What was said of a due, and why it was withdrawn, where it was. */
export type ToldWaiver = RentWaiverEntity & { readonly withdrawn: string | undefined };

/** What contracts make due, and how far each due is. Whatever a reversal took back is left out. */
@Injectable()
export class RentReadService {
  constructor(
    private readonly database: Database,
    private readonly leases: LeasesService,
    private readonly income: IncomeReadService,
    private readonly books: LedgerReadService,
    private readonly reentries: ReentriesService,
  ) {}

  /** Every contract with its dues up to a day. */
  async listStanding(
    collectiveId: string,
    until: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<LeaseStanding[]> {
    const leases = await this.leases.listLeases(collectiveId, db);
    if (leases.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const standing = <Row extends { readonly entryId: string }>(rows: Row[]): Row[] =>
      rows.filter(({ entryId }) => !reversed.has(entryId));
    const bookings = standing(await db.findBy(RentBookingEntity, { collectiveId }));
    const advances = standing(await db.findBy(RentAdvanceEntity, { collectiveId }));
    const waivers = standingWaivers(await this.listWaivers(collectiveId, db));
    const byLease = new Set(bookings.map(({ entryId }) => entryId));
    const owed = await this.income.listReceivables(collectiveId, db);
    const { openedOn } = await this.books.requireChain(collectiveId, db);
    const byOpening = await this.listOpened(collectiveId, { leases, owed }, db);
    const contracts = leases.map((lease) => {
      const own = bookings.filter(({ leaseId }) => leaseId === lease.id);
      const { byHand, otherNames } = typedOf(
        lease,
        owed.filter(({ entryId }) => !byLease.has(entryId)),
      );
      const kept = advances.filter(({ leaseId }) => leaseId === lease.id);
      const opened = byOpening.get(lease.id) ?? { openedOn, claims: [], advance: 0n };
      const advance = sumFen([opened.advance, ...kept.map(({ amount }) => amount)]);
      return {
        lease,
        dues: duesAsBooked({ ...lease, terms: termsUntilLeft(lease.terms, lease.asset, own) }, until, {
          bookings: own,
          byHand,
          opened,
        }),
        opened,
        books: { openedOn, bookings: own, byHand, waived: waivedOf(lease, waivers), advance },
        bookedTo: own
          .map(({ coversTo }) => coversTo)
          .sort()
          .at(-1),
        ...{ advance, otherNames },
      };
    });
    return standingOfAll(contracts);
  }

  /** By contract and voucher of the use, when the money came that dues took out of its advance. */
  async listAdvanceSources(
    collectiveId: string,
    contracts: readonly Pick<LeaseStanding, 'lease' | 'opened'>[],
    db: EntityManager,
  ): Promise<ReadonlyMap<string, ReturnType<typeof advanceSources>>> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const rows = await db.find(RentAdvanceEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const standing = rows.filter(({ entryId }) => !reversed.has(entryId));
    const entries = standing.map(({ entryId }) => entryId);
    const days = await this.books.listPostedDays(collectiveId, entries, db);
    const moved = standing.map(({ leaseId, entryId, amount }) => {
      return { leaseId, entryId, amount, on: days.get(entryId) ?? '' };
    });
    return new Map(
      contracts.map(({ lease, opened }) => {
        const atOpening = { entryId: '', on: opened.openedOn, amount: opened.advance };
        return [lease.id, advanceSources([atOpening, ...moved.filter((row) => row.leaseId === lease.id)])];
      }),
    );
  }

  /** What was ever said not to be booked, in the order of entry, with what was withdrawn of it. */
  async listWaivers(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldWaiver[]> {
    const rows = await db.find(RentWaiverEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    if (rows.length === 0) return [];
    const gone = await db.findBy(RentWaiverWithdrawalEntity, { collectiveId });
    const reasons = new Map(gone.map(({ waiverId, reason }) => [waiverId, reason]));
    return rows.map((row) => Object.assign(row, { withdrawn: reasons.get(row.id) }));
  }

  /** What contracts over an asset make due for days up to one that is neither booked nor said not to be. */
  async listUnbooked(
    collectiveId: string,
    of: { readonly assetId: string; readonly until: CalendarDay },
    db: EntityManager,
  ): Promise<ContractDue[]> {
    const contracts = await this.listStanding(collectiveId, of.until, db);
    return contracts
      .filter(({ lease }) => lease.assetId === of.assetId)
      .flatMap(({ lease: { number, tenant: payer }, dues }) =>
        dues.flatMap((due) => {
          const { from, to, amount } = due;
          return amount !== undefined && isWanted(due) ? [{ number, payer, from, to, amount }] : [];
        }),
      );
  }

  /** What contracts make due by a day that is neither booked nor said not to be, the oldest first. */
  async listWanted(collectiveId: string, until: CalendarDay, db?: EntityManager): Promise<WantedRent[]> {
    const contracts = await this.listStanding(collectiveId, until, db);
    return contracts.flatMap(({ lease, dues }) =>
      wantedBy(dues, until).map(({ from, to, amount }) => ({
        ...{ leaseId: lease.id, number: lease.number, from, to, amount },
      })),
    );
  }

  /** Every contract with what stands booked of it, as a check holds the two against each other. */
  async listBooked(collectiveId: string, db: EntityManager): Promise<BookedLease[]> {
    const leases = await this.leases.listLeases(collectiveId, db);
    if (leases.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const rows = await db.findBy(RentBookingEntity, { collectiveId });
    const owed = await this.income.listReceivables(collectiveId, db);
    const byOpening = await this.listOpened(collectiveId, { leases, owed }, db);
    const { openedOn } = await this.books.requireChain(collectiveId, db);
    const standing = rows.filter(({ entryId }) => !reversed.has(entryId));
    const bookingsOf = (id: string) => standing.filter(({ leaseId }) => leaseId === id);
    return leases.map(({ id, number, terms, turnovers, asset }) => ({
      ...{ number, terms: termsUntilLeft(terms, asset, bookingsOf(id)), turnovers },
      opened: byOpening.get(id) ?? { openedOn, claims: [], advance: 0n },
      bookings: bookingsOf(id),
    }));
  }

  /** What the opening of the books says of each contract: who owed, and who had paid ahead. */
  private async listOpened(
    collectiveId: string,
    books: { readonly leases: readonly Lease[]; readonly owed: readonly ReceivableState[] },
    db: EntityManager,
  ): Promise<ReadonlyMap<string, OpenedRent>> {
    const { openedOn } = await this.books.requireChain(collectiveId, db);
    const owed = books.owed
      .filter(({ atOpening }) => atOpening)
      .map(({ aboutPeriod: month, ...each }) => ({ ...each, month }));
    const advances = await this.income.listOpenedAdvances(collectiveId, db);
    const contracts = books.leases.map((lease) => ({ ...lease, stream: rentStream(lease) }));
    return openedByContract(contracts, { openedOn, owed, advances });
  }

  /** Whose each contract is, by its id. */
  async listTenants(collectiveId: string, db: EntityManager): Promise<ReadonlyMap<string, string>> {
    const leases = await this.leases.listLeases(collectiveId, db);
    return new Map(leases.map(({ id, tenantId }) => [id, tenantId]));
  }

  /** By contract, what of its deposit the opening of the books brought. */
  listOpenedDeposits(
    collectiveId: string,
    db: EntityManager,
  ): ReturnType<LeasesService['listOpenedDeposits']> {
    return this.leases.listOpenedDeposits(collectiveId, db);
  }

  /** Whether of the deposit that an entry brought something has gone since. */
  async isDepositGone(tx: EntityManager, collectiveId: string, entryId: string): Promise<boolean> {
    const rows = await readDepositMoves(tx, collectiveId, entryId);
    const [first] = rows;
    if (first === undefined) return false;
    const reversed = await this.books.listReversedIds(collectiveId, tx);
    const opened = (await this.listOpenedDeposits(collectiveId, tx)).get(first.leaseId);
    const others = rows.filter((row) => row.entryId !== entryId && !reversed.has(row.entryId));
    return sumFen([opened?.amount ?? 0n, ...others.map(({ amount }) => amount)]) < 0n;
  }

  /** Everything owed to the collective, of contracts or not. */
  listOwed(db: EntityManager, collectiveId: string): Promise<ReceivableState[]> {
    return this.income.listReceivables(collectiveId, db);
  }

  /** What has not come of everything owed, by the entry that booked it. */
  async outstandingByEntry(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, Fen>> {
    const owed = await this.income.listReceivables(collectiveId, db);
    return new Map(owed.map((each) => [each.entryId, each.outstanding]));
  }

  /** The dues of a contract that are booked, as they are owed, the last one last. */
  async listOwedDues(
    collectiveId: string,
    dues: readonly RentDueStanding[],
    db: EntityManager = this.database.reader,
  ): Promise<ReceivableState[]> {
    const booked = dues.flatMap((due) => (due.state === 'booked' ? [due.entryId] : []));
    const owed = booked.length === 0 ? [] : await this.income.listReceivables(collectiveId, db);
    return booked.flatMap((id) => owed.find(({ entryId }) => entryId === id) ?? []);
  }

  /** The reversed voucher of a due whose place is free: what is booked of it again takes it. */
  async findReplaced(
    tx: EntityManager,
    of: { readonly collectiveId: string; readonly leaseId: string; readonly coversFrom: CalendarDay },
  ): Promise<string | undefined> {
    const rows = await tx.find(RentBookingEntity, { where: { ...of }, order: { id: 'ASC' } });
    const booked = rows.map(({ entryId }) => entryId);
    return this.reentries.findReenterable(of.collectiveId, booked, tx);
  }

  /** One contract with its dues up to a day, its last one where none is named. @throws `lease.unknown` */
  async requireStanding(
    collectiveId: string,
    at: { readonly leaseId: string; readonly until?: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<LeaseStanding> {
    const { terms } = await this.leases.requireLease(collectiveId, at.leaseId, db);
    const all = await this.listStanding(collectiveId, at.until ?? terms.lastOn, db);
    const found = all.find(({ lease }) => lease.id === at.leaseId);
    return found ?? Promise.reject(new Error('a contract that is there is listed'));
  }
}

/** What was typed by hand of a contract's asset and tenant: as its kind of income, and as another one. */
function typedOf(
  lease: Lease,
  owed: readonly ReceivableState[],
): { readonly byHand: RentByHand[]; readonly otherNames: CoveredDays[] } {
  const own = owed.flatMap(({ assetId, counterparty, stream, covers, amount, entryId }) =>
    assetId === lease.assetId && counterparty === lease.tenantId && covers !== undefined
      ? [{ ...covers, stream, payer: lease.tenant, amount, entryId }]
      : [],
  );
  const isOwnKind = ({ stream }: { readonly stream: string }): boolean =>
    isSameIncome(stream, rentStream(lease));
  return { byHand: own.filter(isOwnKind), otherNames: own.filter((line) => !isOwnKind(line)) };
}

/** Those that nobody withdrew. */
export function standingWaivers(told: readonly ToldWaiver[]): ToldWaiver[] {
  return told.filter(({ withdrawn }) => withdrawn === undefined);
}

function waivedOf({ id }: Lease, waivers: readonly ToldWaiver[]): WaivedDue[] {
  return waivers
    .filter(({ leaseId }) => leaseId === id)
    .map(({ coversFrom: from, coversTo: to, amount, reason }) => ({ from, to, amount, reason }));
}

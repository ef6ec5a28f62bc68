import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type LeaseChange,
  type LeaseTerms,
  type LinkageDuties,
  termsAfter,
  type TurnoverReport,
} from '../../domain/assets/lease';
import type { EntryMattersForm } from '../../domain/assets/entry-matters';
import type { ToldReport } from '../../domain/assets/linkage';
import type { EndedLease } from '../../domain/assets/resume-lease';
import { standingReports } from '../../domain/assets/lease-schedule';
import { withoutAssetProblems } from '../../domain/assets/lease-without-asset';
import { type LeaseForm, type OtherLease, readLease } from '../../domain/assets/read-lease';
import {
  type LeaseChangeForm,
  readLeaseChange,
  readTurnover,
  type TurnoverForm,
} from '../../domain/assets/read-lease-change';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { AssetsService } from './assets.service';
import type { RuledEntry } from './entry-rules.service';
import { notKeptProblems } from './custodies.store';
import { LeaseChangeEntity } from './lease-change.entity';
import { readReports } from './lease-reports.store';
import { type ContractOf, dutiesOf, readManyContracts } from './many-contracts.store';
import { type OpenedDeposit, openedDepositsOf } from './opened-deposits';
import { LeaseTurnoverEntity } from './lease-turnover.entity';
import { LeaseEntity } from './lease.entity';

export type { ContractOf } from './many-contracts.store';

/** A change as it was said: by whom, when, why. */
export type SaidChange = LeaseChange & {
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAt: string;
};

/** A contract as typed, with answers where a document asks for them. */
export type NewLeaseForm = LeaseForm & { readonly matters?: EntryMattersForm };

/** A contract over an asset as it is now. */
export interface Lease {
  readonly id: string;
  readonly number: string;
  readonly assetId: string;
  readonly asset: Asset;
  /** Which part of the asset; blank for all of it. */
  readonly part: string;
  /** The tenant's id among the counterparties, and the name. */
  readonly tenantId: string;
  readonly tenant: string;
  readonly signedOn: CalendarDay;
  /** As they are after every change. */
  readonly terms: LeaseTerms;
  readonly changes: readonly SaidChange[];
  readonly turnovers: readonly (TurnoverReport & { readonly paper: string })[];
  readonly deposit: Fen;
  readonly duties: LinkageDuties;
  /** What was reported of the promised work and wages, withdrawn or not. */
  readonly reports: readonly ToldReport[];
  readonly remarks: string;
}

/** What is booked of a contract, as the step that books it says: no change reaches a day of it. */
export interface BookedOf {
  readonly leaseId: string;
  readonly bookedTo: CalendarDay | undefined;
  /** What was built on an early end. */
  readonly onEnd: Omit<EndedLease, 'signed' | 'changes'>;
}

/** The contracts over assets: as they were signed, and what changed them since. */
@Injectable()
export class LeasesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
  ) {}

  /**
   * Keeps a contract as it was signed.
   * @throws FormProblems `lease.*`, `form.*`, `money.*`, `calendar.*`; DomainError `assets.unknown`
   */
  addLease(collectiveId: string, form: NewLeaseForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await this.listLeases(collectiveId, tx);
        const known = { today: this.clock.today(), numbersTaken: all.map((each) => each.number) };
        refuseProblems(withoutAssetProblems(form, known));
        const asset = await this.assets.requireLettable(collectiveId, form.assetId, tx);
        const { lease, problems } = readLease(form, {
          ...known,
          acquiredOn: asset.acquiredOn,
          ...{ leftOn: asset.leftOn, suspendedOn: asset.suspendedOn },
          others: othersOf(all, { assetId: asset.id }),
        });
        refuseProblems([
          ...problems,
          ...(await notKeptProblems(tx, collectiveId, { asset, terms: lease.terms })),
        ]);
        const id = newId();
        await this.assets.requireAllowed(tx, collectiveId, leaseEntry({ id, lease, form, by: command.by }));
        const { terms, duties, deposit, ...rest } = lease;
        const names = await this.ledger.registerCounterparties(tx, collectiveId, [lease.tenant]);
        await insertRecorded(tx, LeaseEntity, {
          ...{ collectiveId, id, assetId: asset.id, ...rest },
          ...{ tenant: names.idOf(lease.tenant), terms, deposit },
          jobs: duties.jobs ?? null,
          wages: duties.wagesPerYear ?? null,
          linkageFor: duties.for ?? null,
          enteredBy: command.by,
          enteredAt: this.clock.now(),
        });
        return { id };
      },
      onceOf(command, 'leases.add', form),
    );
  }

  /**
   * Every contract as it is now, in the order in which they were entered. One whose asset is gone from the
   * register is left out: what it is over nobody knows, and the frame of every page says that a row is lost.
   */
  async listLeases(collectiveId: string, db: EntityManager = this.database.reader): Promise<Lease[]> {
    const rows = await db.find(LeaseEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    if (rows.length === 0) return [];
    const changes = await db.find(LeaseChangeEntity, {
      where: { collectiveId },
      order: { leaseId: 'ASC', changeNumber: 'ASC' },
    });
    const turnovers = await db.find(LeaseTurnoverEntity, {
      where: { collectiveId },
      order: { leaseId: 'ASC', periodFrom: 'ASC', reportNumber: 'ASC' },
    });
    const reports = await readReports(db, collectiveId);
    const names = await this.books.listCounterparties(collectiveId, db);
    const registered = await this.assets.listAssets(collectiveId, db);
    return rows.flatMap((row): Lease[] => {
      const asset = registered.find((each) => each.asset.id === row.assetId)?.asset;
      if (asset === undefined) return [];
      const own = changes.filter(({ leaseId }) => leaseId === row.id);
      const lease = {
        ...{ id: row.id, number: row.number, assetId: row.assetId, asset, part: row.part },
        ...{ tenantId: row.tenant, tenant: names.nameOf(row.tenant), signedOn: row.signedOn },
        terms: termsAfter(
          row.terms,
          own.map(({ change }) => change),
        ),
        changes: own.map(({ change, reason, changedBy, changedAt }) => ({
          ...change,
          ...{ reason, changedBy, changedAt },
        })),
        turnovers: standingReports(
          row.terms,
          own.map(({ change, changedAt }) => ({ ...change, changedAt })),
          turnovers.filter(({ leaseId }) => leaseId === row.id),
        ),
        deposit: row.deposit,
        duties: dutiesOf(row),
        reports: reports.get(row.id) ?? [],
        remarks: row.remarks,
      };
      return [lease];
    });
  }

  /** What figures of many villages ask of their contracts, read together. */
  listContractsOf(ids: readonly string[]): Promise<ContractOf[]> {
    return readManyContracts(this.database.reader, ids);
  }

  /** @throws DomainError `lease.unknown` */
  async requireLease(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<Lease> {
    const lease = (await this.listLeases(collectiveId, db)).find((each) => each.id === id);
    if (lease === undefined) throw new DomainError('lease.unknown', { leaseId: id });
    return lease;
  }

  /** By contract, what of its deposit the opening of the books brought, and the opening's voucher. */
  async listOpenedDeposits(
    collectiveId: string,
    db: EntityManager,
  ): Promise<ReadonlyMap<string, OpenedDeposit>> {
    const leases = (await this.listLeases(collectiveId, db)).filter(({ deposit }) => deposit > 0n);
    if (leases.length === 0) return new Map();
    return openedDepositsOf(db, { collectiveId, leases, books: this.books });
  }

  /**
   * Keeps a change, an early end or a renewal, inside the transaction of who knows what is booked.
   * @throws FormProblems `lease.*`, `form.*`, `money.*`, `calendar.*`
   */
  async keepChange(
    tx: EntityManager,
    collectiveId: string,
    change: BookedOf & { readonly form: LeaseChangeForm; readonly by: string },
  ): Promise<void> {
    const { leaseId, bookedTo, onEnd, form, by } = change;
    const all = await this.listLeases(collectiveId, tx);
    const lease = await this.requireLease(collectiveId, leaseId, tx);
    const { terms, part, asset, changes } = lease;
    const { terms: signed } = await tx.findOneByOrFail(LeaseEntity, { collectiveId, id: leaseId });
    const { change: read, problems } = readLeaseChange(form, {
      ...{ terms, part, bookedTo, others: othersOf(all, lease) },
      ...{ leftOn: asset.leftOn, suspendedOn: asset.suspendedOn },
      ended: { signed, changes, ...onEnd },
    });
    refuseProblems(problems);
    await insertRecorded(tx, LeaseChangeEntity, {
      ...{ collectiveId, leaseId, changeNumber: lease.changes.length + 1, change: read },
      ...{ reason: form.reason.trim(), changedBy: by, changedAt: this.clock.now() },
    });
  }

  /** Keeps a report of the tenant's turnover, as {@link keepChange} does. @throws FormProblems `lease.*` */
  async keepTurnover(
    tx: EntityManager,
    collectiveId: string,
    reported: Pick<BookedOf, 'leaseId'> & {
      /** The first days of its dues that are booked. */
      readonly booked: readonly CalendarDay[];
      readonly form: TurnoverForm;
      readonly by: string;
    },
  ): Promise<void> {
    const { leaseId, booked, form, by } = reported;
    const lease = await this.requireLease(collectiveId, leaseId, tx);
    const { report, problems } = readTurnover(form, {
      terms: lease.terms,
      booked,
      today: this.clock.today(),
    });
    refuseProblems(problems);
    const earlier = lease.turnovers.filter(({ periodFrom }) => periodFrom === report.periodFrom);
    await insertRecorded(tx, LeaseTurnoverEntity, {
      ...{ collectiveId, leaseId, ...report, reportNumber: earlier.length + 1 },
      ...{ paper: form.turnoverPaper.trim(), reportedBy: by, reportedAt: this.clock.now() },
    });
  }
}

/** The contracts over the same asset beside one of it. */
function othersOf(
  all: readonly Lease[],
  lease: { readonly id?: string; readonly assetId: string },
): OtherLease[] {
  return all
    .filter(({ id, assetId, terms }) => assetId === lease.assetId && id !== lease.id && hasDays(terms))
    .map(({ number, part, terms }) => ({ number, part, firstOn: terms.firstOn, lastOn: terms.lastOn }));
}

/** A contract that never came into force has leased no day. */
function hasDays({ firstOn, lastOn }: LeaseTerms): boolean {
  return firstOn <= lastOn;
}

/**
 * A new contract as the document in force on the day it was signed looks at it: its terms are its schedule.
 */
function leaseEntry(given: {
  readonly id: string;
  readonly lease: { readonly number: string; readonly tenant: string; readonly signedOn: CalendarDay };
  readonly form: NewLeaseForm;
  readonly by: string;
}): RuledEntry & { readonly by: string } {
  const { id, lease, form, by } = given;
  const about = { kind: 'lease' as const, id, name: `${lease.number} ${lease.tenant}`.trim() };
  const facts = { schedule: 'yes', new: 'yes' };
  return {
    ...{ day: lease.signedOn, about, subjects: ['contract'], typed: form.matters, by },
    recordsOf: () => [{ subject: 'contract', about, applies: true, facts }],
  };
}

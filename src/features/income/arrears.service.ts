import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import {
  type Arrears,
  arrearsOn,
  type LateParts,
  lateParts,
  readReminder,
  type ReminderForm,
} from '../../domain/income/arrears';
import { type BrokenDue, brokenDues } from '../../domain/income/due-rules';
import type { AdvanceMove } from '../../domain/income/rent-advance';
import { rentStream } from '../../domain/income/rent-states';
import { unbookedOf } from '../../domain/income/unbooked-rent';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { VillageRulesService } from '../assets/village-rules.service';
import { ArrearsReminderEntity } from './arrears-reminder.entity';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import type { CameOf } from './receivables.store';
import { type LeaseStanding, RentReadService } from './rent-read.service';

/** After every due of any contract. */
const LAST_DAY = '2199-12-31';

/** Who owes, and for which asset. */
export interface Debtor {
  readonly counterparty: string;
  readonly assetId: string;
}

export type ReminderRow = ArrearsReminderEntity;

/** Income owed: what stands in the books, and what a contract makes due before anybody has booked it. */
export type OwedItem = Pick<ReceivableState, 'id' | 'assetId' | 'counterparty' | 'payer' | 'stream'> &
  Pick<ReceivableState, 'covers' | 'aboutPeriod' | 'dueOn' | 'amount' | 'receipts'> & {
    /** When it was booked; absent of a due that is not. */
    readonly bookedOn?: CalendarDay;
    /** The contract that makes it due; undefined where none does. */
    readonly contractId?: string | undefined;
    /** The same of a due that is not booked. */
    readonly leaseId?: string;
    /** It is the return that was agreed on what was invested, under whatever kind of income it is booked. */
    readonly isAgreedReturn?: boolean;
  };

/**
 * What one other owes for one asset, when he was reminded, the last time first, and the line of the document
 * in force that it does not keep.
 */
export type RemindedArrears = Arrears<OwedItem> & {
  readonly reminders: readonly ReminderRow[];
  readonly broken: BrokenDue | undefined;
};

/** What is late, by whom, for how many days; and that they were reminded. */
@Injectable()
export class ArrearsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly income: IncomeReadService,
    private readonly rents: RentReadService,
    private readonly rules: VillageRulesService,
  ) {}

  /** What is late as of a day, the longest late first. */
  async listArrears(
    collectiveId: string,
    on: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<RemindedArrears[]> {
    const owed = await this.listOwed(collectiveId, on, db);
    const reminders = await db.find(ArrearsReminderEntity, {
      where: { collectiveId },
      order: { remindedOn: 'DESC', id: 'DESC' },
    });
    const late = arrearsOn(owed, on);
    const ruled = late.length === 0 ? undefined : await this.rules.ruledBy(collectiveId, on, db);
    const document = ruled && { pack: ruled.pack, local: ruled.numbers };
    return late.map((each) => ({
      ...each,
      broken: document && each.items.flatMap((item) => brokenDues(item.owed, document, on))[0],
      reminders: reminders.filter((row) => isOf(row, each) && row.remindedOn <= on),
    }));
  }

  /** Every contract with its dues of all days, and what is late of each and beside them as of a day. */
  async listContracts(
    collectiveId: string,
    on: CalendarDay,
  ): Promise<{ leases: LeaseStanding[]; late: LateParts }> {
    const leases = await this.rents.listStanding(collectiveId, LAST_DAY);
    const owed = await this.listOwed(collectiveId, on, this.database.reader);
    return { leases, late: lateParts(arrearsOn(owed, on)) };
  }

  /** Every contract with its dues by a day, and all income that is owed by it, booked or not. */
  async listDue(
    collectiveId: string,
    by: CalendarDay,
    db: EntityManager,
  ): Promise<{ leases: LeaseStanding[]; owed: OwedItem[] }> {
    const leases = await this.rents.listStanding(collectiveId, by, db);
    return { leases, owed: await this.listOwed(collectiveId, by, db) };
  }

  /** What one owes for one asset as of a day. @throws DomainError `arrears.unknown` where nothing is late */
  async requireArrears(collectiveId: string, debtor: Debtor, on: CalendarDay): Promise<RemindedArrears> {
    const found = (await this.listArrears(collectiveId, on)).find((each) => isOf(each, debtor));
    if (found === undefined) throw new DomainError('arrears.unknown');
    return found;
  }

  /**
   * Keeps that somebody was reminded of what was late on that day.
   * @throws FormProblems `arrears.*`, `form.*`, `calendar.*`
   */
  recordReminder(
    collectiveId: string,
    asked: { readonly debtor: Debtor; readonly form: ReminderForm },
    command: Command,
  ): Promise<{ id: string }> {
    const { debtor, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const today = this.clock.today();
        const owed = await this.listOwed(collectiveId, today, tx);
        const lateOn = (day: CalendarDay) => {
          const late = arrearsOn(owed, day).filter((each) => isOf(each, debtor));
          return sumFen(late.map(({ outstanding }) => outstanding));
        };
        const { reminder, problems } = readReminder(form, { today, lateOn });
        refuseProblems(problems);
        const id = newId();
        await insertRecorded(tx, ArrearsReminderEntity, {
          ...{ collectiveId, id, ...debtor, ...reminder, amount: lateOn(reminder.remindedOn) },
          ...{ recordedBy: command.by, recordedAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'arrears.remind', asked),
    );
  }

  private async listOwed(collectiveId: string, until: CalendarDay, db: EntityManager): Promise<OwedItem[]> {
    const booked = await this.income.listReceivables(collectiveId, db);
    const contracts = await this.rents.listStanding(collectiveId, until, db);
    const contractOf = new Map(contracts.flatMap(bookedByContract));
    const agreed = new Set(contracts.filter(isAgreedReturn).map(({ lease }) => lease.id));
    const sources = await this.rents.listAdvanceSources(collectiveId, contracts, db);
    const named = booked.map((row) => {
      const { contractId, knownOn } = contractOf.get(row.entryId) ?? {};
      const dueOn = laterOf(row.dueOn, knownOn);
      const receipts = row.receipts.flatMap((each) => cameOf(each, sources.get(contractId ?? '')));
      return {
        ...{ ...row, receipts, dueOn, contractId },
        isAgreedReturn: contractId !== undefined && agreed.has(contractId),
      };
    });
    return [...named, ...contracts.flatMap(owedByContract)];
  }
}

/** Rent booked out of an advance had come when the advance did, not on the day of its voucher. */
function cameOf(receipt: CameOf, sources: ReadonlyMap<string, readonly AdvanceMove[]> | undefined): CameOf[] {
  const moves = sources?.get(receipt.entryId);
  return moves?.map(({ on, amount }) => ({ ...receipt, receivedOn: on, amount })) ?? [receipt];
}

function isAgreedReturn({ lease }: Pick<LeaseStanding, 'lease'>): boolean {
  return lease.terms.type === 'agreedReturn';
}

function isOf(one: Debtor, other: Debtor): boolean {
  return one.counterparty === other.counterparty && one.assetId === other.assetId;
}

/** The contract that makes an entry's income due, and the day before which its figure was not to be known. */
interface Maker {
  readonly contractId: string;
  readonly knownOn?: CalendarDay;
}

/** By the entries that stand for its dues, also one that was typed by hand. */
function bookedByContract({ lease, dues }: LeaseStanding): (readonly [entryId: string, by: Maker])[] {
  const isShare = lease.terms.type === 'turnover';
  return dues.flatMap((due) => {
    const by = { contractId: lease.id, ...(isShare ? { knownOn: due.dueOn } : {}) };
    return due.state === 'booked' ? [[due.entryId, by] as const] : [];
  });
}

/** A share of turnover that was booked with an earlier day is not late for days on which nobody knew it. */
function laterOf(dueOn: CalendarDay | undefined, knownOn: CalendarDay | undefined): CalendarDay | undefined {
  return dueOn !== undefined && knownOn !== undefined && knownOn > dueOn ? knownOn : dueOn;
}

function owedByContract({ lease, dues }: LeaseStanding): OwedItem[] {
  const { id: leaseId, assetId, tenantId: counterparty, tenant: payer } = lease;
  return unbookedOf(dues).map((due) => ({
    ...due,
    ...{
      id: `${leaseId}:${due.covers.from}:${due.dueOn}`,
      leaseId,
      contractId: leaseId,
      assetId,
      counterparty,
      payer,
      receipts: [],
    },
    ...{ stream: rentStream(lease), aboutPeriod: monthOf(due.covers.from) },
    isAgreedReturn: isAgreedReturn({ lease }),
  }));
}

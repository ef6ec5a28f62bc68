import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { Custody, CustodyEndForm, CustodyForm } from '../../domain/assets/custody';
import type { Borne, CustodyBearersForm, Days, UsedDays } from '../../domain/assets/custody-bearers';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import {
  CUSTODY_PAYMENT,
  type CustodyPaymentForm,
  leastOwed,
  readCustodyPayment,
} from '../../domain/income/custody-parts';
import { depositReturnedPostings } from '../../domain/income/deposit-postings';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { CustodiesService } from '../assets/custodies.service';
import { LedgerService } from '../ledger/ledger.service';
import { CustodyCostEntity, CustodyPaymentEntity } from './custody-due.entity';
import { type CustodyStanding, CustodyDuesService } from './custody-dues.service';
import { IncomeReadService } from './income-read.service';
import type { RecordedIncome } from './income.service';

/** Of which asset, or under which agreement of it. */
export interface CustodyAsked<Form> {
  readonly assetId: string;
  readonly custodyId: string;
  readonly form: Form;
}

/** An agreement with what stands under it. */
export type CustodyWhole = Custody & CustodyStanding;

/** What an owner still waits for, and of which asset. */
export interface OwedToOwner {
  readonly custodyId: string;
  readonly asset: Asset;
  readonly amount: Fen;
}

/** What an owner is to be paid, and what of costs that he bears was not kept back from him yet. */
export interface OwnersPayment {
  readonly custody: CustodyWhole;
  readonly form: CustodyPaymentForm;
  readonly toBear: Fen;
  readonly by: string;
}

/** What is agreed with owners of what the village keeps or runs, and what they are paid. */
@Injectable()
export class CustodyActsService {
  constructor(
    private readonly database: Database,
    private readonly custodies: CustodiesService,
    private readonly dues: CustodyDuesService,
    private readonly reading: IncomeReadService,
    private readonly ledger: LedgerService,
  ) {}

  /** An asset with its agreements, in the order of their days. @throws DomainError `assets.unknown` */
  async listOf(
    collectiveId: string,
    assetId: string,
    db: EntityManager = this.database.reader,
  ): Promise<{ readonly asset: Asset; readonly custodies: readonly CustodyWhole[] }> {
    const asset = await this.custodies.requireAsset(collectiveId, assetId, db);
    const custodies: CustodyWhole[] = [];
    for (const custody of await this.custodies.list(collectiveId, assetId, db)) {
      custodies.push({ ...custody, ...(await this.dues.standingOf(db, collectiveId, custody)) });
    }
    return { asset, custodies };
  }

  /** Every agreement, with what stands under it and its asset. */
  async listAll(
    collectiveId: string,
    db: EntityManager,
  ): Promise<{ readonly custody: CustodyWhole; readonly asset: Asset }[]> {
    const all: { custody: CustodyWhole; asset: Asset }[] = [];
    for (const custody of await this.dues.listAgreements(collectiveId, db)) {
      const asset = await this.custodies.requireAsset(collectiveId, custody.assetId, db);
      const standing = await this.dues.standingOf(db, collectiveId, custody);
      all.push({ custody: { ...custody, ...standing }, asset });
    }
    return all;
  }

  /** What came for owners by a day, and was passed on neither by it nor later, by agreement. */
  async listToPassOn(
    collectiveId: string,
    by: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<OwedToOwner[]> {
    const found: OwedToOwner[] = [];
    for (const { custody, asset } of await this.listAll(collectiveId, db)) {
      const amount = leastOwed(custody.moves, by);
      if (amount > 0n) found.push({ custodyId: custody.id, asset, amount });
    }
    return found;
  }

  /**
   * Keeps an agreement as it was signed.
   * @throws FormProblems `custody.*`, `lease.*`, `form.*`; DomainError `assets.unknown`, `custody.notForKind`
   */
  agree(
    collectiveId: string,
    asked: Omit<CustodyAsked<CustodyForm>, 'custodyId'>,
    command: Command,
  ): Promise<{ id: string }> {
    const { assetId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const booked = await this.bookedDays(tx, collectiveId, assetId);
        return this.custodies.keep(tx, collectiveId, { assetId, form, booked, by: command.by });
      },
      onceOf(command, 'custody.agree', asked),
    );
  }

  /** Ends it early. @throws FormProblems `custody.*`, `form.*`; DomainError `custody.unknown` */
  end(collectiveId: string, asked: CustodyAsked<CustodyEndForm>, command: Command): Promise<{ id: string }> {
    const { assetId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const custody = await this.requireCustody(tx, collectiveId, asked);
        const { costs } = await this.dues.standingOf(tx, collectiveId, custody);
        const booked = [...(await this.bookedDays(tx, collectiveId, assetId)), ...costs.map(daysOf)];
        await this.custodies.keepEnd(tx, collectiveId, { custody, form, booked, by: command.by });
        return { id: custody.id };
      },
      onceOf(command, 'custody.end', asked),
    );
  }

  /**
   * Keeps who bears the tax, or the costs, from a day on.
   * @throws FormProblems `custody.bearers*`, `custody.costsUsed`, `form.*`; DomainError `custody.unknown`
   */
  sayBearers(
    collectiveId: string,
    asked: CustodyAsked<CustodyBearersForm>,
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const custody = await this.requireCustody(tx, collectiveId, asked);
        const { dues, costs } = await this.dues.standingOf(tx, collectiveId, custody);
        const tax = dues
          .filter((due) => due.tax !== undefined)
          .map(({ receivable: { coversFrom, coversTo } }) => ({
            from: coversFrom ?? '',
            to: coversTo ?? '',
          }));
        const used: Readonly<Record<Borne, UsedDays[]>> = { tax, costs: costs.map(daysOf) };
        const { form } = asked;
        await this.custodies.keepBearers(tx, collectiveId, { custody, form, used, by: command.by });
        return { id: custody.id };
      },
      onceOf(command, 'custody.bearers', asked),
    );
  }

  /**
   * Pays an owner what came for him: Dr payable / Cr bank (2023: 211 / 102); inside the transaction of who
   * knows what of costs he has to bear.
   * @throws FormProblems `custody.*`, `money.*`; DomainError `period.*`, `ledger.noMoney`
   */
  async pay(tx: EntityManager, collectiveId: string, act: OwnersPayment): Promise<RecordedIncome> {
    const { custody, form, toBear, by } = act;
    const { id: custodyId, owner, assetId, moves } = custody;
    const { name, pool } = await this.custodies.requireAsset(collectiveId, assetId, tx);
    const { payment, problems } = readCustodyPayment(form, moves, toBear);
    refuseProblems(problems);
    const { paidOn, amount, attachments } = payment;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const id = newId();
    const entry = {
      ...{ event: 'income.custodyPaid', postedOn: paidOn, statementOn: paidOn, attachments },
      aboutPeriod: monthOf(paidOn),
      summary: voucherSummaries.custodyPaid(name),
      source: { kind: CUSTODY_PAYMENT, id },
      postings: depositReturnedPostings({ amount, pool, counterparty: owner }, roles),
    };
    const voucher = await this.ledger.post(tx, collectiveId, { ...entry, preparedBy: by });
    await this.ledger.requireMoney(tx, collectiveId, entry);
    const { entryId } = voucher;
    const payments = { collectiveId, id, custodyId, paidOn, amount, entryId };
    await insertRecorded(tx, CustodyPaymentEntity, payments);
    return { id, voucher };
  }

  /** An agreement of an asset with what stands under it. @throws DomainError `custody.unknown` */
  async requireWhole(
    db: EntityManager,
    collectiveId: string,
    asked: Omit<CustodyAsked<unknown>, 'form'>,
  ): Promise<CustodyWhole> {
    const custody = await this.requireCustody(db, collectiveId, asked);
    return { ...custody, ...(await this.dues.standingOf(db, collectiveId, custody)) };
  }

  /** Keeps what of a cost was kept back from an owner, beside its voucher. */
  async keepCost(tx: EntityManager, row: CustodyCostEntity): Promise<void> {
    await insertRecorded(tx, CustodyCostEntity, row);
  }

  private async requireCustody(
    tx: EntityManager,
    collectiveId: string,
    { assetId, custodyId }: Omit<CustodyAsked<unknown>, 'form'>,
  ): Promise<Custody> {
    const found = (await this.custodies.list(collectiveId, assetId, tx)).find(({ id }) => id === custodyId);
    if (found === undefined) throw new DomainError('custody.unknown', { custodyId });
    return found;
  }

  private async bookedDays(tx: EntityManager, collectiveId: string, assetId: string): Promise<Days[]> {
    const covered = await this.reading.listCoveredDays(collectiveId, assetId, tx);
    return covered.map(({ from, to }) => ({ from, to }));
  }
}

function daysOf({ firstOn: from, lastOn: to, costKind }: CustodyCostEntity): UsedDays {
  return { from, to, costKind: costKind ?? undefined };
}

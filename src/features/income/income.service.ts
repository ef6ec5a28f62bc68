import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { custodyDuePostings } from '../../domain/income/custody-parts';
import { duePostings, type ReceivablePart, slipPostings } from '../../domain/income/postings';
import type { IncomeNature, NatureForm } from '../../domain/income/income-nature';
import { type IncomeDue, type IncomeDueForm, readIncomeDue } from '../../domain/income/rent';
import type { Settlement, SettlementForm } from '../../domain/income/settlement';
import { GRID } from '../../domain/ledger/counterparty';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { IncomeGroundService } from './income-ground.service';
import { keepNature } from './income-natures.store';
import { IncomeReadService, type SettlementRow } from './income-read.service';
import { insertOwed, type Owed, type OwedTax } from './receivables.store';
import { isKeepers } from './keepers-mark';
import type { OwnSlip, ReadSlip } from './own-slip';
import { ownPart, requireSettlement, settlementColumns } from './settlement-slip';
import { SettlementEntity } from './settlement.entity';
import { keepBeside, readingsOf } from './slip-readings.store';
import { StationFactsService } from './station-facts.service';

/** Income that was owed when the books opened. */
export interface OwedAtOpening extends ReceivablePart {
  readonly dueOn?: CalendarDay;
}

/** A slip of a station as typed; an imported one says where it stood, and that is kept with it. */
export type SlipForm = SettlementForm & { readonly assetId: string; readonly file?: string };

/** A slip that was entered; without a voucher where no energy and no money came of it. */
export interface RecordedSettlement {
  readonly id: string;
  readonly voucher: BookedEntry | undefined;
}

export interface RecordedIncome {
  readonly id: string;
  readonly voucher: BookedEntry;
}

/** Income as it falls due: settlement slips of the grid, rent, and what was owed when the books opened. */
@Injectable()
export class IncomeService {
  constructor(
    private readonly database: Database,
    private readonly ground: IncomeGroundService,
    private readonly reading: IncomeReadService,
    private readonly ledger: LedgerService,
    private readonly stations: StationFactsService,
  ) {}

  /**
   * Takes over income that was owed when the books opened, so that a later receipt clears it. The opening
   * voucher has booked it already.
   * @param opened the voucher, and the opening it came from
   */
  async takeOver(
    tx: EntityManager,
    collectiveId: string,
    opened: { readonly id: string; readonly entryId: string; readonly owed: readonly OwedAtOpening[] },
  ): Promise<void> {
    const { id, entryId } = opened;
    const named = opened.owed.flatMap(({ counterparty }) => counterparty ?? []);
    const payers = await this.ledger.registerCounterparties(tx, collectiveId, named);
    for (const { dueOn, ...owed } of opened.owed) {
      const part = payers.byId(owed);
      await this.owe(tx, collectiveId, { part, kind: 'opening', id, entryId, due: { dueOn } });
    }
  }

  /**
   * Enters a settlement slip and books what the grid owes: energy fee and subsidy as two receivables. Of a
   * joint station's slip the own line is booked, split by the running total over the share table in force
   * in the month of generation. A month without generation is kept with nothing booked.
   * @throws FormProblems `settlement.*`, DomainError `settlement.notAStation`, `shares.*`, `period.*`
   */
  recordSettlement(collectiveId: string, form: SlipForm, command: Command): Promise<RecordedSettlement> {
    return this.database.inTransaction(
      collectiveId,
      (tx) => this.settle(tx, collectiveId, { form, by: command.by }),
      onceOf(command, 'income.settlement', form),
    );
  }

  /** The same within a transaction that enters several. */
  async settle(
    tx: EntityManager,
    collectiveId: string,
    { form, by }: { readonly form: SlipForm; readonly by: string },
  ): Promise<RecordedSettlement> {
    const { registered, slips, ...read } = await this.requireSlip(tx, collectiveId, form);
    const own = ownPart(read.settlement, registered, slips);
    return this.bookSettlement(tx, collectiveId, { form, ...read, own, asset: registered.asset, by });
  }

  /**
   * Reads a slip against its station, its meter and the slips beside it.
   * @throws FormProblems `settlement.*`
   */
  async requireSlip(tx: EntityManager, collectiveId: string, form: SlipForm): Promise<ReadSlip> {
    const registered = await this.ground.requireAsset(collectiveId, form.assetId, tx);
    const slips = await this.slipsOf(tx, collectiveId, form.assetId);
    const station = await this.stations.factsOf(collectiveId, registered.asset, tx);
    const settlement = requireSettlement(form, station, slips);
    const taxBearer = station.taxBearerIn(settlement.generationMonth);
    return { registered, slips, settlement, taxBearer, readings: readingsOf(settlement, slips, station) };
  }

  /** Books rent or other income that has fallen due. @throws FormProblems `income.*`, `form.*` */
  recordIncomeDue(
    collectiveId: string,
    form: IncomeDueForm & NatureForm & { readonly assetId: string },
    command: Command,
  ): Promise<RecordedIncome> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const asset = await this.ground.requireEarning(collectiveId, form.assetId, tx);
        const covered = await this.reading.listCoveredDays(collectiveId, asset.id, tx);
        const byContract = await this.ground.listContractDues(collectiveId, form, tx);
        const { due, problems } = readIncomeDue(form, { ...asset, covered, byContract });
        const income = { asset, day: due.postedOn, amount: due.amount, typed: form };
        // What a document calls it is judged once it is known how much of what came when.
        const named = problems.length > 0 ? undefined : await this.ground.natureOf(tx, collectiveId, income);
        refuseProblems([...problems, ...(named?.problems ?? [])]);
        return this.bookDue(tx, collectiveId, { due, asset, nature: named?.nature, by: command.by });
      },
      onceOf(command, 'income.due', form),
    );
  }

  /** What a receipt asks of the register. */
  get register(): Pick<IncomeGroundService, 'requireEarning' | 'assetNames' | 'owners'> {
    return this.ground;
  }

  /** Books what has fallen due, inside the transaction of who has read it. */
  async bookDue(
    tx: EntityManager,
    collectiveId: string,
    booked: {
      readonly due: IncomeDue;
      readonly asset: Asset;
      readonly nature: IncomeNature | undefined;
      readonly by: string;
      readonly corrects?: string | undefined;
    },
  ): Promise<RecordedIncome> {
    const { due, asset, nature, by, corrects } = booked;
    const payers = await this.ledger.registerCounterparties(tx, collectiveId, [due.payer]);
    const id = newId();
    const part: ReceivablePart = {
      amount: due.amount,
      pool: asset.pool,
      assetId: asset.id,
      stream: due.stream,
      month: due.aboutPeriod,
      counterparty: payers.idOf(due.payer),
    };
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const own = await this.ground.owners.partOf(tx, collectiveId, { due, asset });
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: 'income.fellDue',
      postedOn: due.postedOn,
      aboutPeriod: due.aboutPeriod,
      statementOn: due.postedOn,
      summary: voucherSummaries.incomeDue(asset.name, due.stream, due.twiceReason),
      source: { kind: 'incomeDue', id },
      attachments: due.attachments,
      postings: own ? custodyDuePostings(part, own, chart) : duePostings(part, due, chart),
      ...{ preparedBy: by, corrects },
    });
    const { entryId } = voucher;
    await this.owe(tx, collectiveId, { part, kind: 'incomeDue', id, entryId, due });
    await this.ground.owners.keepDue(tx, collectiveId, { own, entryId });
    await keepNature(tx, collectiveId, { incomeId: id, entryId, nature });
    return { id, voucher };
  }

  /**
   * Refuses to take back income on which money has come: the receipt is reversed first; and a receipt of
   * rent for years to come of which a part is used; and a slip whose money a later one took along.
   * @throws DomainError `income.alreadyReceived`, `income.advanceUsed`, `deposit.gone`, `joint.splitLater`,
   *   `joint.splitAlone`
   */
  async requireUnpaid(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const received = await this.reading.listReceivedIds(tx, collectiveId, entryId);
    if (received.length > 0) throw new DomainError('income.alreadyReceived');
    await this.reading.requireNotSplit(tx, collectiveId, entryId);
    if (await this.reading.isCut(tx, collectiveId, entryId)) throw new DomainError('subsidy.cutStands');
    if (await this.ground.isDepositGone(tx, collectiveId, entryId)) throw new DomainError('deposit.gone');
    if (await this.reading.isAdvanceUsed(tx, collectiveId, entryId)) {
      throw new DomainError('income.advanceUsed');
    }
  }

  /** Whether money has come on what an entry made owed. */
  async isReceived(db: EntityManager, collectiveId: string, entryId: string): Promise<boolean> {
    return (await this.reading.listReceivedIds(db, collectiveId, entryId)).length > 0;
  }

  /**
   * Refuses to take back by hand what goes with a keeper's slip: in an owner's books, and his part with the
   * keeper; and a receipt whose owners are paid.
   * @throws DomainError `joint.reversedByKeeper`, `joint.partOfSlip`, `joint.passedOn`,
   *   `joint.taxPassedOn`
   */
  async requireByHand(
    tx: EntityManager,
    collectiveId: string,
    { kind, id }: { readonly kind: string; readonly id: string },
  ): Promise<void> {
    if (kind === 'jointPart') throw new DomainError('joint.partOfSlip');
    const paid = await this.reading.findPaidOwner(tx, collectiveId, { kind, id });
    if (paid !== undefined)
      throw new DomainError(kind === 'settlement' ? 'joint.taxPassedOn' : 'joint.passedOn', { owner: paid });
    if (kind !== 'settlement') return;
    const slip = await tx.findOneBy(SettlementEntity, { collectiveId, id });
    if (slip !== null && isKeepers(slip)) throw new DomainError('joint.reversedByKeeper');
  }

  /** The slips of a station that stand, in the order of their months. */
  async slipsOf(tx: EntityManager, collectiveId: string, assetId: string): Promise<SettlementRow[]> {
    const all = await this.reading.listSettlements(collectiveId, tx);
    return all.filter((slip) => slip.assetId === assetId);
  }

  /**
   * Books what of a slip is this collective's.
   * @param slip who owes it is the grid unless a payer is named: the keeper of a joint station
   */
  async bookSettlement(tx: EntityManager, collectiveId: string, slip: OwnSlip): Promise<RecordedSettlement> {
    const { settlement, own, asset } = slip;
    const id = newId();
    const saved = { ...settlementColumns(slip), collectiveId, id, assetId: asset.id };
    const dimensions = {
      pool: asset.pool,
      assetId: asset.id,
      month: settlement.generationMonth,
      counterparty: await this.payerOf(tx, collectiveId, slip.payer),
    };
    const fee = settlement.tax?.owed ?? own.line.energyFee;
    const energy: ReceivablePart = { ...dimensions, stream: 'energy', amount: fee };
    const subsidy: ReceivablePart = { ...dimensions, stream: 'subsidy', amount: own.line.subsidy };
    const use = subsidy.amount === 0n ? undefined : 'subsidyIncome';
    const chart = await this.ledger.requireChartFor(tx, collectiveId, { on: settlement.postedOn, use });
    const postings = slipPostings({ energy, subsidy }, settlement.tax, chart);
    if (postings.length === 0) {
      await insertRecorded(tx, SettlementEntity, { ...saved, entryId: null });
      await keepBeside(tx, saved, slip);
      return { id, voucher: undefined };
    }
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: 'income.settled',
      postedOn: settlement.postedOn,
      aboutPeriod: settlement.generationMonth,
      statementOn: settlement.postedOn,
      summary: slip.summary ?? voucherSummaries.settlement(asset.name, settlement.generationMonth),
      source: { kind: 'settlement', id },
      ...{ attachments: settlement.attachments, corrects: slip.corrects },
      postings,
      preparedBy: slip.by,
    });
    await insertRecorded(tx, SettlementEntity, { ...saved, entryId: voucher.entryId });
    await keepBeside(tx, saved, slip);
    const origin = { kind: 'settlement', id, entryId: voucher.entryId };
    const kwh = own.line.energyKwh.toString();
    await this.owe(tx, collectiveId, { part: energy, kwh, tax: taxOf(settlement), ...origin });
    await this.owe(tx, collectiveId, { part: subsidy, kwh, tax: SLIP_TAX, ...origin });
    return { id, voucher };
  }

  private async payerOf(tx: EntityManager, collectiveId: string, payer = GRID): Promise<string> {
    const payers = await this.ledger.registerCounterparties(tx, collectiveId, [payer]);
    return payers.idOf(payer);
  }

  /** What is owed stands beside its voucher, so that a receipt can clear it. */
  owe(tx: EntityManager, collectiveId: string, owed: Owed): Promise<void> {
    return insertOwed(tx, collectiveId, owed);
  }
}

/** The grid's prices hold the tax, and a slip of which nobody says more charges none by itself. */
const SLIP_TAX = { taxBasis: 'inclusive', tax: undefined } as const;

/** What a slip says of the tax of its energy fee. */
function taxOf({ tax }: Settlement): OwedTax {
  if (tax === undefined) return SLIP_TAX;
  return { taxBasis: tax.basis, tax: tax.charged, taxKept: tax.keptBack };
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstDayOf, type Month } from '../../domain/calendar/calendar-day';
import { type ShareTable, tableInForce } from '../../domain/collectives/share-table';
import { borneTaxPostings, keptSlipPostings } from '../../domain/income/joint-postings';
import { type MoneyStream, ownerParts, type SplitSlip } from '../../domain/income/kept-slip';
import { borneTax, keptTaxOf, type SlipsTax, splitTax, type TaxPart } from '../../domain/income/kept-tax';
import type { StationTotals } from '../../domain/income/own-line';
import type { ReceivablePart } from '../../domain/income/postings';
import type { Settlement, SettlementForm } from '../../domain/income/settlement';
import { type KeptFacts, windowsOf } from '../../domain/income/slip-windows';
import { requireTaxAccount } from '../../domain/ledger/tax-account';
import { GRID } from '../../domain/ledger/counterparty';
import type { Posting } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { SlipReadings } from '../../domain/income/slip-readings';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { RegisteredAsset } from '../assets/assets.service';
import { LedgerService } from '../ledger/ledger.service';
import { IncomeService, type RecordedSettlement, type SlipForm } from './income.service';
import { IncomeReadService } from './income-read.service';
import { insertTaxes, readTaxWindow } from './joint-taxes.store';
import { insertUnsplit, readKeptFacts } from './joint-unsplit.store';
import { insertParts, KeptOwnersService, type SharedPart } from './kept-owners.service';
import { keepBeside } from './slip-readings.store';
import { settlementColumns } from './settlement-slip';
import { paidTotals, sharedTotals } from './slip-totals';
import { SettlementEntity } from './settlement.entity';

/** What waited of an earlier slip and is split with this one. */
interface TakenAlong {
  readonly stream: MoneyStream;
  readonly month: Month;
  readonly amount: Fen;
}

/** A slip of a kept station as it is booked. */
interface KeptSlip {
  readonly form: SettlementForm;
  readonly settlement: Settlement;
  readonly registered: RegisteredAsset;
  readonly table: ShareTable;
  readonly parts: readonly SharedPart[];
  readonly shared: StationTotals;
  readonly split: SplitSlip;
  readonly taken: readonly TakenAlong[];
  readonly tax: SlipsTax | undefined;
  readonly taxes: readonly TaxPart[];
  readonly readings: SlipReadings;
  readonly by: string;
}

/** Slips of the joint stations that an office keeps: entered once, split among the owners. */
@Injectable()
export class KeptSlipsService {
  constructor(
    private readonly database: Database,
    private readonly owners: KeptOwnersService,
    private readonly income: IncomeService,
    private readonly reading: IncomeReadService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Enters a kept station's slip and books what the grid owes for its owners: each owner's part is split off
   * by the share table in force in the month of generation. Owners' books take their parts afterwards.
   * @throws FormProblems `settlement.*`, DomainError `shares.*`, `joint.ownerLost`,
   *   `joint.taxTooSmall`, `period.*`
   */
  recordSlip(keeperId: string, form: SlipForm, command: Command): Promise<RecordedSettlement> {
    return this.database.inTransaction(
      keeperId,
      (tx) => this.settle(tx, keeperId, { form, by: command.by }),
      onceOf(command, 'income.keptSlip', form),
    );
  }

  /** The same within a transaction that enters several. */
  async settle(
    tx: EntityManager,
    keeperId: string,
    { form, by }: { readonly form: SlipForm; readonly by: string },
  ): Promise<RecordedSettlement> {
    const read = await this.income.requireSlip(tx, keeperId, form);
    const { registered, slips, settlement, taxBearer, readings } = read;
    const { generationMonth: month } = settlement;
    const table = tableInForce(registered.shareTables, firstDayOf(month));
    if (table === undefined) throw new DomainError('shares.noneInForce', { month });
    const alone = await this.reading.listSplitNow(keeperId, registered.asset.id, tx);
    const facts = await readKeptFacts(tx, keeperId, [...slips, ...alone]);
    const printed = keptTaxOf(settlement.tax);
    const tax = printed && { ...printed, bearer: taxBearer ?? 'owners' };
    const shared = sharedTotals(settlement, borneTax(tax));
    const split = ownerParts(shared, windowsOf(facts, table, registered.shareTables));
    const before = await readTaxWindow(tx, keeperId, { slips, tableFrom: table.validFrom });
    const taxes = splitTax(tax, before, { rows: table.rows, split });
    const given = facts.parts.filter((part) =>
      slips.some((slip) => slip.id === part.settlementId && slip.shareTableFrom === table.validFrom),
    );
    const parts = await this.owners.withIds({ keeperId, postedOn: settlement.postedOn, given }, split.parts);
    const taken = releasedBy(split, facts);
    const slip = {
      form,
      settlement,
      registered,
      table,
      parts,
      shared,
      split,
      taken,
      tax,
      taxes,
      readings,
      by,
    };
    return this.book(tx, keeperId, slip);
  }

  private async book(tx: EntityManager, keeperId: string, slip: KeptSlip): Promise<RecordedSettlement> {
    const { settlement, registered, table } = slip;
    const { asset } = registered;
    const id = newId();
    const postings = await this.postingsOf(tx, keeperId, slip);
    const whole = { line: { ...slip.shared, oddFen: false }, tableFrom: table.validFrom };
    const row = {
      ...settlementColumns({ form: slip.form, settlement, own: whole }),
      ...{ collectiveId: keeperId, id, assetId: asset.id },
    };
    if (postings.length === 0) {
      await insertRecorded(tx, SettlementEntity, { ...row, entryId: null });
      await keepBeside(tx, row, slip);
      await insertParts(tx, keeperId, { id, parts: slip.parts });
      return { id, voucher: undefined };
    }
    const voucher = await this.ledger.post(tx, keeperId, {
      event: 'income.keptSlip',
      postedOn: settlement.postedOn,
      aboutPeriod: settlement.generationMonth,
      statementOn: settlement.postedOn,
      summary: voucherSummaries.settlement(asset.name, settlement.generationMonth),
      source: { kind: 'settlement', id },
      attachments: settlement.attachments,
      postings,
      preparedBy: slip.by,
    });
    await insertRecorded(tx, SettlementEntity, { ...row, entryId: voucher.entryId });
    await keepBeside(tx, row, slip);
    await insertParts(tx, keeperId, { id, parts: slip.parts });
    await insertUnsplit(tx, keeperId, { id, split: slip.split });
    const taxed = { kept: slip.tax, parts: slip.taxes };
    await insertTaxes(tx, { collectiveId: keeperId, settlementId: id }, taxed);
    const origin = { kind: 'settlement', id, entryId: voucher.entryId };
    const kwh = whole.line.energyKwh.toString();
    for (const part of streamsOf(slip)) await this.income.owe(tx, keeperId, { part, kwh, ...origin });
    return { id, voucher };
  }

  private async postingsOf(tx: EntityManager, keeperId: string, slip: KeptSlip): Promise<Posting[]> {
    const chart = await this.ledger.requireChartOf(tx, keeperId);
    const { roles } = chart;
    const { charged, keptBack } = borneTax(slip.tax);
    const parts = keptBack === 0n ? [] : slip.taxes.map(({ owner, tax }) => ({ owner, amount: tax }));
    const { id: assetId } = slip.registered.asset;
    const shared = streamsOf(slip).flatMap((stream) => {
      const field = stream.stream === 'energy' ? 'energyFee' : 'subsidy';
      const onTheWay = slip.parts.filter((part) => part.ownerId !== undefined);
      const elsewhere = slip.parts.filter((part) => part.ownerId === undefined);
      return keptSlipPostings(
        stream,
        {
          onTheWay: sumFen(onTheWay.map(({ line }) => line[field])),
          elsewhere: elsewhere.map(({ owner, line }) => ({ owner, amount: line[field] })),
          heldBack: slip.split.heldBack.find((held) => held.stream === field)?.amount,
          released: slip.taken.filter((each) => each.stream === field),
          borne: field === 'energyFee' ? parts : [],
        },
        roles,
      );
    });
    const borne = borneTaxPostings({ assetId, charged, parts }, roles, () => requireTaxAccount(chart));
    return [...shared, ...borne];
  }
}

/** What of a slip the grid owes, stream by stream. */
function streamsOf({ settlement, registered: { asset } }: KeptSlip): ReceivablePart[] {
  const dimensions = {
    pool: asset.pool,
    assetId: asset.id,
    month: settlement.generationMonth,
    counterparty: GRID,
  };
  return [
    { ...dimensions, stream: 'energy', amount: paidTotals(settlement).energyFee },
    { ...dimensions, stream: 'subsidy', amount: settlement.subsidy },
  ];
}

/** What a slip takes along, in sums by the month and stream in which it waited. */
function releasedBy({ released }: SplitSlip, { slips }: KeptFacts): TakenAlong[] {
  return slips.flatMap(({ id, month }) =>
    (['energyFee', 'subsidy'] as const).flatMap((stream) => {
      const own = released.filter((each) => each.slipId === id && each.stream === stream);
      return own.length === 0 ? [] : [{ stream, month, amount: sumFen(own.map((each) => each.amount)) }];
    }),
  );
}

import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { firstDayOf } from '../../domain/calendar/calendar-day';
import { type ShareTable, tableInForce } from '../../domain/collectives/share-table';
import { keptSlipPostings } from '../../domain/income/joint-postings';
import { ownerParts, type OwnerPart } from '../../domain/income/kept-slip';
import type { StationTotals } from '../../domain/income/own-line';
import type { ReceivablePart } from '../../domain/income/postings';
import type { Settlement, SettlementForm } from '../../domain/income/settlement';
import { GRID } from '../../domain/ledger/counterparty';
import type { Posting } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { RegisteredAsset } from '../assets/assets.service';
import { CollectivesService } from '../collectives/collectives.service';
import { LedgerService } from '../ledger/ledger.service';
import { IncomeService, type RecordedSettlement, type SlipForm } from './income.service';
import { JointPartEntity } from './joint-part.entity';
import { settlementColumns, sumTotals, wholeTotals } from './settlement-slip';
import { SettlementEntity } from './settlement.entity';

/** An owner's part of a slip, with his id where his books are kept here. */
interface SharedPart extends OwnerPart {
  readonly ownerId: string | undefined;
}

/** A slip of a kept station as it is booked. */
interface KeptSlip {
  readonly form: SettlementForm;
  readonly settlement: Settlement;
  readonly registered: RegisteredAsset;
  readonly table: ShareTable;
  readonly parts: readonly SharedPart[];
  readonly by: string;
}

/** Slips of the joint stations that an office keeps: entered once, split among the owners. */
@Injectable()
export class KeptSlipsService {
  constructor(
    private readonly database: Database,
    private readonly collectives: CollectivesService,
    private readonly income: IncomeService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Enters a kept station's slip and books what the grid owes for its owners: each owner's part is split off
   * by the share table in force in the month of generation. Owners' books take their parts afterwards.
   * @throws FormProblems `settlement.*`, DomainError `shares.*`, `joint.ownerLost`, `period.*`
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
    const { registered, slips, settlement } = await this.income.requireSlip(tx, keeperId, form);
    const { generationMonth: month } = settlement;
    const table = tableInForce(registered.shareTables, firstDayOf(month));
    if (table === undefined) throw new DomainError('shares.noneInForce', { month });
    const window = slips.filter((slip) => slip.shareTableFrom === table.validFrom);
    const given = await tx.findBy(JointPartEntity, {
      collectiveId: keeperId,
      settlementId: In(window.map((slip) => slip.id)),
    });
    const before = { whole: sumTotals(window.map(wholeTotals)), given: givenByOwner(given) };
    const split = ownerParts(wholeTotals(settlement), before, table.rows);
    const parts = await this.withOwners({ keeperId, postedOn: settlement.postedOn, given }, split);
    return this.book(tx, keeperId, { form, settlement, registered, table, parts, by });
  }

  /**
   * Whose books are kept here: a village below the keeper that bears the owner's name, and whose books had
   * begun. One whose books took an earlier part of the window must be found again.
   */
  private async withOwners(
    slip: {
      readonly keeperId: string;
      readonly postedOn: string;
      readonly given: readonly JointPartEntity[];
    },
    parts: readonly OwnerPart[],
  ): Promise<SharedPart[]> {
    const villages = await this.collectives.listVillagesBelow(slip.keeperId);
    const shared: SharedPart[] = [];
    const seen = new Map<string, string>();
    for (const part of parts) {
      const named = villages.filter((each) => [each.organisationName, each.name].includes(part.owner));
      const earlier = slip.given.find((row) => row.owner === part.owner && row.ownerId !== null)?.ownerId;
      const [found, another] = named;
      if (another !== undefined || (earlier !== undefined && earlier !== found?.id))
        throw new DomainError('joint.ownerLost', { owner: part.owner, villages: named.length });
      const other = found === undefined ? undefined : seen.get(found.id);
      if (other !== undefined) throw new DomainError('joint.ownerTwice', { owner: part.owner, other });
      if (found !== undefined) seen.set(found.id, part.owner);
      const books =
        found === undefined ? undefined : await this.ledger.requireBooksOf(this.database.reader, found.id);
      const isKept = books !== undefined && books.openedOn <= slip.postedOn;
      shared.push({ ...part, ownerId: isKept ? found?.id : undefined });
    }
    return shared;
  }

  private async book(tx: EntityManager, keeperId: string, slip: KeptSlip): Promise<RecordedSettlement> {
    const { settlement, registered, table } = slip;
    const { asset } = registered;
    const id = newId();
    const postings = await this.postingsOf(tx, keeperId, slip);
    const whole = { line: { ...wholeTotals(settlement), oddFen: false }, tableFrom: table.validFrom };
    const row = {
      ...settlementColumns({ form: slip.form, settlement, own: whole }),
      ...{ collectiveId: keeperId, id, assetId: asset.id },
    };
    if (postings.length === 0) {
      await tx.insert(SettlementEntity, { ...row, entryId: null });
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
    await tx.insert(SettlementEntity, { ...row, entryId: voucher.entryId });
    await insertParts(tx, keeperId, { id, parts: slip.parts });
    const origin = { kind: 'settlement', id, entryId: voucher.entryId };
    const kwh = whole.line.energyKwh.toString();
    for (const part of streamsOf(slip)) await this.income.owe(tx, keeperId, { part, kwh, ...origin });
    return { id, voucher };
  }

  private async postingsOf(tx: EntityManager, keeperId: string, slip: KeptSlip): Promise<Posting[]> {
    const { roles } = await this.ledger.requireChartOf(tx, keeperId);
    return streamsOf(slip).flatMap((stream) => {
      const field = stream.stream === 'energy' ? 'energyFee' : 'subsidy';
      const onTheWay = slip.parts.filter((part) => part.ownerId !== undefined);
      const elsewhere = slip.parts.filter((part) => part.ownerId === undefined);
      return keptSlipPostings(
        stream,
        {
          onTheWay: sumFen(onTheWay.map(({ line }) => line[field])),
          elsewhere: elsewhere.map(({ owner, line }) => ({ owner, amount: line[field] })),
        },
        roles,
      );
    });
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
    { ...dimensions, stream: 'energy', amount: settlement.energyFee },
    { ...dimensions, stream: 'subsidy', amount: settlement.subsidy },
  ];
}

function givenByOwner(rows: readonly JointPartEntity[]): ReadonlyMap<string, StationTotals> {
  const owners = [...new Set(rows.map((row) => row.owner))];
  return new Map(
    owners.map((owner) => {
      const own = rows.filter((row) => row.owner === owner);
      return [owner, sumTotals(own.map(totalsOf))];
    }),
  );
}

function totalsOf({ kwh, energyFee, subsidy }: JointPartEntity): StationTotals {
  return { energyKwh: BigInt(kwh), energyFee, subsidy };
}

async function insertParts(
  tx: EntityManager,
  collectiveId: string,
  slip: { readonly id: string; readonly parts: readonly SharedPart[] },
): Promise<void> {
  const rows = slip.parts.map(({ owner, ownerId, line }) => ({
    collectiveId,
    settlementId: slip.id,
    owner,
    ownerId: ownerId ?? null,
    kwh: line.energyKwh.toString(),
    energyFee: line.energyFee,
    subsidy: line.subsidy,
    oddFen: line.oddFen ? 1 : 0,
  }));
  await tx.insert(JointPartEntity, rows);
}

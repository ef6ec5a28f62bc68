import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { checkSlipReadings } from '../../domain/income/slip-readings';
import { type BreakPlace, type CheckedEntry, placeOf } from '../../domain/ledger/check-pass';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { IncomeGroundService } from './income-ground.service';
import { isKeepers, splitsOf } from './keepers-mark';
import { MeterRecordEntity } from './meter-record.entity';
import { recordOf } from './meters.service';
import { SettlementEntity } from './settlement.entity';
import { SlipReadingsEntity } from './slip-readings.entity';

/** The pass of meters: what a slip was reckoned on gives its energy, and its energy gives its fee. */
@Injectable()
export class SlipReadingsCheckService extends StepCheck {
  override readonly pass = 'slipReadings';

  constructor(private readonly ground: IncomeGroundService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId } = books;
    const own = entries.filter(({ source, reversesId }) => source.kind === SLIP && reversesId === undefined);
    const entryId = In(own.map((entry) => entry.entryId));
    const slips = own.length === 0 ? [] : await db.findBy(SettlementEntity, { collectiveId, entryId });
    const places = new Map(own.map((entry) => [entry.entryId, placeOf(entry)]));
    await this.check(books, slips, ({ entryId: id }) => places.get(id ?? '') ?? {});
  }

  /** Slips that booked nothing; and that none which came after the first kept one was kept without. */
  override async checkRows(books: CheckedBooks): Promise<void> {
    const { db, collectiveId, findings } = books;
    const slips = await db.find(SettlementEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    await this.check(
      books,
      slips.filter(({ entryId }) => entryId === null),
      () => ({}),
    );
    const kept = await keptOf(db, { collectiveId });
    const first = slips.findIndex(({ id }) => kept.has(id));
    if (first < 0) return;
    const names = await this.ground.assetNames(db, collectiveId);
    for (const slip of slips.slice(first).filter((each) => !kept.has(each.id) && isEnteredHere(each))) {
      const at = { month: slip.generationMonth, ...(slip.entryId === null ? {} : { entryId: slip.entryId }) };
      findings.add('check.slipUnkept', at, { station: names.get(slip.assetId) ?? '' });
    }
  }

  private async check(
    { db, collectiveId, findings }: CheckedBooks,
    rows: readonly SettlementEntity[],
    placed: (slip: SettlementEntity) => BreakPlace,
  ): Promise<void> {
    if (rows.length === 0) return;
    const kept = await keptOf(db, { collectiveId, settlementId: In(rows.map(({ id }) => id)) });
    const all = [...kept.values()];
    const names = await this.ground.assetNames(db, collectiveId);
    const recordIds = In([...new Set(all.flatMap((row) => row.recordIds))]);
    const slipIds = In([...new Set(all.flatMap((row) => row.slipIds))]);
    const records = await db.findBy(MeterRecordEntity, { collectiveId, id: recordIds });
    const beside = await db.findBy(SettlementEntity, { collectiveId, id: slipIds });
    for (const row of rows) {
      const readings = kept.get(row.id);
      if (readings === undefined) continue;
      const station = names.get(row.assetId) ?? '';
      const behind = {
        readings,
        records: named(records, readings.recordIds).map(recordOf),
        slips: named(beside, readings.slipIds),
      };
      checkSlipReadings(row, behind, { findings, at: placed(row), station });
    }
  }
}

const SLIP = 'settlement';

/** A part of a keeper's slip was reckoned in his books, and what is split by itself has no energy. */
function isEnteredHere(slip: SettlementEntity): boolean {
  return !isKeepers(slip) && splitsOf(slip) === undefined;
}

async function keptOf(
  db: EntityManager,
  where: FindOptionsWhere<SlipReadingsEntity>,
): Promise<Map<string, SlipReadingsEntity>> {
  const rows = await db.findBy(SlipReadingsEntity, where);
  return new Map(rows.map((row) => [row.settlementId, row]));
}

/** The rows of the ids, in the order of the ids; what is not there is left out. */
function named<Row extends { readonly id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

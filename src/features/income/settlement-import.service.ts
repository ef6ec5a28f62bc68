import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SettlementLayout } from '../../domain/income/settlement-layout';
import {
  inItsCell,
  type ReadSlips,
  type TableSlip,
  type ToldOfSlips,
} from '../../domain/income/settlement-lines';
import { readSlipTable, slipLayoutOf } from '../../domain/income/settlement-table';
import type { Settlement } from '../../domain/income/settlement';
import { isSameTax, readSlipTax } from '../../domain/income/slip-tax';
import { compareQuantities } from '../../domain/money/charge';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { KeptTable } from '../../platform/spreadsheets/import-previews.service';
import { SettlementLayoutsService } from './settlement-layouts.service';
import { readSlip, slipBookingDay, type StandingSlip } from './settlement-slip';
import { SlipsService } from './slips.service';
import { unplacedProblems } from './unplaced-slips';
import { SettlementStationsService, type StationOfSlips } from './settlement-stations.service';

/** What a person says of a table of slips; blank where the table says it. */
export interface ToldOfTable extends ToldOfSlips {
  readonly layout: string;
  /** The voucher's day of every slip; the last day of the month after its generation where blank. */
  readonly postedOn: string;
  /** Why slips that are hardly possible are right all the same. */
  readonly reason: string;
}

/** A slip of the table: as it would be entered, or known already. */
export interface PreviewedSlip extends TableSlip {
  readonly settlement: Settlement;
  readonly isKnown: boolean;
}

/** What an import would do. It is done only where nothing is wrong. */
export interface SlipsPreview {
  readonly layout: SettlementLayout | undefined;
  readonly read: ReadSlips | undefined;
  readonly slips: readonly PreviewedSlip[];
  readonly stations: readonly StationOfSlips[];
  readonly problems: readonly Problem[];
}

/** What an import entered, and which of it waits for books of an owner of a kept station. */
export interface ImportedSlips {
  readonly entered: number;
  readonly waiting: readonly string[];
}

/** Takes tables of settlement slips over: nothing of a table until all of it is well. */
@Injectable()
export class SettlementImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly layouts: SettlementLayoutsService,
    private readonly stations: SettlementStationsService,
    private readonly slips: SlipsService,
  ) {}

  /** Reads a table without taking it over. @throws DomainError `slipTable.layoutUnknown` */
  async preview(
    collectiveId: string,
    table: Pick<KeptTable, 'table' | 'fileName'>,
    { told, db = this.database.reader }: { readonly told: ToldOfTable; readonly db?: EntityManager },
  ): Promise<SlipsPreview> {
    const { rows } = table.table;
    const stations = await this.stations.listStations(collectiveId, db);
    const layout =
      told.layout === ''
        ? slipLayoutOf(rows, this.layouts.listLayouts())
        : this.layouts.requireLayout(told.layout);
    if (layout === undefined) {
      const problems = [{ code: 'slipTable.noLayout', field: 'file' }];
      return { layout, read: undefined, slips: [], stations, problems };
    }
    const given = { stations: stations.map(({ inTable }) => inTable), told };
    const read = readSlipTable({ rows, fileName: table.fileName }, layout, given);
    const { slips, problems } = this.heldAgainst(stations, read, told);
    const day = told.postedOn === '' ? this.clock.today() : told.postedOn;
    const all = [...read.problems, ...unplacedProblems(stations, read, day), ...problems];
    return { layout, read, slips, stations, problems: withoutRepeats(all) };
  }

  /**
   * Enters every slip of a table, the earlier month first, in one transaction; a slip that is there already
   * is not entered twice, and the numbers of the grid are kept with their stations.
   * @throws FormProblems with everything that {@link preview} finds, `slipTable.nothingNew`; DomainError
   *   `period.*`, `shares.*`
   */
  async importSlips(
    collectiveId: string,
    given: { readonly kept: KeptTable; readonly told: ToldOfTable },
    command: Command,
  ): Promise<ImportedSlips> {
    const { kept, told } = given;
    const { entered, ids } = await this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { slips, problems } = await this.preview(collectiveId, kept, { told, db: tx });
        const fresh = slips.filter(({ isKnown }) => !isKnown);
        refuseProblems(problems);
        const ids: string[] = [];
        if (fresh.length === 0) refuseProblems([{ code: 'slipTable.nothingNew', field: 'file' }]);
        for (const slip of fresh) {
          const file = `${kept.fileName} ${slip.rows.join(',')}`.trim();
          const { postedOn } = slip.settlement;
          const form = { ...slip.form, assetId: slip.station.id, postedOn, reason: told.reason, file };
          ids.push((await this.slips.settle(tx, collectiveId, { form, by: command.by })).id);
        }
        const named = slips.filter(({ customerNumber }) => customerNumber !== '');
        const numbers = new Map(named.map(({ customerNumber, station }) => [customerNumber, station.id]));
        await this.stations.keepNumbers(tx, collectiveId, { numbers, by: command.by });
        return { entered: fresh.length, ids };
      },
      onceOf(command, 'income.settlements', [kept.digest, told]),
    );
    const waiting = (await this.slips.send(collectiveId)).map(({ slip }) => slip.id);
    return { entered, waiting: ids.filter((id) => waiting.includes(id)) };
  }

  /** Holds every slip against its station and the slips beside it, those of the table included. */
  private heldAgainst(
    stations: readonly StationOfSlips[],
    read: ReadSlips,
    told: ToldOfTable,
  ): { readonly slips: PreviewedSlip[]; readonly problems: Problem[] } {
    const problems: Problem[] = [];
    const beside = new Map<string, readonly StandingSlip[]>(
      stations.map(({ inTable, slips }) => [inTable.id, slips]),
    );
    const unread = new Set<string>();
    const unplaced = new Set(read.unplaced.map((row) => row.station?.id));
    const slips = read.slips.flatMap((slip): PreviewedSlip[] => {
      const station = stations.find(({ inTable }) => inTable.id === slip.station.id);
      const standing = beside.get(slip.station.id);
      if (station === undefined || standing === undefined) return [];
      const postedOn = told.postedOn === '' ? slipBookingDay(slip.month, this.clock.today()) : told.postedOn;
      const others = standing.filter(({ generationMonth }) => generationMonth !== slip.month);
      const form = { ...slip.form, postedOn, reason: told.reason };
      const own = station.slips.find(({ generationMonth }) => generationMonth === slip.month);
      const again = readSlip(form, station.facts, others);
      if (own !== undefined && isSame(own, again.settlement) && again.problems.length === 0) {
        return [{ ...slip, settlement: again.settlement, isKnown: true }];
      }
      const { settlement, problems: all } = readSlip(form, station.facts, standing);
      const mayBeThere = unplaced.has(undefined) || unplaced.has(slip.station.id);
      const found = all.filter(
        (problem) => !isMadeBy(problem, slip.station.id, mayBeThere ? undefined : unread),
      );
      problems.push(...found.map((problem) => inItsCell(problem, slip)));
      if (found.some(({ field }) => METERED.has(field))) unread.add(`${slip.station.id} ${slip.month}`);
      else beside.set(slip.station.id, inMonths([...others, { ...settlement, entryId: '' }]));
      return [{ ...slip, settlement, isKnown: false }];
    });
    return { slips, problems };
  }
}

/** Where one of these is wrong, a slip does not say how far its meter ran. */
const METERED: ReadonlySet<string> = new Set(['generationMonth', 'readingFrom', 'readingTo', 'energy']);

/**
 * A slip is not missing that stands in the table, though something of it is wrong: that is told there.
 * @param unread the months that stand there; undefined where a row may be of any month of the station
 */
function isMadeBy(
  { code, facts }: Problem,
  stationId: string,
  unread: ReadonlySet<string> | undefined,
): boolean {
  const months = facts?.['months'];
  if (code !== 'settlement.slipsMissing' || !Array.isArray(months)) return false;
  return unread === undefined || months.every((month) => unread.has(`${stationId} ${String(month)}`));
}

/** What is told once for all slips is wrong once, and so is what is said of a cell in two ways. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map(problems.map((problem) => [`${problem.code} ${problem.field}`, problem]));
  return [...byPlace.values()];
}

/** Whether the slip that stands says the same. */
function isSame(row: StationOfSlips['slips'][number], slip: Settlement): boolean {
  return (
    row.energyKwh === slip.energyKwh &&
    compareQuantities(row.readingTo || '0', slip.readingTo || '0') === 0 &&
    row.energyFee === slip.energyFee &&
    row.subsidy === slip.subsidy &&
    isSameTax(readSlipTax(row.entered, row, []), slip.tax)
  );
}

function inMonths(slips: readonly StandingSlip[]): StandingSlip[] {
  return [...slips].sort((one, other) => (one.generationMonth < other.generationMonth ? -1 : 1));
}

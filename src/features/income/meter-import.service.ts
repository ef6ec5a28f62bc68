import { Injectable } from '@nestjs/common';
import type { Asset } from '../../domain/assets/asset';
import { METER_SOURCES, type MeteredSpan } from '../../domain/income/metered-month';
import { type MeteredRow, readMeterTable, type ReadMeterTable } from '../../domain/income/metered-table';
import { type OddDay, oddDays } from '../../domain/income/odd-days';
import { compareQuantities } from '../../domain/money/charge';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { meterTableWords } from '../../glossary/meter-table-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { insertRecorded } from '../../platform/audit/records';
import type { GivenTable } from '../../platform/http/uploads';
import { newId } from '../../platform/ids/new-id';
import { ImportPreviewsService, type KeptTable } from '../../platform/spreadsheets/import-previews.service';
import { cellName, type TornTable } from '../../platform/spreadsheets/table';
import { mayHideHeadings } from '../../platform/spreadsheets/table-columns';
import { markedRows, TORN_CELL, type TornFindings } from '../../platform/spreadsheets/torn-tables';
import { MeterKwhEntity } from './meter-kwh.entity';
import { MeterKwhService } from './meter-kwh.service';
import type { MeterPlace } from './meters.service';
import { YieldTableService } from './yield-table.service';

/** The kind under which a portal's table is kept between looking and taking over. */
const METER_KIND = 'meterKwh';

/** What a person says of a portal's table; blank where the table says it. */
export interface ToldOfMeter {
  readonly meterSource: string;
  readonly unit: string;
}

/** What an import would keep. It is kept only where nothing is wrong. */
export interface MeterPreview {
  readonly read: ReadMeterTable;
  /** Rows that say what is known already: they are not kept again. */
  readonly known: ReadonlySet<number>;
  /** Days of the table that hold more than they gave, beside what stands: they may be kept all the same. */
  readonly odd: readonly OddDay[];
  readonly problems: readonly Problem[];
}

/** Takes what the portal of an inverter or a meter exports over, all rows of a table or none. */
@Injectable()
export class MeterImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly previews: ImportPreviewsService,
    private readonly meters: MeterKwhService,
    private readonly yields: YieldTableService,
  ) {}

  /** Keeps a table for a day. @returns its id @throws FormProblems `file.*`; DomainError `joint.*` */
  async keep(at: MeterPlace, given: GivenTable, command: Command): Promise<string> {
    const station = await this.meters.requireStation(at);
    const readTorn = (read: TornTable) => Promise.resolve(this.tornTable(read, station));
    const wanted = { kind: METER_KIND, columns: [], readTorn };
    return this.previews.keep(at.collectiveId, { ...given, wanted }, command);
  }

  /** What is wrong with the rows of a table beside its torn cells. */
  private tornTable(read: TornTable, { acquiredOn, capacityKw = '0' }: Asset): TornFindings {
    const given = { station: { acquiredOn, capacityKw, today: this.clock.today() }, unit: '' };
    const { heading } = readMeterTable(read.table.rows, meterTableWords, given);
    const missing = { code: 'meterTable.noHeading', field: 'file' };
    if (heading === undefined) return { problems: mayHideHeadings(read) ? [] : [missing] };
    const { rows, marked } = markedRows(read, heading.row);
    const plant = heading.places.get('plant') ?? -1;
    // A plant that cannot be read is not another one.
    const judged = rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell, place) => (place === plant && cell === TORN_CELL ? '' : cell)),
    }));
    const { problems } = readMeterTable(judged, meterTableWords, given);
    const isTorn = ({ field }: Problem): boolean => {
      const [, row, part] = /^row\.(\d+)\.(span|kwh)$/.exec(field) ?? [];
      const column = part === undefined ? undefined : heading.places.get(part === 'span' ? 'span' : 'kwh');
      return column !== undefined && marked.has(cellName(Number(row), column));
    };
    const further = problems.filter((each) => !MADE_BY_A_GAP.has(each.code) && !isTorn(each));
    return { headingRow: heading.row, problems: further };
  }

  /** @throws DomainError `file.previewGone` */
  requireKept(collectiveId: string, keptId: string): Promise<KeptTable> {
    return this.previews.requireKept(collectiveId, { kind: METER_KIND, id: keptId });
  }

  /** Reads a table without taking it over. @throws DomainError `joint.*`, `settlement.notAStation` */
  async preview(at: MeterPlace, { table }: KeptTable, { unit }: ToldOfMeter): Promise<MeterPreview> {
    const { acquiredOn, capacityKw = '0' } = await this.meters.requireStation(at);
    const station = { acquiredOn, capacityKw, today: this.clock.today() };
    const read = readMeterTable(table.rows, meterTableWords, { station, unit });
    const standing = await this.meters.listSpans(at);
    const { known, problems } = heldAgainst(read.rows, standing);
    const isUnitSaid = read.unit !== undefined;
    const typed = read.rows.map(({ span, kwh }) => ({ span, kwh, source: 'inverter' as const }));
    const told = new Set(typed.map(({ span }) => span));
    const all = oddDays([...standing, ...typed], capacityKw, this.yields.table().day);
    const odd = isUnitSaid ? all.filter(({ day }) => told.has(day)) : [];
    return { read, known, odd, problems: [...read.problems, ...(isUnitSaid ? problems : [])] };
  }

  /**
   * Keeps every row that is new.
   * @throws FormProblems with all that {@link preview} finds, `meterTable.nothingNew`
   */
  importKwh(
    at: MeterPlace,
    given: { readonly kept: KeptTable; readonly told: ToldOfMeter },
    command: Command,
  ): Promise<{ readonly lines: number }> {
    const { kept, told } = given;
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const { read, known, problems } = await this.preview(at, kept, told);
        const source = METER_SOURCES.find((each) => each === told.meterSource);
        const unsaid = { code: 'form.notAllowed', field: 'meterSource', value: told.meterSource };
        refuseProblems([...(source === undefined ? [unsaid] : []), ...problems]);
        const fresh = read.rows.filter(({ row }) => !known.has(row));
        if (fresh.length === 0) refuseProblems([{ code: 'meterTable.nothingNew', field: 'file' }]);
        const noted = { notedBy: command.by, notedAt: this.clock.now(), source: source ?? 'inverter' };
        const rows = fresh.map(({ span, kwh }) => ({ ...at, span, kwh, ...noted, id: newId() }));
        await insertRecorded(tx, MeterKwhEntity, rows);
        return { lines: fresh.length };
      },
      onceOf(command, 'income.meterImport', [at, kept.digest, told]),
    );
  }
}

/** What a row that is left out may have made so, and what is asked once the table is whole. */
const MADE_BY_A_GAP: ReadonlySet<string> = new Set([
  ...['meterTable.totalDiffers', 'meterTable.unitUnsaid', 'meterTable.empty'],
]);

/** What stands already is known where it says the same, and refused where it does not. */
function heldAgainst(
  rows: readonly MeteredRow[],
  spans: readonly MeteredSpan[],
): { known: ReadonlySet<number>; problems: Problem[] } {
  const standing = new Map(spans.map(({ span, kwh }) => [span, kwh]));
  const known = new Set<number>();
  const problems = rows.flatMap(({ row, span, kwh }): Problem[] => {
    const stands = standing.get(span);
    if (stands === undefined) return [];
    if (compareQuantities(stands, kwh) === 0) {
      known.add(row);
      return [];
    }
    const facts = { line: row, stands, kwh };
    return [{ code: 'meterTable.stands', field: `row.${String(row)}.kwh`, value: span, facts }];
  });
  return { known, problems };
}

import type { Month } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import type { TableHeading, TextRow } from '../shared/table-headings';
import type { SettlementForm } from './settlement';
import type { SlipPart, SlipUnits } from './settlement-layout';

/** Told of a station that is none of this village's: its rows are left out. */
export const OF_OTHERS = 'ofOthers';

/** A table of slips as it came: its rows, and the name of its file, which may say the month. */
export interface SlipTable {
  readonly rows: readonly TextRow[];
  readonly fileName: string;
}

/** What a person says of a table that does not say it itself. */
export interface ToldOfSlips {
  /** The unit of its energy; blank where the table says it. */
  readonly unit: string;
  readonly year: string;
  readonly month: string;
  /**
   * The station by the first row that names one nobody knows, `r7`; `all` where no row names any. What is
   * called {@link OF_OTHERS} is somebody else's, and left out.
   */
  readonly stations: Readonly<Record<string, string>>;
  /** {@link OF_OTHERS} where whatever nobody knows and nobody has told is somebody else's. */
  readonly others: string;
}

/** A station that a slip may be of, and the numbers the grid has given its owner. */
export interface SlipStation {
  readonly id: string;
  readonly name: string;
  readonly customerNumbers: readonly string[];
  /** The multiplier with which a month begins. */
  multiplierIn(month: Month): string;
  /** Yuan per kWh in a month. */
  subsidyPriceIn(month: Month): string;
}

/** A line of the table below its heading. */
export interface SlipLine {
  readonly row: number;
  /** The text of a cell, blank where its column is not there. */
  cell(part: SlipPart): string;
}

/** A line with its station and month, each as far as it is known. */
export interface LineOfSlip {
  readonly line: SlipLine;
  readonly station: SlipStation | undefined;
  readonly month: Month | undefined;
}

/** A line whose station and month are known. */
export interface PlacedLine extends LineOfSlip {
  readonly station: SlipStation;
  readonly month: Month;
}

/** What a slip says, as a person would type it. */
export interface TypedSlip {
  /** Without the day of its voucher. */
  readonly form: Omit<SettlementForm, 'postedOn'>;
  /** The cell in which a field of the form stands, `row.7.energy`. */
  readonly places: Readonly<Record<string, string>>;
}

/** A slip as it stands in the table. */
export interface TableSlip extends TypedSlip {
  readonly station: SlipStation;
  readonly month: Month;
  readonly customerNumber: string;
  readonly rows: readonly number[];
}

/** What is a slip once its station and its month are known, one of which nobody can tell yet. */
export interface UnplacedSlip extends TypedSlip {
  readonly station: SlipStation | undefined;
  readonly month: Month | undefined;
  /** As the row has it; blank where it has none. */
  readonly multiplier: string;
}

/** What a table says, and everything that is wrong with it, by `row.<row>.<part>` or the field told. */
export interface ReadSlips {
  readonly heading: TableHeading<SlipPart> | undefined;
  readonly units: SlipUnits | undefined;
  readonly slips: readonly TableSlip[];
  /** What is judged as far as it needs no station or no month. */
  readonly unplaced: readonly UnplacedSlip[];
  /** The rows that only add up. */
  readonly totals: readonly number[];
  /** Rows that name a station nobody knows, or the table that names none: a person says which it is. */
  readonly asked: readonly AskedStation[];
  /** What is left out as somebody else's: how it is called, and its rows. */
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
}

export interface AskedStation {
  /** The field it is told in: `stations.r7`, `stations.all`. */
  readonly field: string;
  /** As the table calls it. */
  readonly named: string;
}

/** A station of others, as the table calls it, and where its rows stand. */
export interface LeftOut {
  readonly named: string;
  readonly rows: readonly number[];
}

/** The name of a cell in the problems of a table. */
export function cellField(line: SlipLine, part: SlipPart): string {
  return `row.${String(line.row)}.${part}`;
}

/**
 * A problem of a slip points to the cell it stands in; the day of the voucher is told beside the table. In a
 * sheet with a row for each part of the money one column holds both prices: `called` says which it is.
 */
export function inItsCell(problem: Problem, { places }: TypedSlip): Problem {
  const { field, facts } = problem;
  const cell = places[field];
  if (cell === undefined) return problem;
  const isOfSubsidy = field.startsWith('subsidy') && !cell.endsWith(`.${field}`);
  return { ...problem, field: cell, ...(isOfSubsidy ? { facts: { ...facts, called: field } } : {}) };
}

import {
  addMonths,
  type CalendarDay,
  isCalendarDay,
  isMonth,
  lastDayOf,
  type Month,
} from '../domain/calendar/calendar-day';
import type { FileReader, Section } from '../domain/shared/file-reader';
import type { Act, Step } from './case-file';

/**
 * What comes back every month, as tables instead of an event each. On a day: slips and money first, then what
 * the events say, then depreciation, and a month is held last, an earlier one sealed.
 */
export function monthlySteps(monthly: Section, reader: FileReader): Step[] {
  return [
    ...monthly.optionalList('slips').flatMap((table) => slipSteps(table, reader)),
    ...monthly.optionalList('parts').flatMap((table) => partSteps(table, reader)),
    ...monthly.optionalList('pay_owners').flatMap((table) => ownerSteps(table, reader)),
    ...monthly.optionalList('costs').flatMap((table) => costSteps(table, reader)),
    ...closingSteps(monthly, 'depreciation', (month) => lastDayOf(month)),
    ...closingSteps(monthly, 'hold', nextMonth),
    ...closingSteps(monthly, 'seal', nextMonth),
  ];
}

/** What comes after the events of a day; all other regular things come before them. */
const LAST: Readonly<Partial<Record<Act['verb'], number>>> = {
  depreciation: 2,
  hold: 3,
  seal: 4,
};

/** Events with what comes back every month between them, each in its own order. */
export function woven(events: readonly Step[], regular: readonly Step[]): Step[] {
  let reached = '';
  const told = events.map((step) => {
    if (step.on !== undefined && step.on > reached) reached = step.on;
    return { step, day: reached, rank: 1 };
  });
  const rest = regular.map((step) => ({
    step,
    day: step.on ?? '',
    rank: LAST[step.act.verb] ?? 0,
  }));
  const inTurn = [...told, ...rest].sort(
    (one, other) => compare(one.day, other.day) || one.rank - other.rank,
  );
  return inTurn.map(({ step }) => step);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A line of a table cut at its blanks; one with another number of cells, or an odd one, is refused. */
interface Row {
  readonly at: string;
  readonly cells: readonly string[];
}

function rowsOf(
  table: Section,
  reader: FileReader,
  cells: readonly ((cell: string) => boolean)[],
): readonly Row[] {
  return table.lines('rows').flatMap((line, index) => {
    const at = `${table.path('rows')}.${String(index)}`;
    const found = line.trim().split(/ +/);
    if (found.length === cells.length && cells.every((fits, place) => fits(found[place] ?? ''))) {
      return [{ at, cells: found }];
    }
    reader.refuse({ code: reader.codes.wrongType, field: at, value: line, facts: { expected: 'row' } });
    return [];
  });
}

const isAmount = (cell: string): boolean => /^\d+(\.\d+)?$/.test(cell);
const isDayOrNone = (cell: string): boolean => cell === '-' || isCalendarDay(cell);

/** A station's slips: month, day of entry, both readings, kWh, energy fee, subsidy, day the fee came. */
function slipSteps(table: Section, reader: FileReader): Step[] {
  const [asset, reason] = [table.text('asset'), table.optionalText('reason') ?? ''];
  const form = [isMonth, isCalendarDay, isAmount, isAmount, isAmount, isAmount, isAmount, isDayOrNone];
  return rowsOf(table, reader, form).flatMap(({ at, cells }) => {
    const [month = '', on = '', from = '', to = '', energy = '', fee = '', subsidy = '', came = '-'] = cells;
    const act: Act = {
      ...{ verb: 'settlement', asset, month, from, to, energy, reason },
      ...{ energyUnit: 'kWh', priceUnit: 'yuan/kWh', energyPrice: undefined, subsidyPrice: undefined },
      ...{ energyAmount: fee, subsidyAmount: subsidy },
    };
    const paid = came === '-' ? [] : [stepOf(at, came, feeCame(asset, month, fee))];
    return [stepOf(at, on, act), ...paid];
  });
}

/** What came of an owner's part of a kept station's slips: month, amount, day. */
function partSteps(table: Section, reader: FileReader): Step[] {
  const asset = table.text('asset');
  return rowsOf(table, reader, [isMonth, isAmount, isCalendarDay]).map(({ at, cells }) => {
    const [month = '', amount = '', on = ''] = cells;
    return stepOf(at, on, feeCame(asset, month, amount));
  });
}

function feeCame(asset: string, month: Month, amount: string): Act {
  const clears = [{ asset, stream: 'energy', from: month, to: month, amount: undefined }];
  return { verb: 'receipt', amount, fromAdvance: false, clears };
}

/** The days on which a keeper passes on all that came. */
function ownerSteps(table: Section, reader: FileReader): Step[] {
  const owners = table.lines('owners');
  return rowsOf(table, reader, [isCalendarDay]).map(({ at, cells: [on = ''] }) =>
    stepOf(at, on, { verb: 'pay_owners', owners }),
  );
}

/** What is paid under a contract: day and amount. */
function costSteps(table: Section, reader: FileReader): Step[] {
  const contract = table.text('contract');
  return rowsOf(table, reader, [isCalendarDay, isAmount]).map(({ at, cells: [on = '', amount = ''] }) =>
    stepOf(at, on, {
      ...{ verb: 'deduction', contract, asset: undefined },
      form: { kind: '', name: '', amount, reason: '' },
    }),
  );
}

const nextMonth = (month: Month, day: string): CalendarDay => `${addMonths(month, 1)}-${day}`;

/** What is done for each month from one to another, on one day of each. */
function closingSteps(
  monthly: Section,
  verb: 'depreciation' | 'hold' | 'seal',
  dayOf: (month: Month, day: string) => CalendarDay,
): Step[] {
  const span = monthly.optionalSection(verb);
  if (span === undefined) return [];
  const day = verb === 'depreciation' ? '' : span.matching('on_day', 'day', (text) => /^\d\d$/.test(text));
  const monthUnder = (key: string): Month => span.matching(key, 'month', isMonth);
  const [first, last] = [monthUnder('from'), monthUnder('to')];
  if (first === '' || last === '') return [];
  // Who seals a month is another than who keeps the books and holds it.
  const by = verb === 'seal' ? span.id('by') : undefined;
  const steps: Step[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    steps.push({ ...stepOf(monthly.path(verb), dayOf(month, day), { verb, month }), by });
  }
  return steps;
}

function stepOf(at: string, on: CalendarDay, act: Act): Step {
  return { at, on, by: undefined, refused: [], act };
}

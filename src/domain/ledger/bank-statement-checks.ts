import { addDays, type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { type Fen, readYuan, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { StatementLine } from './bank-statement';

/** What a statement says of itself: its days, and what lay on the account before them and after. */
export interface StatementHead {
  readonly from: CalendarDay;
  readonly through: CalendarDay;
  readonly opening: Fen;
  readonly closing: Fen;
}

/** The head as typed; what is left blank is told by the lines. */
export type StatementHeadForm = Readonly<Record<'from' | 'through' | 'opening' | 'closing', string>>;

/** What was imported of the account before. */
export interface EarlierStatements {
  /** By their first day. */
  readonly heads: readonly StatementHead[];
  /** Lines already there: their days, amounts and marks. */
  readonly lines: readonly { readonly bookedOn: CalendarDay; readonly amount: Fen; readonly mark: string }[];
}

/**
 * Completes the head. The first day is the day after the last statement where that closed on this one's
 * opening balance, else the day of the first line; balances are reckoned from the bank's running balance.
 * @returns undefined with every problem: `form.missing`, `calendar.*`, `money.notAnAmount`
 */
export function readHead(
  form: StatementHeadForm,
  lines: readonly StatementLine[],
  earlier: EarlierStatements,
): { head: StatementHead | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const typed = new TypedHead(form, problems);
  const [first, last] = [lines[0], lines.at(-1)];
  const told = first?.balanceAfter === undefined ? undefined : first.balanceAfter - first.amount;
  const opening = typed.amount('opening', told);
  const before = earlier.heads.at(-1);
  const follows = before !== undefined && before.closing === opening && !isBefore(first, before.through);
  const from = typed.day('from', follows ? addDays(before.through, 1) : first?.bookedOn);
  const through = typed.day('through', last?.bookedOn);
  const closing = typed.amount('closing', last?.balanceAfter);
  if (from === undefined || through === undefined || opening === undefined || closing === undefined) {
    return { head: undefined, problems };
  }
  if (through < from) problems.push({ code: 'calendar.reversed', field: 'through', value: through });
  return { head: { from, through, opening, closing }, problems };
}

/** A line of a day that an earlier statement covers: this statement does not simply follow it. */
function isBefore(line: StatementLine | undefined, through: CalendarDay): boolean {
  return line !== undefined && line.bookedOn <= through;
}

class TypedHead {
  constructor(
    private readonly form: StatementHeadForm,
    private readonly problems: Problem[],
  ) {}

  day(field: 'from' | 'through', told: CalendarDay | undefined): CalendarDay | undefined {
    const value = this.form[field].trim();
    if (value === '' && told === undefined) this.problems.push({ code: 'form.missing', field });
    if (value === '') return told;
    if (isCalendarDay(value)) return value;
    this.problems.push({ code: 'calendar.notADay', field, value });
    return undefined;
  }

  amount(field: 'opening' | 'closing', told: Fen | undefined): Fen | undefined {
    const value = this.form[field].trim();
    if (value === '' && told === undefined) this.problems.push({ code: 'form.missing', field });
    if (value === '') return told;
    const amount = readYuan(value);
    if (amount === undefined) this.problems.push({ code: 'money.notAnAmount', field, value });
    return amount;
  }
}

/**
 * Whether a statement is true in itself: opening and lines make the closing balance, each line leads to the
 * bank's running balance, no line lies outside the days, none ahead of today. Codes `bank.*`.
 */
export function statementProblems(
  head: StatementHead,
  lines: readonly StatementLine[],
  today: CalendarDay,
): Problem[] {
  const problems: Problem[] = [];
  let balance = head.opening;
  for (const line of lines) {
    balance += line.amount;
    const at = { field: `row.${String(line.row)}.balance`, facts: { row: line.row } };
    if (line.balanceAfter !== undefined && line.balanceAfter !== balance) {
      const facts = { row: line.row, expected: balance, stated: line.balanceAfter };
      problems.push({ ...at, code: 'bank.balanceBreaks', facts });
      balance = line.balanceAfter;
    }
    if (line.bookedOn < head.from || line.bookedOn > head.through) {
      const facts = { row: line.row, from: head.from, through: head.through };
      problems.push({
        field: `row.${String(line.row)}.day`,
        code: 'bank.dayOutside',
        value: line.bookedOn,
        facts,
      });
    }
  }
  const moved = sumFen(lines.map(({ amount }) => amount));
  if (head.opening + moved !== head.closing) {
    const { opening, closing } = head;
    const facts = { opening, moved, closing, difference: closing - opening - moved };
    problems.push({ code: 'bank.sumDiffers', field: 'closing', facts });
  }
  if (head.through > today) {
    problems.push({ code: 'bank.inFuture', field: 'through', value: head.through, facts: { today } });
  }
  return problems;
}

/**
 * Whether a statement goes together with those imported before: it does not begin before the first one, its
 * opening balance is what they led to, and on the days they share they say the same. A day on which the
 * earlier statement ended may have gained lines since.
 * @param marks of the lines, in their order
 */
export function connectionProblems(
  head: StatementHead,
  lines: readonly (StatementLine & { readonly mark: string })[],
  earlier: EarlierStatements,
): Problem[] {
  const first = earlier.heads[0];
  if (first === undefined) return [];
  if (head.from < first.from) {
    return [{ code: 'bank.beforeFirst', field: 'from', value: head.from, facts: { first: first.from } }];
  }
  const problems: Problem[] = [];
  const known = earlier.lines.filter(({ bookedOn }) => bookedOn < head.from);
  const expected = first.opening + sumFen(known.map(({ amount }) => amount));
  if (expected !== head.opening) {
    const facts = { expected, difference: head.opening - expected };
    problems.push({ code: 'bank.openingDiffers', field: 'opening', facts });
  }
  return [...problems, ...overlapProblems(head, lines, earlier), ...laterProblems(head, lines, earlier)];
}

/** A statement that fills a gap still has to lead to the opening balance of the ones behind it. */
function laterProblems(
  head: StatementHead,
  lines: readonly (StatementLine & { readonly mark: string })[],
  earlier: EarlierStatements,
): Problem[] {
  const there = new Set(earlier.lines.map(({ mark }) => mark));
  const all = [...earlier.lines, ...lines.filter(({ mark }) => !there.has(mark))];
  return earlier.heads
    .filter(({ from }) => from > head.through)
    .flatMap(({ from, opening }) => {
      const moved = sumFen(all.filter(({ bookedOn }) => bookedOn < from).map(({ amount }) => amount));
      const difference = opening - (earlier.heads[0]?.opening ?? 0n) - moved;
      if (difference === 0n) return [];
      return [{ code: 'bank.nextDiffers', field: 'closing', facts: { next: from, difference } }];
    });
}

function overlapProblems(
  head: StatementHead,
  lines: readonly (StatementLine & { readonly mark: string })[],
  earlier: EarlierStatements,
): Problem[] {
  const here = new Set(lines.map(({ mark }) => mark));
  const there = new Set(earlier.lines.map(({ mark }) => mark));
  const lost = earlier.lines.filter(
    ({ bookedOn, mark }) => bookedOn >= head.from && bookedOn <= head.through && !here.has(mark),
  );
  const added = lines.filter(
    ({ bookedOn, mark }) => !there.has(mark) && isSettledDay(bookedOn, earlier.heads),
  );
  return [
    ...lost.map(({ bookedOn, amount }) => ({
      code: 'bank.lineLost',
      field: 'file',
      facts: { day: bookedOn, amount },
    })),
    ...added.map(({ row, bookedOn, amount }) => ({
      code: 'bank.lineAdded',
      field: `row.${String(row)}.day`,
      facts: { row, day: bookedOn, amount },
    })),
  ];
}

/** A day that an earlier statement covers and did not end on. */
function isSettledDay(day: CalendarDay, heads: readonly StatementHead[]): boolean {
  return heads.some(({ from, through }) => day >= from && day < through);
}

/** Days between the last statement and this one that no statement covers, though the balance agrees. */
export function uncoveredDays(
  head: StatementHead,
  earlier: EarlierStatements,
): { readonly from: CalendarDay; readonly through: CalendarDay } | undefined {
  const reached = earlier.heads.filter(({ from }) => from <= head.from).map(({ through }) => through);
  const last = reached.sort().at(-1);
  if (last === undefined || addDays(last, 1) >= head.from) return undefined;
  return { from: addDays(last, 1), through: addDays(head.from, -1) };
}

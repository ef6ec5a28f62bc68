import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { percentText, printedShare } from '../money/printed-share';
import { groupedBy } from '../shared/grouped';
import type { LabourLine } from '../uses/labour-rows';
import {
  GRANTED_SUMS,
  grantedSums,
  type GrantedTogether,
  PLAN_LINES,
  type TakenLine,
  takenRows,
} from './plan-lines-taken';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

/** Who worked on which small public work for how many accepted days, and what that comes to. */
export const WORKS_LABOUR = {
  pools: 'none',
  sums: GRANTED_SUMS,
  capitals: 'granted',
  tables: {
    people: {
      listsPersons: true,
      fields: {
        person: { kind: 'person' },
        group: { kind: 'group' },
        work: { kind: 'work' },
        days: { kind: 'halfDays' },
        rate: { kind: 'money' },
        amount: { kind: 'money' },
      },
      ...{ lead: 'person', amount: 'amount', totals: { days: '', amount: 'granted' } },
    },
    sheets: {
      fields: {
        work: { kind: 'work' },
        from: { kind: 'day' },
        to: { kind: 'day' },
        accepted: { kind: 'day' },
        by: { kind: 'body' },
        people: { kind: 'count' },
        amount: { kind: 'money' },
        paid: { kind: 'money' },
      },
      ...{ lead: 'work', amount: 'amount', totals: { amount: '', paid: 'paid' } },
    },
    shares: {
      fields: {
        work: { kind: 'work' },
        investment: { kind: 'money' },
        labour: { kind: 'money' },
        share: { kind: 'text' },
      },
      ...{ lead: 'work', amount: 'labour', totals: {} },
    },
    lines: PLAN_LINES,
  },
} as const satisfies ReportShape;

/** A labour sheet that somebody accepted: since then it is owed. */
export interface AcceptedLabour extends GrantedTogether {
  readonly workId: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly acceptedOn: CalendarDay;
  /** Where whoever accepted it belongs, where that is known. */
  readonly acceptedAt: string | undefined;
  readonly lines: readonly LabourLine[];
}

/** A work for relief: what it costs, and all its accepted labour up to the last day. Fen. */
export interface LabourShare {
  readonly workId: string;
  readonly investment: Fen;
  readonly labour: Fen;
}

/** What the sheet is made of. */
export interface WorksLabourFacts {
  /** Of which the last day of work lies within the days. */
  readonly sheets: readonly AcceptedLabour[];
  readonly earlier: readonly GrantedTogether[];
  readonly shares: readonly LabourShare[];
  readonly lines: readonly TakenLine[];
}

/** The figures of the sheet; somebody has a row for each work and each rate. */
export function worksLabourNotice({ sheets, earlier, shares, lines }: WorksLabourFacts): ReportFigures {
  const { tables } = WORKS_LABOUR;
  const worked = sheets.flatMap(({ workId, lines: own }) => own.map((line) => ({ ...line, workId })));
  const groups = groupedBy(worked, ({ memberId, workId, rate }) => `${memberId} ${workId} ${String(rate)}`);
  return {
    sums: grantedSums(sheets, earlier),
    tables: {
      sheets: reportTable(tables.sheets, sheets.map(sheetRow)),
      shares: reportTable(tables.shares, shares.map(shareRow)),
      lines: reportTable(tables.lines, takenRows(lines)),
    },
    persons: { people: reportTable(tables.people, [...groups.values()].map(personRow)) },
  };
}

function personRow(own: readonly (LabourLine & { readonly workId: string })[]): ReportRow {
  const [first] = own;
  return {
    ...{ person: first?.memberId ?? '', group: first?.memberId ?? '', work: first?.workId ?? '' },
    days: own.reduce((sum, { halfDays }) => sum + halfDays, 0),
    rate: String(first?.rate ?? 0n),
    amount: String(sumFen(own.map(({ amount }) => amount))),
  };
}

function sheetRow({
  workId,
  from,
  to,
  acceptedOn,
  acceptedAt,
  lines,
  amount,
  open,
}: AcceptedLabour): ReportRow {
  return {
    ...{ work: workId, from, to, accepted: acceptedOn },
    ...(acceptedAt === undefined ? {} : { by: acceptedAt }),
    ...{ people: lines.length, amount: String(amount), paid: String(amount - open) },
  };
}

/** What of the investment was paid for labour; both stand in the row. */
function shareRow({ workId, investment, labour }: LabourShare): ReportRow {
  const part = printedShare(labour, investment);
  const share = part === undefined ? {} : { share: percentText(part) };
  return { work: workId, investment: String(investment), labour: String(labour), ...share };
}

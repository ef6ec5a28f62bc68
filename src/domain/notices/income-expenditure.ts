import type { CalendarDay } from '../calendar/calendar-day';
import type { Pool, Stream } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

const POOLS = ['pv', 'other', 'members', 'earmarked'] as const satisfies readonly Pool[];
const STREAMS = ['energy', 'subsidy', 'rent', 'dividend', 'other', 'tax'] as const;

const VOUCHER = {
  voucher: { kind: 'text' },
  day: { kind: 'day' },
  entry: { kind: 'entry' },
} as const;
const MONEY = { pool: { kind: 'word', words: POOLS }, amount: { kind: 'money' } } as const;

/** Each receipt, cost and grant of some days, voucher by voucher. */
export const INCOME_EXPENDITURE = {
  pools: 'oneOrAll',
  sums: ['carriedOver', 'received', 'spent', 'left'],
  tables: {
    received: {
      fields: {
        ...VOUCHER,
        asset: { kind: 'asset' },
        stream: { kind: 'word', words: STREAMS },
        ...MONEY,
      },
      ...{ lead: 'entry', amount: 'amount', totals: { amount: 'received' } },
    },
    deducted: {
      fields: { ...VOUCHER, asset: { kind: 'asset' }, ...MONEY },
      ...{ lead: 'entry', amount: 'amount', totals: { amount: 'spent' } },
    },
    granted: {
      fields: { ...VOUCHER, ...MONEY },
      ...{ lead: 'entry', amount: 'amount', totals: { amount: 'spent' } },
    },
  },
} as const satisfies ReportShape;

/** What a pool's statement counts of some days, line by line, in the order of the books. */
export interface MovedLine {
  readonly flow: 'received' | 'deducted' | 'granted';
  readonly entryId: string;
  /** As it is printed. */
  readonly voucher: string;
  readonly on: CalendarDay;
  readonly pool: Pool;
  readonly assetId: string | undefined;
  readonly stream: Stream;
  readonly isTax: boolean;
  readonly amount: Fen;
}

/** What the sheet is made of. */
export interface IncomeExpenditureFacts {
  /** What was there before the first day. */
  readonly carriedOver: Fen;
  readonly lines: readonly MovedLine[];
}

/** The figures of the sheet: what a voucher says twice of the same thing stands in one row. */
export function incomeExpenditureNotice({ carriedOver, lines }: IncomeExpenditureFacts): ReportFigures {
  const { received, deducted, granted } = INCOME_EXPENDITURE.tables;
  const rowsOf = (flow: MovedLine['flow']): ReportRow[] => joined(lines.filter((line) => line.flow === flow));
  const tables = {
    received: reportTable(received, rowsOf('received')),
    deducted: reportTable(deducted, rowsOf('deducted')),
    granted: reportTable(granted, rowsOf('granted')),
  };
  const came = sumFen(lines.filter(({ flow }) => flow === 'received').map(({ amount }) => amount));
  const spent = sumFen(lines.filter(({ flow }) => flow !== 'received').map(({ amount }) => amount));
  return {
    sums: {
      carriedOver: String(carriedOver),
      received: String(came),
      spent: String(spent),
      left: String(carriedOver + came - spent),
    },
    tables,
  };
}

function joined(lines: readonly MovedLine[]): ReportRow[] {
  const rows = new Map<string, { readonly row: ReportRow; amount: Fen }>();
  for (const line of lines) {
    const row = rowOf(line);
    const key = Object.values(row).join(' ');
    const before = rows.get(key);
    if (before === undefined) rows.set(key, { row, amount: line.amount });
    else before.amount += line.amount;
  }
  return [...rows.values()]
    .filter(({ amount }) => amount !== 0n)
    .map(({ row, amount }) => ({ ...row, amount: String(amount) }));
}

function rowOf({ flow, entryId, voucher, on, pool, assetId, stream, isTax }: MovedLine): ReportRow {
  return {
    ...{ voucher, day: on, entry: entryId, pool },
    ...(assetId === undefined || flow === 'granted' ? {} : { asset: assetId }),
    ...(flow === 'received' ? { stream: isTax ? 'tax' : stream } : {}),
  };
}

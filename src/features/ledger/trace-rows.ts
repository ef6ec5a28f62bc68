import type { MoneyStrand, TracedLine } from '../../domain/ledger/trace-money';
import { stepAs } from '../../domain/ledger/trace-money';
import type { Fen } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { villagePaths } from '../../platform/http/office-paths';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { widePunctuation } from '../../platform/text/wide-punctuation';

/** One end of a strand, or its middle: a voucher, or the words for what is not there. */
export interface TraceCell {
  /** The voucher, if there is one: its number, its day and where its own money is told. */
  readonly voucher?: { readonly number: string; readonly on: string; readonly href: string };
  readonly words: string;
}

/** Fen that came from one place, went to one use and were paid by one voucher. */
export interface TraceRow {
  readonly from: TraceCell;
  readonly use: TraceCell;
  readonly paid: TraceCell;
  readonly amount: Fen;
}

/** Whose vouchers, and the names of what their lines point to, by id. */
export interface TraceNames {
  readonly collectiveId: string;
  readonly names: ReadonlyMap<string, string>;
}

/** The strands in words; those that run through the same vouchers over the same matter are one row. */
export function traceRows(strands: readonly MoneyStrand[], given: TraceNames): TraceRow[] {
  const rows = new Map<string, TraceRow>();
  for (const strand of strands) {
    const { amount } = strand;
    const row = {
      from: fromOf(strand, given),
      use: useOf(strand, given),
      paid: paidOf(strand, given),
      amount,
    };
    const key = JSON.stringify([row.from, row.use, row.paid]);
    const same = rows.get(key);
    rows.set(key, same === undefined ? row : { ...row, amount: same.amount + amount });
  }
  return [...rows.values()];
}

const word = (id: string): string => labelOf(`trace.${id}`);

/** Where fen came from: the receipt they were counted as, or what came to the bank without being one. */
function fromOf(strand: MoneyStrand, given: TraceNames): TraceCell {
  const brought = stepAs(strand, 'brought');
  const banked = stepAs(strand, 'banked');
  const line = brought ?? banked;
  if (line === undefined) return { words: stepAs(strand, 'used') === undefined ? '' : word('notCome') };
  const cell = cellOf(line, given, aboutOf(line, given.names) ?? widePunctuation(line.summary));
  if (banked === undefined || banked.entryId === line.entryId) return cell;
  const number = voucherNumberText(banked.voucherNumber);
  return { ...cell, words: `${cell.words}${word('bankedBy')}${banked.postedOn} ${number}` };
}

/** What fen were used for, or why they were used for nothing. */
function useOf(strand: MoneyStrand, given: TraceNames): TraceCell {
  const used = stepAs(strand, 'used');
  if (used !== undefined) return cellOf(used, given, widePunctuation(used.summary));
  if (strand.steps[0]?.as === 'settled') return { words: word('advance') };
  const last = strand.steps.at(-1)?.as;
  if (last === 'brought') return { words: word('notUsed') };
  return { words: word(last === 'owed' ? 'held' : 'through') };
}

/** The payment, or that there is none yet. */
function paidOf(strand: MoneyStrand, given: TraceNames): TraceCell {
  const last = strand.steps.at(-1);
  if (last?.as === 'paid') {
    const isOwn = stepAs(strand, 'used')?.entryId === last.line.entryId;
    return cellOf(last.line, given, isOwn ? word('atOnce') : widePunctuation(last.line.summary));
  }
  return { words: last?.as === 'owed' ? word('notPaid') : '' };
}

function cellOf(line: TracedLine, { collectiveId }: TraceNames, words: string): TraceCell {
  return {
    voucher: {
      number: voucherNumberText(line.voucherNumber),
      on: line.postedOn,
      href: `${villagePaths(collectiveId).voucher(line.entryId)}/trace`,
    },
    words,
  };
}

/** Which asset, which income, of which month. */
function aboutOf(
  { assetId, stream, generationMonth }: TracedLine,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const words = [
    assetId === undefined ? undefined : (names.get(assetId) ?? assetId),
    stream === undefined ? undefined : labelOf(`stream.${stream}`),
    generationMonth,
  ].filter((each) => each !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
}

/** The rows as a table for paper and workbook. */
export function traceSheet(
  pools: readonly { readonly name: string; readonly rows: readonly TraceRow[] }[],
): Pick<SheetTable, 'columns' | 'rows'> {
  const words = ({ voucher, words: said }: TraceCell): string =>
    voucher === undefined ? said : `${voucher.on} ${voucher.number} ${said}`;
  return {
    columns: [
      { head: word('from'), kind: 'text', width: 54 },
      { head: word('use'), kind: 'text', width: 50 },
      { head: word('paid'), kind: 'text', width: 46 },
      { head: labelOf('field.amount'), kind: 'money', width: 30, carry: 'sum' },
    ],
    rows: pools.flatMap(({ name, rows }) => [
      { kind: 'heading' as const, cells: [name] },
      ...rows.map((row) => ({
        kind: 'line' as const,
        cells: [words(row.from), words(row.use), words(row.paid), row.amount],
      })),
      {
        kind: 'total' as const,
        cells: [labelOf('report.total'), '', '', rows.reduce((sum, { amount }) => sum + amount, 0n)],
      },
    ]),
  };
}

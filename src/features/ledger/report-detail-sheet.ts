import { accountOf } from '../../domain/ledger/account-sums';
import type { Chart } from '../../domain/ledger/chart';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import type { DetailLine, DetailRow } from '../../domain/ledger/report-detail-ledger';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { villagePaths } from '../../platform/http/office-paths';
import type { SheetColumn, SheetRow } from '../../platform/spreadsheets/sheet-table';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { counterpartyText } from './counterparties.service';
import { money, type SheetBody, standing, text, word } from './report-columns';

const TOTAL_WORDS = {
  brought: 'brought',
  line: '',
  day: 'dayTotal',
  month: 'monthTotal',
  year: 'yearTotal',
} as const;

/** What a ledger is told with. */
interface DetailBooks {
  readonly collectiveId: string;
  readonly chart: Chart;
  /** Whom the lines name, where a column says it. */
  readonly parties?: CounterpartyNames | undefined;
}

/**
 * 明细账 and 日记账: line by line with the balance after each, whom it names, the accounts on the other side,
 * the sums.
 */
export function detailLedgerSheet(rows: readonly DetailRow[], books: DetailBooks): SheetBody {
  const { parties } = books;
  const nameOf = (code: string): string => accountOf(books.chart, code).name;
  const drawn = rows.map((row): SheetRow => {
    const { line, kind, on, debit, credit, balance } = row;
    if (line === undefined) {
      const sums = kind === 'brought' ? [undefined, undefined] : [debit, credit];
      const words = ['', '', word(TOTAL_WORDS[kind]), ...(parties === undefined ? [] : ['']), ''];
      const cells = [...words, ...sums, ...standing(balance)];
      return { kind: 'subtotal', cells };
    }
    return {
      kind: 'line',
      href: villagePaths(books.collectiveId).voucher(line.entryId),
      cells: [
        ...[on, voucherNumberText(line.voucherNumber), widePunctuation(line.summary)],
        ...(parties === undefined ? [] : [partyOfLine(line, parties)]),
        line.counterAccounts.map(nameOf).join(word('listMark')),
        ...[line.side === 'debit' ? debit : undefined, line.side === 'credit' ? credit : undefined],
        ...standing(balance),
      ],
    };
  });
  return {
    columns:
      parties === undefined ? [...wordsWide(), ...amounts(22, 8)] : [...wordsByName(), ...amounts(21, 7)],
    rows: drawn,
  };
}

function wordsWide(): SheetColumn[] {
  return [text('day', 18), text('voucher', 16, { linked: true }), text('summary', 44), text('counter', 28)];
}

function wordsByName(): SheetColumn[] {
  return [
    ...[text('day', 18), text('voucher', 15, { linked: true }), text('summary', 30)],
    ...[text('otherParty', 24), text('counter', 23)],
  ];
}

function amounts(width: number, mark: number): SheetColumn[] {
  return [
    money('debit', width, { carry: 'sum' }),
    money('credit', width, { carry: 'sum' }),
    { head: word('side'), kind: 'mark', width: mark, carry: 'last' },
    money('balance', width, { carry: 'last' }),
  ];
}

/** Whom a line names, or nothing. */
function partyOfLine({ counterparty }: DetailLine, names: CounterpartyNames): string {
  return counterparty === undefined ? '' : counterpartyText(counterparty, names);
}

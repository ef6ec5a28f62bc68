import { join } from 'node:path';
import { deductionPostings } from '../../../src/domain/deductions/postings';
import {
  advanceUsedPostings,
  incomeDuePostings,
  receiptPostings,
  settlementPostings,
} from '../../../src/domain/income/postings';
import { advanceReturnedPostings } from '../../../src/domain/income/rent-postings';
import type { Chart } from '../../../src/domain/ledger/chart';
import {
  flowEffect,
  type Pool,
  type Posting,
  requireBookable,
  signedAmount,
} from '../../../src/domain/ledger/journal-entry';
import { readManualVoucher } from '../../../src/domain/ledger/manual-voucher';
import { linesOfShortOpening, openingPostings } from '../../../src/domain/months/postings';
import { subsidyAdvancedPostings, subsidyRepaidPostings } from '../../../src/domain/income/subsidy-advance';
import { subsidyCutPostings } from '../../../src/domain/income/subsidy-cut';
import { movedToEarlierYear, movedToSurplus } from '../../../src/domain/ledger/prior-year-move';
import { correctionPostings } from '../../../src/domain/months/prior-year-postings';
import {
  incomeClosingPostings,
  reservePostings,
  surplusClosingPostings,
} from '../../../src/domain/months/year-end-postings';
import { dividendGiven, dividendPaid, grantPostings } from '../../../src/domain/uses/postings';
import { ChartService } from '../../../src/features/ledger/chart.service';
import { BY_HAND } from './events-by-hand.fixture';

const charts = new ChartService(join(__dirname, '../../../seeds'));

/** `bank 9, earmarkedFunds -9`: accounts by what they mean, amounts in fen, debit above zero. */
function linesOf(text: string, { roles }: Chart): [account: string, signed: bigint][] {
  return text.split(', ').map((line) => {
    const [role, signed = '0'] = line.split(' ');
    const account = new Map<string, string>(Object.entries(roles)).get(role ?? '');
    return [String(account), BigInt(signed)];
  });
}

const DAY = '2025-06-30';

/** What stands on these accounts is some asset's: a voucher by hand names it. */
function ofRegister(ledgerAccount: string, { roles }: Chart): boolean {
  return [roles.fixedAssets, roles.accumulatedDepreciation].includes(ledgerAccount);
}

/** A voucher as an accountant writes it by hand. */
function byHand(lines: string, pool: Pool): (chart: Chart) => Posting[] {
  return (chart) => {
    const form = {
      postedOn: DAY,
      aboutPeriod: '',
      summary: 'an event',
      attachments: '1',
      redLetters: '',
      lines: linesOf(lines, chart).map(([ledgerAccount, signed]) => ({
        ledgerAccount,
        debit: signed > 0n ? yuan(signed) : '',
        credit: signed < 0n ? yuan(-signed) : '',
        assetId: ofRegister(ledgerAccount, chart) ? 'station' : '',
        ...{ pool, stream: '', generationMonth: '', counterparty: '' },
      })),
    };
    const registers = { chart, assetIds: new Set(['station']), counterparties: new Map<string, string>() };
    const { entry, problems } = readManualVoucher(form, registers, { kind: 'manual', id: '1' });
    expect(problems).toEqual([]);
    return [...entry.postings];
  };
}

const yuan = (fen: bigint) => `${String(fen / 100n)}.${String(fen % 100n).padStart(2, '0')}`;

const part = (amount: bigint, stream: 'energy' | 'subsidy' | 'rent') =>
  ({ amount, pool: 'pv', assetId: 'station', stream, month: '2025-05', counterparty: 'grid' }) as const;

const claim = (bucket: string) => ({
  ...{ id: 'claim', pool: 'pv' as const, bucket, forWhat: 'f', beneficiaries: 1 },
  ...{ unit: 'person' as const, targetGroup: 'others' as const, amount: 500n },
});

/** Every event of the table of entries, its entry, and by how much its pool's money moves. */
const EVENTS: readonly {
  readonly event: string;
  readonly book: (chart: Chart) => Posting[];
  readonly lines: string;
  readonly moves?: bigint;
}[] = [
  ...BY_HAND.map(([event, pool, lines, moves]) => ({
    ...{ event: `${event} (by hand)`, lines, book: byHand(lines, pool) },
    ...(moves === undefined ? {} : { moves }),
  })),
  {
    event: 'books open with money in the bank',
    book: (chart) =>
      openingPostings(
        linesOfShortOpening({ bank: [{ pool: 'pv', amount: 9n }], receivables: [] }, chart),
        chart,
      ),
    lines: 'bank 9, surplusDistribution -9',
    moves: 9n,
  },
  {
    event: 'electricity and its subsidy are settled',
    book: ({ roles, choices }) =>
      settlementPostings({ energy: part(7n, 'energy'), subsidy: part(5n, 'subsidy') }, { roles, choices }),
    lines: 'receivable 7, operatingIncome -7, receivable 5, operatingIncome -5',
  },
  {
    event: 'rent falls due',
    book: ({ roles }) => incomeDuePostings(part(7n, 'rent'), roles),
    lines: 'receivable 7, operatingIncome -7',
  },
  {
    event: 'what was owed comes in',
    book: ({ roles }) => receiptPostings([part(7n, 'energy')], roles),
    lines: 'bank 7, receivable -7',
    moves: 7n,
  },
  {
    event: 'rent of the next year comes in advance (by hand)',
    book: byHand('bank 150, payable -150', 'other'),
    lines: 'bank 150, payable -150',
  },
  {
    event: 'its year has come, and the advance pays the rent',
    book: ({ roles }) => advanceUsedPostings([part(150n, 'rent')], roles),
    lines: 'payable 150, receivable -150',
    moves: 150n,
  },
  {
    event: 'rent kept ahead is paid back',
    book: ({ roles }) =>
      advanceReturnedPostings({ amount: 150n, pool: 'other', assetId: 'a', counterparty: 'c' }, roles),
    lines: 'payable 150, bank -150',
  },
  {
    event: 'subsidy of this year is cut by a notice',
    book: (chart) =>
      subsidyCutPostings(
        [{ ...part(7n, 'subsidy'), bookedOn: '2025-02-05', takenOver: false }],
        '2025-06-10',
        chart,
      ),
    lines: 'operatingIncome 7, receivable -7',
  },
  {
    event: 'money is advanced until the subsidy comes',
    book: ({ roles }) => subsidyAdvancedPostings({ amount: 300n, pool: 'pv', counterparty: 'c' }, roles),
    lines: 'bank 300, payable -300',
  },
  {
    event: 'and goes back when it comes',
    book: ({ roles }) => subsidyRepaidPostings({ amount: 300n, pool: 'pv', counterparty: 'c' }, roles),
    lines: 'payable 300, bank -300',
  },
  {
    event: 'cleaning, upkeep, insurance or land rent is paid',
    book: ({ roles }) => deductionPostings({ pool: 'pv', amount: 500n }, roles),
    lines: 'operatingExpense 500, bank -500',
    moves: -500n,
  },
  ...(['posts', 'labour'] as const).map((bucket) => ({
    event: `${bucket} are granted`,
    book: (chart: Chart) => grantPostings(claim(bucket), 'line', chart),
    lines: 'publicWelfareExpense 500, labourPayable -500',
    moves: -500n,
  })),
  {
    event: 'a reward is granted',
    book: (chart) => grantPostings(claim('reward'), 'line', chart),
    lines: 'publicWelfareExpense 500, payable -500',
    moves: -500n,
  },
  {
    event: 'income and cost are closed',
    book: (chart) =>
      incomeClosingPostings(
        [
          { ledgerAccount: chart.roles.operatingIncome, pool: 'pv', amount: -1000n },
          { ledgerAccount: chart.roles.operatingExpense, pool: 'pv', amount: 50n },
        ],
        chart,
      ),
    lines: 'operatingIncome 1000, currentYearSurplus -1000, operatingExpense -50, currentYearSurplus 50',
  },
  ...(
    [
      ['a surplus is closed', -950n],
      ['a loss is closed', 950n],
    ] as const
  ).map(([event, amount]) => ({
    event,
    book: (chart: Chart) =>
      surplusClosingPostings([{ ledgerAccount: chart.roles.currentYearSurplus, pool: 'pv', amount }], chart),
    lines: `currentYearSurplus ${String(-amount)}, surplusDistribution ${String(amount)}`,
  })),
  {
    event: 'a reserve is taken',
    book: (chart) => reservePostings([{ pool: 'pv', amount: 475n }], chart),
    lines: 'surplusDistribution 475, reserve -475',
  },
  {
    event: 'members are given their share',
    book: ({ roles }) =>
      dividendGiven({ pool: 'pv', parts: [{ amount: 9000n, counterparty: 'a' }, { amount: 25n }] }, roles),
    lines: 'surplusDistribution 9025, internal -9000, internal -25',
    moves: -9025n,
  },
  {
    event: 'members are paid their share',
    book: ({ roles }) => dividendPaid({ pool: 'pv', parts: [{ amount: 9025n }] }, roles),
    lines: 'internal 9025, bank -9025',
  },
  {
    event: 'a cost of a closed year turns up',
    book: (chart) =>
      correctionPostings(
        { nature: 'expense', change: 'more', pool: 'pv', amount: 30n, counter: chart.roles.payable },
        chart,
      ),
    lines: 'surplusDistribution 30, payable -30',
    moves: -30n,
  },
  {
    event: 'income of a closed year was told too high',
    book: (chart) =>
      correctionPostings(
        { nature: 'income', change: 'less', pool: 'pv', amount: 30n, counter: chart.roles.bank },
        chart,
      ),
    lines: 'surplusDistribution 30, bank -30',
    moves: -30n,
  },
  {
    event: 'depreciation of a closed year was told too high',
    book: (chart) =>
      correctionPostings(
        {
          ...{ nature: 'expense', change: 'less', pool: 'pv', amount: 30n },
          counter: chart.roles.accumulatedDepreciation,
        },
        chart,
      ),
    lines: 'surplusDistribution -30, accumulatedDepreciation 30',
  },
  {
    event: 'a cost of an earlier year is reversed, and moved to 322',
    book: (chart) =>
      movedToSurplus(
        { postedOn: '2024-11-20', postings: deductionPostings({ pool: 'pv', amount: 500n }, chart.roles) },
        '2025-01-10',
        chart,
      ),
    lines: 'operatingExpense 500, surplusDistribution -500',
  },
  {
    event: "and is entered anew: it is that year's, too",
    book: (chart) => movedToEarlierYear(deductionPostings({ pool: 'pv', amount: 510n }, chart.roles), chart),
    lines: 'operatingExpense -510, surplusDistribution 510',
  },
  {
    event: 'rent of an earlier year is entered anew',
    book: (chart) => movedToEarlierYear(incomeDuePostings(part(310n, 'rent'), chart.roles), chart),
    lines: 'operatingIncome 310, surplusDistribution -310',
  },
];

describe.each(['2023', '2004'])('under the chart of %s an event makes its entry', (version) => {
  const chart = charts.requireChart(version);

  it.each(EVENTS)('$event', ({ book, lines, moves = 0n }) => {
    const postings = book(chart);
    expect(postings.map((line) => [line.ledgerAccount, signedAmount(line)])).toEqual(linesOf(lines, chart));
    const source = { kind: 'test', id: '1' };
    const when = { postedOn: DAY, aboutPeriod: '2025-06', statementOn: DAY };
    requireBookable({ event: 'test', ...when, summary: 's', source, postings }, chart);
    expect(flowEffect(postings)).toBe(moves);
  });
});

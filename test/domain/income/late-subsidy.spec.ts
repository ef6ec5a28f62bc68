import { oldestFirst } from '../../../src/domain/income/spread-batch';
import {
  type AdvanceStanding,
  checkSubsidyAdvances,
  readSubsidyAdvance,
  readSubsidyRepayment,
  repaidOnReceipt,
  repayable,
  SUBSIDY_ADVANCE,
  type SubsidyCame,
} from '../../../src/domain/income/subsidy-advance';
import {
  type OpenSubsidy,
  isFeeRemainder,
  readNoteWithdrawal,
  readSubsidyCut,
  type SubsidyCutForm,
  subsidyCutPostings,
} from '../../../src/domain/income/subsidy-cut';
import { type SubsidyRow, subsidyAgeing } from '../../../src/domain/income/subsidy-year';
import { undistributedAccount } from '../../../src/domain/ledger/chart';
import { FULL } from '../ledger/entries.fixture';
import { type CheckedEntry, Findings } from '../../../src/domain/ledger/check-pass';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { seedRegisters } from '../../support/seed-registers';

const owed = (id: string, month: string, outstanding: bigint, assetId = 's1') => ({
  ...{ id, month, outstanding, assetId },
});

it.each([
  ['with its reason', ' of another month ', true, []],
  ['not without one', ' ', true, ['form.missing noteWithdrawn']],
  ['not with the number of a person in it', '13800138000', true, ['form.privateNumber noteWithdrawn']],
  ['not where none is chosen, or it is withdrawn', 'x', false, ['subsidy.noteUnknown noteId']],
])('a note on subsidy that is owed on is withdrawn %s', (_rule, typed, stands, codes) => {
  const { reason, problems } = readNoteWithdrawal(typed, stands);
  expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  expect(reason).toBe(typed.trim());
});

describe('a batch of subsidy whose notice names no months', () => {
  const THREE = [owed('c', '2024-03', 30n), owed('a', '2024-01', 10n), owed('b', '2024-02', 20n)];
  it.each<[rule: string, batch: bigint, parts: [string, bigint][], rest: bigint]>([
    ['pays nothing where it is nothing', 0n, [], 0n],
    ['pays the oldest month first', 10n, [['a', 10n]], 0n],
    [
      'pays the next one in part',
      11n,
      [
        ['a', 10n],
        ['b', 1n],
      ],
      0n,
    ],
    [
      'pays every month, to the fen',
      60n,
      [
        ['a', 10n],
        ['b', 20n],
        ['c', 30n],
      ],
      0n,
    ],
    [
      'hands back what is more than all of it',
      61n,
      [
        ['a', 10n],
        ['b', 20n],
        ['c', 30n],
      ],
      1n,
    ],
  ])('%s', (_rule, batch, parts, rest) => {
    const spread = oldestFirst(batch, THREE);
    expect([[...spread.parts], spread.rest]).toEqual([parts, rest]);
  });

  it('goes station by station within a month, in whatever order they are listed', () => {
    const two = [owed('y', '2024-01', 5n, 's2'), owed('x', '2024-01', 5n)];
    expect([...oldestFirst(7n, two).parts]).toEqual([
      ['x', 5n],
      ['y', 2n],
    ]);
    expect([...oldestFirst(7n, [...two].reverse()).parts]).toEqual([
      ['x', 5n],
      ['y', 2n],
    ]);
  });
});

const TYPED: SubsidyCutForm = {
  ...{ cutKind: 'writtenOff', cutOn: '2025-06-10', byPaper: 'Notice 7', reason: '', amounts: { a: '1.00' } },
};
const OPEN: OpenSubsidy = {
  ...{ id: 'a', stream: 'subsidy', outstanding: 100n, bookedOn: '2025-02-05', joint: false },
};

describe('subsidy that did not come in full', () => {
  it.each<[rule: string, wish: Partial<SubsidyCutForm>, open: Partial<OpenSubsidy>, codes: string[]]>([
    ['is written off to its last fen', {}, {}, []],
    ['is not written off above what is owed', { amounts: { a: '1.01' } }, {}, ['receipt.aboveOutstanding']],
    ['is not written off without a notice', { byPaper: ' ' }, {}, ['subsidy.cutWithoutPaper']],
    ['is owed on without a notice', { cutKind: 'keptOwing', byPaper: '', reason: 'later' }, {}, []],
    ['is not owed on without a word', { cutKind: 'keptOwing' }, {}, ['form.missing']],
    ['is one or the other', { cutKind: 'x' }, {}, ['form.notAllowed']],
    ['is said to be one of them', { cutKind: '' }, {}, ['form.missing']],
    ['is not cut ahead of the day', { cutOn: '2025-07-21' }, {}, ['subsidy.cutLater']],
    ['is cut today', { cutOn: '2025-07-20' }, {}, []],
    ['is cut on the day it was booked', { cutOn: '2025-02-05' }, {}, []],
    ['is not cut before it was owed', { cutOn: '2025-02-04' }, {}, ['subsidy.cutBeforeOwed']],
    ['names a month that is owed', { amounts: { b: '1' } }, {}, ['subsidy.notOpen']],
    ['names an amount', { amounts: { a: '' } }, {}, ['subsidy.nothingCut']],
    ['names more than nothing', { amounts: { a: '0' } }, {}, ['subsidy.nothingCut']],
    ['names an amount that can be read', { amounts: { a: '1o' } }, {}, ['money.notAnAmount']],
    ['is not written off of a joint station', {}, { joint: true }, ['subsidy.cutOfJoint']],
    ['is explained of a joint station', { cutKind: 'keptOwing', reason: 'later' }, { joint: true }, []],
    ['gives the last of a fee up for a reason', { reason: 'rounded' }, { stream: 'energy' }, []],
    ['gives no fee up without one', {}, { stream: 'energy' }, ['form.missing']],
    [
      'leaves no fee owed on',
      { cutKind: 'keptOwing', reason: 'later' },
      { stream: 'energy' },
      ['subsidy.feeKeptOwing'],
    ],
    ['names no telephone', { byPaper: '13812345678' }, {}, ['form.privateNumber']],
  ])('%s', (_rule, wish, open, codes) => {
    const given = { open: [{ ...OPEN, ...open }], today: '2025-07-20' };
    expect(readSubsidyCut({ ...TYPED, ...wish }, given).problems.map(({ code }) => code)).toEqual(codes);
  });

  const chart = seedRegisters().charts.requireChart('2023');
  it.each<[rule: string, bookedOn: string, takenOver: boolean, account: string]>([
    ['takes back the income of this year', '2025-01-01', false, '501'],
    ['takes that of a year before from 322', '2024-12-31', false, undistributedAccount(chart)],
    ['takes what was owed when the books began from 322', '2025-01-01', true, undistributedAccount(chart)],
  ])('%s', (_rule, bookedOn, takenOver, account) => {
    const part = { amount: 9n, pool: 'pv', assetId: 's1', stream: 'subsidy', month: '2024-11' } as const;
    const lines = subsidyCutPostings([{ ...part, bookedOn, takenOver }], '2025-12-31', chart);
    expect(lines.map(({ ledgerAccount, side, amount }) => [ledgerAccount, side, amount])).toEqual([
      [account, 'debit', 9n],
      ['112', 'credit', 9n],
    ]);
    expect(lines.some(({ poolFlow }) => poolFlow !== undefined)).toBe(false);
  });
});

describe('the last of an energy fee', () => {
  const fee = { stream: 'energy', amount: 235_253n, outstanding: 1n };
  it.each<[rule: string, wish: Partial<typeof fee>, expected: boolean]>([
    ['a fen', {}, true],
    ['99 fen', { outstanding: 99n }, true],
    ['a yuan', { outstanding: 100n }, false],
    ['nothing', { outstanding: 0n }, false],
    ['the whole of a small fee, of which nothing came', { amount: 50n, outstanding: 50n }, false],
    ['subsidy', { stream: 'subsidy' }, false],
    ['rent', { stream: 'rent' }, false],
  ])('%s: %p', (_rule, wish, expected) => {
    expect(isFeeRemainder({ ...fee, ...wish }, FULL.feeDifferenceBelow)).toBe(expected);
  });

  it('goes off the income it was', () => {
    const chart = seedRegisters().charts.requireChart('2023');
    const part = { amount: 1n, pool: 'pv', assetId: 's1', stream: 'energy', month: '2025-03' } as const;
    const lines = subsidyCutPostings(
      [{ ...part, bookedOn: '2025-04-05', takenOver: false }],
      '2025-06-10',
      chart,
    );
    expect(lines.map(({ ledgerAccount, side }) => `${side} ${ledgerAccount}`)).toEqual([
      'debit 501',
      'credit 112',
    ]);
  });
});

const ADVANCE: AdvanceStanding = { id: 'v', on: '2025-03-01', pool: 'pv', amount: 100n, repaid: 0n };

const ENTRY: CheckedEntry = {
  ...{ collectiveId: 'v', entryId: 'e', position: 7, chart: '2023', voucher: { year: 2025, number: 7 } },
  ...{ event: 'test', postedOn: '2025-03-01', bookedAt: '2025-03-01T00:00:00Z', canonical: 2, hash: '' },
  ...{ aboutPeriod: '2025-03', statementOn: '2025-03-01', summary: 'summary', previousHash: '' },
  ...{ preparedBy: 'ann', postedBy: 'ben', lineDays: [], lineNumbers: [], postings: [] },
  source: { kind: SUBSIDY_ADVANCE, id: 'v' },
};

describe('money advanced until the subsidy comes', () => {
  it('names who advances it, how much, on which day and by which paper', () => {
    const blank = { lender: ' ', receivedOn: '', amount: '0', byPaper: '' };
    expect(readSubsidyAdvance(blank).problems.map(({ code, field }) => `${field} ${code}`)).toEqual([
      'lender form.missing',
      'receivedOn form.missing',
      'amount money.notPositive',
      'byPaper form.missing',
    ]);
  });

  it.each<[rule: string, repaidOn: string, amount: string, due: bigint, reason: string, codes: string[]]>([
    ['goes back on the day it came', '2025-03-01', '0.60', 60n, '', []],
    ['does not go back before it came', '2025-02-28', '0.60', 60n, '', ['subsidy.repaidBefore']],
    ['does not go back above what is left', '2025-03-01', '0.61', 60n, '', ['subsidy.aboveAdvance']],
    ['does not go back ahead of the subsidy', '2025-03-01', '0.60', 59n, ' ', ['subsidy.aheadOfSubsidy']],
    ['goes back without any subsidy for a reason', '2025-03-01', '0.60', 0n, 'it was cut', []],
  ])('%s', (_rule, repaidOn, amount, due, reason, codes) => {
    const advance = { ...ADVANCE, repaid: 40n, due };
    const { problems } = readSubsidyRepayment({ repaidOn, amount, reason }, advance);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  const LATER = { ...ADVANCE, id: 'w', on: '2025-04-01' };
  const came = (on: string, amount: bigint, pool: SubsidyCame['pool'] = 'pv') => ({ on, amount, pool });
  it.each<[rule: string, advances: AdvanceStanding[], came: SubsidyCame[], due: bigint[]]>([
    ['is not due before the subsidy comes', [ADVANCE], [came('2025-02-28', 500n)], [0n]],
    ['is due for what came on the same day', [ADVANCE], [came('2025-03-01', 60n)], [60n]],
    ['is due once, whole', [ADVANCE], [came('2025-03-05', 500n)], [100n]],
    ['is due less what went back', [{ ...ADVANCE, repaid: 40n }], [came('2025-03-05', 500n)], [60n]],
    ['is not due for money of another pool', [ADVANCE], [came('2025-03-05', 500n, 'other')], [0n]],
    ['is not due for what comes later', [ADVANCE], [came('2025-07-21', 500n)], [0n]],
    ['is due oldest first, each fen once', [LATER, ADVANCE], [came('2025-05-01', 130n)], [30n, 100n]],
    ['stays repaid though more went back', [{ ...ADVANCE, repaid: 90n }], [came('2025-03-05', 50n)], [0n]],
  ])('%s', (_rule, advances, receipts, due) => {
    const found = repayable(advances, receipts, '2025-07-20');
    expect(advances.map(({ id }) => found.get(id))).toEqual(due);
  });

  it.each<[rule: string, repaid: bigint, stays: SubsidyCame[], went: bigint]>([
    ['nothing where nothing went back', 0n, [], 0n],
    ['all that went back of it', 60n, [], 60n],
    ['no more than it brought', 100n, [came('2025-03-06', 20n)], 80n],
    ['nothing where other subsidy covers it', 60n, [came('2025-03-06', 60n)], 0n],
    ['nothing of money of another pool beside it', 60n, [came('2025-03-06', 60n, 'other')], 60n],
  ])('holds back a receipt of 0.80 for %s', (_rule, repaid, stays, went) => {
    const sums = { all: [came('2025-03-05', 80n), ...stays], without: stays };
    expect(repaidOnReceipt([{ ...ADVANCE, repaid }], sums)).toBe(went);
  });

  const line = (wish: Partial<Posting> = {}): Posting => ({
    ...{ ledgerAccount: '211', side: 'credit', amount: 9n, pool: 'pv', counterparty: 'c', ...wish },
  });
  const row = (amount: bigint, wish: { pool?: 'pv' | 'other'; counterparty?: string } = {}) => ({
    ...{ amount, pool: 'pv' as const, counterparty: 'c', ...wish },
  });
  it.each<[rule: string, kind: string, lines: Posting[], rows: ReturnType<typeof row>[], breaks: number]>([
    ['is what the payable account says', SUBSIDY_ADVANCE, [line()], [row(9n)], 0],
    ['is told back by the account, too', SUBSIDY_ADVANCE, [line({ side: 'debit' })], [row(-9n)], 0],
    ['is missed where its row is gone', SUBSIDY_ADVANCE, [line()], [], 1],
    ['is found where a row says a fen less', SUBSIDY_ADVANCE, [line()], [row(8n)], 1],
    ['is found under another lender', SUBSIDY_ADVANCE, [line()], [row(9n, { counterparty: 'd' })], 2],
    ['is found at another voucher', 'receipt', [line()], [row(9n)], 1],
    ['is no matter of other vouchers', 'receipt', [line()], [], 0],
  ])('%s', (_rule, kind, postings, rows, breaks) => {
    const entry = { ...ENTRY, source: { kind, id: 'v' }, postings };
    const findings = new Findings('receivables');
    checkSubsidyAdvances(entry, { payable: '211', rows }, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(
      Array<string>(breaks).fill('check.subsidyAdvanceDiffers'),
    );
  });
});

describe('the age of subsidy that is owed', () => {
  it.each<[months: number | undefined, sums: bigint[]]>([
    [0, [9n, 0n, 0n]],
    [12, [9n, 0n, 0n]],
    [13, [0n, 9n, 0n]],
    [24, [0n, 9n, 0n]],
    [25, [0n, 0n, 9n]],
  ])('after %s months', (monthsOwed, sums) => {
    const { withinYear, secondYear, older } = subsidyAgeing([{ closing: 9n, monthsOwed } as SubsidyRow]);
    expect([withinYear, secondYear, older]).toEqual(sums);
  });
});

import { byPool, flowEffect, moneyEffect, requireBookable } from '../../../src/domain/ledger/journal-entry';
import type { ManualLineForm } from '../../../src/domain/ledger/manual-lines';
import { type ManualVoucherForm, readManualVoucher } from '../../../src/domain/ledger/manual-voucher';
import { typedLine, typedVoucher } from '../../support/vouchers';
import { FULL } from './entries.fixture';

const REGISTERS = {
  chart: FULL,
  assetIds: new Set(['station']),
  counterparties: new Map([
    ['shop', 'shop'],
    ['Corner shop', 'shop'],
  ]),
};
const SOURCE = { kind: 'manual', id: 'draft-1' };

const read = (wish: Partial<ManualVoucherForm> = {}) =>
  readManualVoucher(typedVoucher(wish), REGISTERS, SOURCE);
const withLines = (...lines: Partial<ManualLineForm>[]) => ({ lines: lines.map(typedLine) });
const codesOf = (wish: Partial<ManualVoucherForm>) =>
  read(wish).problems.map(({ code, field }) => `${code} ${field}`);

describe('a voucher written by hand', () => {
  it('becomes an entry that says what happens to the pool', () => {
    const { entry, problems } = read();
    expect(problems).toEqual([]);
    expect(entry).toEqual({
      event: 'ledger.manual',
      postedOn: '2025-07-10',
      aboutPeriod: '2025-07',
      statementOn: '2025-07-10',
      summary: 'office paper',
      attachments: 1,
      source: SOURCE,
      postings: [
        { ledgerAccount: '513', side: 'debit', amount: 12_000n, pool: 'members', poolFlow: 'deducted' },
        { ledgerAccount: '102', side: 'credit', amount: 12_000n, pool: 'members' },
      ],
    });
    requireBookable(entry, FULL);
  });

  it('keeps month, dimensions and counterparty by id', () => {
    const { entry, problems } = read({
      aboutPeriod: ' 2025-05 ',
      attachments: '',
      ...withLines(
        { ledgerAccount: '151 固定资产', debit: '5,000', pool: 'members', assetId: 'station' },
        {
          ledgerAccount: '应付款',
          credit: '5000.00',
          counterparty: 'Corner shop',
          generationMonth: '2025-04',
        },
      ),
    });
    expect(problems).toEqual([]);
    expect(entry.aboutPeriod).toBe('2025-05');
    expect(entry.postings.map(({ assetId, counterparty }) => [assetId, counterparty])).toEqual([
      ['station', undefined],
      [undefined, 'shop'],
    ]);
  });

  describe('marks what it does to a pool', () => {
    it.each<{ why: string; lines: Partial<ManualLineForm>[]; marks: (string | undefined)[] }>([
      {
        why: 'money that comes is received on the money lines',
        lines: [
          { ledgerAccount: '102', debit: '80,000.00', pool: 'earmarked' },
          { ledgerAccount: '241', credit: '80,000.00' },
        ],
        marks: ['received', undefined],
      },
      {
        why: 'a debt that arises is deducted on the other line',
        lines: [
          { ledgerAccount: '513', debit: '9.00', pool: 'members' },
          { ledgerAccount: '211', credit: '9.00' },
        ],
        marks: ['deducted', undefined],
      },
      {
        why: 'cash taken to the bank does nothing',
        lines: [
          { ledgerAccount: '102', debit: '9.00', pool: 'pv' },
          { ledgerAccount: '101', credit: '9.00' },
        ],
        marks: [undefined, undefined],
      },
      {
        why: 'depreciation touches no money',
        lines: [
          { ledgerAccount: '511', debit: '3,000.00', pool: 'pv' },
          { ledgerAccount: '152', credit: '3,000.00', assetId: 'station' },
        ],
        marks: [undefined, undefined],
      },
      {
        why: 'each pool on its own',
        lines: [
          { ledgerAccount: '102', debit: '5.00', pool: 'members' },
          { ledgerAccount: '504', credit: '5.00' },
          { ledgerAccount: '153', debit: '7.00', pool: 'earmarked' },
          { ledgerAccount: '211', credit: '7.00' },
        ],
        marks: ['received', undefined, 'deducted', undefined],
      },
      {
        why: 'red letters take back',
        lines: [
          { ledgerAccount: '513', debit: '-9.00', pool: 'members' },
          { ledgerAccount: '102', credit: '−9.00' },
        ],
        marks: [undefined, 'received'],
      },
    ])('$why', ({ lines, marks }) => {
      const { entry, problems } = read({ redLetters: 'on', ...withLines(...lines) });
      expect(problems).toEqual([]);
      expect(entry.postings.map(({ poolFlow }) => poolFlow)).toEqual(marks);
      for (const [, own] of byPool(entry.postings)) expect(flowEffect(own)).toBe(moneyEffect(own, FULL));
      requireBookable(entry, FULL);
    });
  });

  it('never moves the money of a pool that the wall shows', () => {
    const moving = (pool: string, debit: string, credit: string) =>
      read(
        withLines({ ledgerAccount: debit, debit: '12.00', pool }, { ledgerAccount: credit, credit: '12.00' }),
      ).problems;
    for (const pool of ['pv', 'other']) {
      const out = { pool, amount: 1_200n, direction: 'out' };
      const into = { pool, amount: 1_200n, direction: 'in' };
      expect(moving(pool, '511', '102')).toEqual([{ code: 'voucher.movesPool', field: 'lines', facts: out }]);
      expect(moving(pool, '511', '211')).toEqual([{ code: 'voucher.movesPool', field: 'lines', facts: out }]);
      expect(moving(pool, '102', '501')).toEqual([
        { code: 'voucher.movesPool', field: 'lines', facts: into },
      ]);
    }
    expect(moving('members', '511', '102')).toEqual([]);
  });

  describe('in a pool that the wall shows, money that cancels out', () => {
    const line = (ledgerAccount: string, side: 'debit' | 'credit', amount: string) => ({
      ...{ ledgerAccount, pool: 'pv', [side]: amount },
    });
    const [cashIn, cashOut] = [line('102', 'debit', '7.00'), line('102', 'credit', '7.00')];
    const [income, expense] = [line('504', 'credit', '7.00'), line('511', 'debit', '7.00')];
    const lost = { ...line('152', 'credit', '3.00'), assetId: 'station' };
    const depreciation = [line('511', 'debit', '3.00'), lost];
    const hidden = ['voucher.hidesPool lines'];

    it.each<{ why: string; lines: Partial<ManualLineForm>[]; codes: string[] }>([
      { why: 'income spent at once', lines: [cashIn, income, expense, cashOut], codes: hidden },
      {
        why: 'income that pays a debt',
        lines: [cashIn, income, expense, line('211', 'credit', '7.00')],
        codes: hidden,
      },
      {
        why: 'a thing bought of income',
        lines: [cashIn, income, { ...line('151', 'debit', '7.00'), assetId: 'station' }, cashOut],
        codes: hidden,
      },
      {
        why: 'red letters that cancel out',
        lines: [cashIn, line('102', 'debit', '-7.00'), income, line('504', 'credit', '-7.00')],
        codes: [...hidden, 'voucher.saysNothing lines'],
      },
      {
        why: 'depreciation beside a transfer',
        lines: [cashIn, line('101', 'credit', '7.00'), ...depreciation],
        codes: hidden,
      },
      { why: 'cash taken to the bank', lines: [cashIn, line('101', 'credit', '7.00')], codes: [] },
      { why: 'a debt paid', lines: [line('211', 'debit', '7.00'), cashOut], codes: [] },
      { why: 'depreciation', lines: depreciation, codes: [] },
      {
        why: 'a pool the wall does not show',
        lines: [cashIn, income, expense, cashOut].map((each) => ({ ...each, pool: 'members' })),
        codes: [],
      },
      {
        why: 'a transfer of one pool beside a payment of another',
        lines: [
          cashIn,
          line('101', 'credit', '7.00'),
          ...[expense, cashOut].map((each) => ({ ...each, pool: 'members' })),
        ],
        codes: [],
      },
    ])('$why', ({ lines, codes }) => {
      expect(codesOf({ redLetters: 'on', ...withLines(...lines) })).toEqual(codes);
    });
  });

  it('says by how much and on which side each pool differs', () => {
    const { problems } = read(
      withLines(
        { ledgerAccount: '511', debit: '12.00', pool: 'members' },
        { ledgerAccount: '102', credit: '11.99' },
        { ledgerAccount: '102', credit: '0.01', pool: 'earmarked' },
      ),
    );
    expect(problems).toEqual([
      {
        code: 'voucher.unbalanced',
        field: 'lines',
        facts: { pool: 'members', side: 'debit', difference: 1n },
      },
      {
        code: 'voucher.unbalanced',
        field: 'lines',
        facts: { pool: 'earmarked', side: 'credit', difference: 1n },
      },
    ]);
  });

  it.each<{ why: string; wish: Partial<ManualVoucherForm>; codes: string[] }>([
    { why: 'no line', wish: { lines: [] }, codes: ['voucher.fewLines lines'] },
    { why: 'a day that is none', wish: { postedOn: '2025-02-29' }, codes: ['calendar.notADay postedOn'] },
    {
      why: 'a month that is none',
      wish: { aboutPeriod: '2025-13' },
      codes: ['calendar.notAMonth aboutPeriod'],
    },
    { why: 'no summary', wish: { summary: ' ' }, codes: ['form.missing summary'] },
    {
      why: '999 attachments and one more',
      wish: { attachments: '1000' },
      codes: ['voucher.attachmentCount attachments'],
    },
    {
      why: 'half an attachment',
      wish: { attachments: '1.5' },
      codes: ['voucher.attachmentCount attachments'],
    },
    {
      why: 'an identity number in the summary',
      wish: { summary: 'to 11010119900307123X' },
      codes: ['form.privateNumber summary'],
    },
    {
      why: 'an identity number of 15 places',
      wish: { summary: 'to 110101900307123' },
      codes: ['form.privateNumber summary'],
    },
    {
      why: 'a mobile number with gaps and wide digits',
      wish: { summary: '１３８ 0013-8000' },
      codes: ['form.privateNumber summary'],
    },
    { why: 'a summary too long', wish: { summary: 'x'.repeat(101) }, codes: ['form.tooLong summary'] },
    {
      why: 'every fault of the lines at once',
      wish: withLines(
        { ledgerAccount: '999', debit: '1', credit: '1' },
        { ledgerAccount: '102', pool: 'nobody' },
        { ledgerAccount: '', debit: '0.00', pool: 'members', stream: 'x', assetId: 'y', counterparty: 'z' },
        { ledgerAccount: '102', credit: '-5', generationMonth: '2025-00' },
        { ledgerAccount: '102', credit: '1.005' },
        { ledgerAccount: '112', debit: '1', stream: 'rent' },
      ),
      codes: [
        'form.missing lines.0.pool',
        'voucher.bothSides lines.0.debit',
        'voucher.accountUnknown lines.0.ledgerAccount',
        'form.notAllowed lines.1.pool',
        'voucher.noSide lines.1.debit',
        'voucher.lineNil lines.2.debit',
        'form.missing lines.2.ledgerAccount',
        'form.notAllowed lines.2.assetId',
        'form.notAllowed lines.2.stream',
        'voucher.counterpartyUnknown lines.2.counterparty',
        'voucher.redLetters lines.3.credit',
        'calendar.notAMonth lines.3.generationMonth',
        'money.notAnAmount lines.4.credit',
        'voucher.streamReceivable lines.5.stream',
      ],
    },
  ])('refuses $why', ({ wish, codes }) => expect(codesOf(wish)).toEqual(codes));

  it.each([
    'bill 20250711 no. 138001380',
    'order 123456789012345678',
    '2025-06 to 2025-07',
    '13800138000123',
  ])('keeps a number that is nobody’s: %s', (summary) => expect(codesOf({ summary })).toEqual([]));

  it('takes 999 attachments', () => expect(read({ attachments: ' ９９９ ' }).entry.attachments).toBe(999));

  it('takes no amounts whose sum no column holds', () => {
    const most = '90071992547409.91';
    const lines = [
      { ledgerAccount: '511', debit: most, pool: 'members' },
      { ledgerAccount: '102', credit: most },
    ];
    expect(codesOf(withLines(...lines))).toEqual(['voucher.tooLarge lines']);
  });
});

import type { ManualLineForm } from '../../../src/domain/ledger/manual-lines';
import { type ManualVoucherForm, readManualVoucher } from '../../../src/domain/ledger/manual-voucher';
import { typedLine, typedVoucher } from '../../support/vouchers';
import { FULL } from './entries.fixture';

const REGISTERS = {
  chart: FULL,
  assetIds: new Set(['station']),
  counterparties: new Map([['shop', 'shop']]),
};

const withLines = (...lines: Partial<ManualLineForm>[]) => ({ lines: lines.map(typedLine) });
const codesOf = (wish: Partial<ManualVoucherForm>, kind = 'manual') =>
  readManualVoucher(typedVoucher(wish), REGISTERS, { kind, id: '1' }).problems.map(
    ({ code, field }) => `${code} ${field}`,
  );

describe('a voucher written by hand', () => {
  it.each<[why: string, lines: [string, string][], told: string[]]>([
    [
      'the reserve',
      [
        ['311', '5'],
        ['501', '-5'],
      ],
      ['voucher.fundsAsIncome lines.0.ledgerAccount'],
    ],
    [
      'capital, beside money',
      [
        ['102', '1'],
        ['301', '4'],
        ['504', '-5'],
      ],
      ['voucher.fundsAsIncome lines.1.ledgerAccount'],
    ],
    [
      'a special fund',
      [
        ['503', '-5'],
        ['241', '5'],
      ],
      ['voucher.fundsAsIncome lines.1.ledgerAccount'],
    ],
    [
      'a special fund that goes to the reserve',
      [
        ['241', '5'],
        ['311', '-5'],
      ],
      [],
    ],
    [
      'money put into capital',
      [
        ['102', '5'],
        ['301', '-5'],
      ],
      [],
    ],
    [
      'an income taken back from what is owed',
      [
        ['501', '5'],
        ['211', '-5'],
      ],
      [],
    ],
  ])('makes no income of %s', (_why, lines, told) => {
    const typed = lines.map(([ledgerAccount, signed]) => {
      const side = signed.startsWith('-') ? 'credit' : 'debit';
      return { ledgerAccount, [side]: signed.replace('-', ''), pool: 'members' };
    });
    expect(codesOf(withLines(...typed))).toEqual(told);
  });

  it.each<[why: string, pool: string, lines: [string, string][], told: string[]]>([
    ...(['102', '211', '513', '113', '112'] as const).map(
      (account) =>
        [
          `the reserve against ${account}`,
          'members',
          [
            ['311', '5'],
            [account, '-5'],
          ] as [string, string][],
          ['voucher.reservePaidOut lines.0.ledgerAccount'],
        ] as [string, string, [string, string][], string[]],
    ),
    ...(['322', '301', '121', '154'] as const).map(
      (account) =>
        [
          `the reserve for ${account}`,
          'members',
          [
            ['311', '5'],
            [account, '-5'],
          ] as [string, string][],
          [],
        ] as [string, string, [string, string][], string[]],
    ),
    [
      'the reserve in part',
      'members',
      [
        ['154', '-4'],
        ['311', '5'],
        ['102', '-1'],
      ],
      ['voucher.reservePaidOut lines.1.ledgerAccount'],
    ],
    [
      'money that fills it',
      'members',
      [
        ['102', '5'],
        ['311', '-5'],
      ],
      [],
    ],
    [
      'income of a cost and nothing else',
      'members',
      [
        ['521', '5'],
        ['501', '-5'],
      ],
      ['voucher.incomeOfCost lines'],
    ],
    [
      'income less a charge of the bank',
      'members',
      [
        ['102', '4'],
        ['521', '1'],
        ['501', '-5'],
      ],
      [],
    ],
    [
      'one cost for another',
      'members',
      [
        ['511', '5'],
        ['513', '-5'],
      ],
      [],
    ],
    [
      'income of a pool with forms, without money',
      'pv',
      [
        ['153', '5'],
        ['501', '-5'],
      ],
      ['voucher.incomeOfPool lines.1.ledgerAccount'],
    ],
    [
      'the same taken down',
      'other',
      [
        ['502', '5'],
        ['153', '-5'],
      ],
      ['voucher.incomeOfPool lines.0.ledgerAccount'],
    ],
  ])('judges %s', (_why, pool, lines, told) => {
    const typed = lines.map(([ledgerAccount, signed]) => {
      const side = signed.startsWith('-') ? 'credit' : 'debit';
      return { ledgerAccount, [side]: signed.replace('-', ''), pool };
    });
    expect(codesOf(withLines(...typed))).toEqual(told);
  });

  describe('says something', () => {
    const line = (ledgerAccount: string, signed: string, wish: Partial<ManualLineForm> = {}) => {
      const side = signed.startsWith('-') ? 'credit' : 'debit';
      return { ledgerAccount, [side]: signed.replace('-', ''), pool: 'members', ...wish };
    };
    const shop = { counterparty: 'shop' };

    it.each<{ why: string; lines: Partial<ManualLineForm>[]; refused: boolean }>([
      { why: 'the bank against itself', lines: [line('102', '5'), line('102', '-5')], refused: true },
      { why: 'cash to the bank', lines: [line('102', '5'), line('101', '-5')], refused: false },
      {
        why: 'a debt from nobody to somebody',
        lines: [line('211', '5'), line('211', '-5', shop)],
        refused: false,
      },
      {
        why: 'a debt to somebody against itself',
        lines: [line('211', '5', shop), line('211', '-5', shop)],
        refused: true,
      },
      {
        why: 'an income from one stream to another',
        lines: [line('501', '5', { stream: 'energy' }), line('501', '-5', { stream: 'subsidy' })],
        refused: false,
      },
      {
        why: 'a cost from one asset to none',
        lines: [line('511', '5'), line('511', '-5', { assetId: 'station' })],
        refused: false,
      },
      {
        why: 'from pool to pool',
        lines: [
          ...[line('102', '-5'), line('113', '5')],
          ...[line('113', '-5'), line('102', '5')].map((each) => ({ ...each, pool: 'earmarked' })),
        ],
        refused: false,
      },
      {
        why: 'a cost beside the bank against itself',
        lines: [line('102', '5'), line('102', '-5'), line('513', '9'), line('101', '-9')],
        refused: false,
      },
      {
        why: 'a cost paid from the bank beside the bank against itself',
        lines: [line('102', '5'), line('102', '-5'), line('513', '9'), line('102', '-9')],
        refused: true,
      },
      {
        why: 'money that came and went in one voucher',
        lines: [line('102', '5'), line('504', '-5'), line('513', '5'), line('102', '-5')],
        refused: false,
      },
      {
        why: 'everything taken back in red',
        lines: [line('513', '5'), line('102', '-5'), line('513', '-5'), line('102', '5')],
        refused: true,
      },
      {
        why: 'by a fen',
        lines: [line('102', '5'), line('102', '-4.99'), line('504', '-0.01')],
        refused: false,
      },
    ])('$why', ({ lines, refused }) => {
      expect(codesOf(withLines(...lines))).toEqual(refused ? ['voucher.saysNothing lines'] : []);
    });
  });

  describe('writes on the accounts of the surplus', () => {
    it.each<{ why: string; debit: string; credit: string; codes: string[] }>([
      { why: 'not the surplus of the year', debit: '513', credit: '321', codes: ['yearEndOnly 1'] },
      {
        why: 'nor against the other',
        debit: '321',
        credit: '322',
        codes: ['yearEndOnly 0', 'surplusByHand 1'],
      },
      { why: 'a share that is owed to others', debit: '322', credit: '211', codes: [] },
      { why: 'a loss that the reserve covers', debit: '311', credit: '322', codes: [] },
      { why: 'no reserve', debit: '322', credit: '311', codes: ['surplusByHand 0'] },
      { why: 'no share paid at once', debit: '322', credit: '102', codes: ['surplusByHand 0'] },
      { why: 'no money that came', debit: '102', credit: '322', codes: ['surplusByHand 1'] },
      { why: 'no share of members', debit: '322', credit: '113', codes: ['surplusByHand 0'] },
      { why: 'no income of an earlier year', debit: '501', credit: '322', codes: ['surplusByHand 1'] },
      { why: 'no fund', debit: '322', credit: '241', codes: ['surplusByHand 0', 'fundPool 1 pool'] },
      { why: 'no debt that goes', debit: '211', credit: '322', codes: ['surplusByHand 1'] },
    ])('$why', ({ debit, credit, codes }) => {
      const lines = withLines(
        { ledgerAccount: debit, debit: '5.00', pool: 'members' },
        { ledgerAccount: credit, credit: '5.00' },
      );
      const told = codes.map((code) => {
        const [name = '', index = '', at = 'ledgerAccount'] = code.split(' ');
        return `voucher.${name} lines.${index}.${at}`;
      });
      expect(codesOf(lines)).toEqual(told);
      expect(codesOf(lines, 'imported')).toEqual([]);
    });
  });

  it.each(['151', '152'])('names the asset on %s', (ledgerAccount) => {
    const of = (assetId: string) =>
      withLines(
        { ledgerAccount: '513', debit: '5.00', pool: 'members' },
        { ledgerAccount, credit: '5.00', assetId },
      );
    expect(codesOf(of(''))).toEqual(['voucher.assetNeeded lines.1.assetId']);
    expect(codesOf(of('station'))).toEqual([]);
    expect(codesOf(of(''), 'imported')).toEqual([]);
  });

  it.each([
    { aboutPeriod: '1955-12', code: 'voucher.aboutTooEarly' },
    { aboutPeriod: '1950-01', code: 'voucher.aboutTooEarly' },
    { aboutPeriod: '1956-01', code: undefined },
    { aboutPeriod: '2024-11', code: undefined },
    { aboutPeriod: '2026-07', code: undefined },
    { aboutPeriod: '2026-08', code: 'voucher.aboutTooLate' },
  ])('of July 2025 about $aboutPeriod: $code', ({ aboutPeriod, code }) => {
    expect(codesOf({ aboutPeriod })).toEqual(code === undefined ? [] : [`${code} aboutPeriod`]);
  });
});

import {
  depositKeptPostings,
  depositReceivedPostings,
  depositReturnedPostings,
} from '../../../src/domain/income/deposit-postings';
import {
  type DepositFacts,
  type DepositForm,
  leastHeld,
  readDeposit,
} from '../../../src/domain/income/lease-deposit';
import type { AccountRoles } from '../../../src/domain/ledger/chart';

const CAME = { on: '2025-01-10', amount: 500_000n };
const FACTS: DepositFacts = {
  ...{ agreed: 500_000n, moves: [CAME], pool: 'other' },
  owed: [
    { id: 'rent', pool: 'other', outstanding: 200_000n },
    { id: 'power', pool: 'pv', outstanding: 200_000n },
  ],
};
const FORM: DepositForm = {
  ...{
    depositAct: 'returned',
    depositOn: '2025-07-01',
    amount: '5,000.00',
    depositReason: '',
    attachments: '',
  },
};
const codesOf = (form: Partial<DepositForm>, facts: Partial<DepositFacts> = {}) =>
  readDeposit({ ...FORM, ...form }, { ...FACTS, ...facts }).problems.map(
    ({ code, field }) => `${code} ${field}`,
  );

describe('a deposit', () => {
  it('is read with what happens to it', () => {
    expect(
      readDeposit({ ...FORM, depositAct: 'rent', amount: '2000', depositReason: 'no rent came' }, FACTS),
    ).toEqual({
      problems: [],
      deposit: {
        ...{ kind: 'kept', on: '2025-07-01', amount: 200_000n, reason: 'no rent came', against: 'rent' },
        attachments: 1,
      },
    });
  });

  it.each<{ rule: string; form: Partial<DepositForm>; facts?: Partial<DepositFacts>; codes: string[] }>([
    { rule: 'comes as agreed', form: { depositAct: 'received' }, facts: { moves: [] }, codes: [] },
    {
      rule: 'comes above what was agreed for a reason alone',
      form: { depositAct: 'received', amount: '0.01' },
      codes: ['deposit.aboveAgreed depositReason'],
    },
    {
      rule: 'and with one it does',
      form: { depositAct: 'received', depositReason: 'a second key' },
      codes: [],
    },
    {
      rule: 'has come once, though it went again',
      form: { depositAct: 'received', amount: '0.01' },
      facts: { moves: [CAME, { on: '2025-02-01', amount: -500_000n }] },
      codes: ['deposit.aboveAgreed depositReason'],
    },
    { rule: 'goes back wholly', form: {}, codes: [] },
    { rule: 'no fen more of it goes', form: { amount: '5000.01' }, codes: ['deposit.aboveHeld amount'] },
    {
      rule: 'goes not before it came',
      form: { depositOn: '2025-01-09' },
      codes: ['deposit.aboveHeld amount'],
    },
    {
      rule: 'goes not twice, whatever the days',
      form: {},
      facts: { moves: [CAME, { on: '2025-07-05', amount: -1n }] },
      codes: ['deposit.aboveHeld amount'],
    },
    {
      rule: 'is kept for a reason',
      form: { depositAct: 'rent', amount: '1' },
      codes: ['form.missing depositReason'],
    },
    {
      rule: 'is kept against no more than is owed',
      form: { depositAct: 'rent', amount: '2000.01', depositReason: 'x' },
      codes: ['rent.aboveDue amount'],
    },
    {
      rule: 'is kept against a debt of the same money',
      form: { depositAct: 'power', amount: '1', depositReason: 'x' },
      codes: ['rent.otherPool depositAct'],
    },
    {
      rule: 'says everything at once',
      form: { depositAct: 'kept', depositOn: '', amount: '', depositReason: '13812345678' },
      codes: [
        ...['form.notAllowed depositAct', 'form.missing depositOn', 'form.missing amount'],
        'form.privateNumber depositReason',
      ],
    },
  ])('$rule', ({ form, facts, codes }) => {
    expect(codesOf(form, facts)).toEqual(codes);
  });

  it('may go as far as the least that is there from the day on', () => {
    const moves = [CAME, { on: '2025-03-01', amount: -400_000n }, { on: '2025-05-01', amount: 300_000n }];
    expect(['2025-02-01', '2025-05-01', '2025-01-01'].map((day) => leastHeld(moves, day))).toEqual([
      ...[100_000n, 400_000n, 0n],
    ]);
  });
});

describe('the postings of a deposit', () => {
  const roles = { bank: '102', payable: '211' } as AccountRoles;
  const held = { amount: 500_000n, pool: 'other', counterparty: 'tenant' } as const;
  const told = (postings: ReturnType<typeof depositKeptPostings>) =>
    postings.map(({ ledgerAccount, side, amount, assetId = '', poolFlow = '' }) =>
      [ledgerAccount, side, String(amount), assetId, poolFlow].join(' ').trim(),
    );

  it.each([
    {
      act: 'comes',
      postings: depositReceivedPostings(held, roles),
      lines: ['102 debit 500000', '211 credit 500000'],
    },
    {
      act: 'goes back',
      postings: depositReturnedPostings(held, roles),
      lines: ['211 debit 500000', '102 credit 500000'],
    },
    {
      act: 'is kept, and pays under the asset of the debt',
      postings: depositKeptPostings(held, 'hall', roles),
      lines: ['211 debit 500000', '211 credit 500000 hall'],
    },
  ])('$act: no pool receives anything by it', ({ postings, lines }) => {
    expect(told(postings)).toEqual(lines);
  });
});

import {
  type AccountEndForm,
  type AccountEndSetting,
  type AccountSpan,
  answersFrom,
  readAccountEnd,
  requireOpenAccount,
  requireResumable,
} from '../../../src/domain/ledger/bank-account-end';
import type { DifferenceCode } from '../../../src/domain/ledger/bank-match-by-hand';
import type { Reconciliation } from '../../../src/domain/ledger/bank-reconciliation';
import { DomainError } from '../../../src/domain/shared/domain-error';

const account: AccountSpan = {
  ...{ id: 'a', label: 'PV', ledgerAccount: '102', pool: null },
  ...{ openedOn: '2018-01-01', closedOn: null },
};
const closed = { ...account, closedOn: '2025-06-30' };
const next: AccountSpan = { ...account, id: 'b', label: 'New', openedOn: '2025-07-01' };
const form: AccountEndForm = {
  ...{ closedOn: '2025-06-30', closingReason: 'no longer needed', paper: 'receipt of the bank' },
  ...{ nextLabel: '', nextBank: '', nextLastFour: '' },
};
const named = { nextLabel: 'New', nextBank: 'Other bank', nextLastFour: '0099' };
const drawn: Reconciliation = {
  ...{ on: '2025-06-30', bankBalance: 0n, booksBalance: 0n, notYetAtBank: [], notYetInBooks: [] },
  ...{ wrongAtBank: [], wrongInBooks: [] },
  ...{ setAside: [], bankDifferences: [], booksDifferences: [] },
  ...{
    ...{ unexplained: 0n, openingBegan: 0n, openingMet: [] },
    openingDifference: 0n,
    openingReason: undefined,
    adjustedBank: 0n,
    adjustedBooks: 0n,
  },
};
const setting: AccountEndSetting = {
  ...{ account, today: '2025-07-10', isCovered: true, drawn },
  ...{ laterAtBank: undefined, laterInBooks: undefined },
};
const item = (amount: bigint, code?: DifferenceCode) => ({
  ...{ lineId: 'l', on: '2025-06-28', amount, age: 2 },
  explanation: code === undefined ? undefined : { code, note: '' },
});

const together = (difference: bigint, code: DifferenceCode) => ({
  ...{ groupId: 'g', difference, explanation: { code, note: '' } },
});

/** The code with which an act is refused; undefined where it is not. */
const codeOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

describe('the end of a bank account', () => {
  it.each<{
    rule: string;
    wish?: Partial<AccountEndForm>;
    set?: Partial<AccountEndSetting>;
    on?: Partial<Reconciliation>;
    codes: string[];
  }>([
    { rule: 'nothing left anywhere', codes: [] },
    {
      rule: 'a payment on its way, which the account that takes over will make',
      wish: named,
      on: {
        ...{ booksBalance: 90_000n, notYetAtBank: [item(-7_000n, 'timing')] },
        notYetInBooks: [item(-97_000n, 'moved')],
      },
      codes: [],
    },
    {
      rule: 'a payment on its way, and no account to make it',
      on: { booksBalance: -7_000n, notYetAtBank: [item(-7_000n, 'timing')] },
      codes: ['bank.endBooksNotNil closedOn'],
    },
    {
      rule: 'a line of the books that is an error of ours, which no account will make',
      wish: named,
      on: { booksBalance: -7_000n, wrongInBooks: [item(-7_000n, 'ourError')] },
      codes: ['bank.endOurError closedOn'],
    },
    {
      rule: 'a line of the bank that the books lack by an error of ours',
      on: { booksBalance: 5n, notYetInBooks: [item(-5n, 'ourError')] },
      codes: ['bank.endOurError closedOn'],
    },
    {
      rule: 'lines that were brought together though the books have a fen too much',
      on: { booksBalance: 1n, booksDifferences: [together(-1n, 'ourError')] },
      codes: ['bank.endOurError closedOn'],
    },
    {
      rule: 'an error of ours, and a fen more',
      on: { booksBalance: 2n, booksDifferences: [together(-1n, 'ourError')] },
      codes: ['bank.endOurError closedOn', 'bank.endBooksNotNil closedOn'],
    },
    {
      rule: 'a charge of the bank that the books do not have',
      on: { booksBalance: 5n, booksDifferences: [together(-5n, 'charge')] },
      codes: ['bank.endBooksNotNil closedOn'],
    },
    {
      rule: 'what passed to the account that takes over',
      wish: named,
      on: { booksBalance: 97_000n, notYetInBooks: [item(-97_000n, 'moved')] },
      codes: [],
    },
    {
      rule: 'later vouchers, where another account takes over',
      wish: named,
      set: { laterInBooks: '2025-07-02' },
      codes: [],
    },
    {
      rule: 'nothing typed',
      wish: { closedOn: '', closingReason: ' ', paper: '' },
      codes: ['form.missing closedOn', 'form.missing closingReason', 'form.missing paper'],
    },
    {
      rule: 'a number of a card, and half an account',
      wish: { paper: '6228480402564890018', nextLabel: 'New', nextLastFour: '99' },
      codes: ['form.missing nextBank', 'bank.lastFourWrong nextLastFour', 'form.privateNumber paper'],
    },
    { rule: 'a day to come', wish: { closedOn: '2025-07-11' }, codes: ['bank.endInFuture closedOn'] },
    {
      rule: 'a day before it was opened',
      wish: { closedOn: '2017-12-31' },
      codes: ['bank.endBeforeOpened closedOn'],
    },
    { rule: 'no statement of the day', set: { isCovered: false }, codes: ['bank.endNotCovered closedOn'] },
    {
      rule: 'a line of the bank after it, and of the books',
      set: { laterAtBank: '2025-07-01', laterInBooks: '2025-07-02' },
      codes: ['bank.endLaterLine closedOn', 'bank.endLaterVoucher closedOn'],
    },
    { rule: 'a fen at the bank', on: { bankBalance: 1n }, codes: ['bank.endBankNotNil closedOn'] },
    { rule: 'a fen in the books', on: { booksBalance: 1n }, codes: ['bank.endBooksNotNil closedOn'] },
    {
      rule: 'a line nobody explained',
      on: { notYetInBooks: [item(-5n)] },
      codes: ['bank.endLinesOpen closedOn'],
    },
    { rule: 'a difference from the start', on: { unexplained: 3n }, codes: ['bank.endUnexplained closedOn'] },
    {
      rule: 'a fen more in the books than passed on',
      wish: named,
      on: { booksBalance: 97_001n, notYetInBooks: [item(-97_000n, 'moved')] },
      codes: ['bank.endBooksNotNil closedOn'],
    },
    {
      rule: 'money that passed on, and no account named',
      on: { booksBalance: 97_000n, notYetInBooks: [item(-97_000n, 'moved')] },
      codes: ['bank.endNextMissing nextLabel'],
    },
  ])('reads $rule', ({ wish, set, on, codes }) => {
    const read = readAccountEnd({ ...form, ...wish }, { ...setting, drawn: { ...drawn, ...on }, ...set });
    expect(read.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('names the balance of the books, and beside it what is on its way and what is wrong', () => {
    const reconciled = {
      ...{ ...drawn, booksBalance: 428_234n, notYetInBooks: [item(-500_000n, 'moved')] },
      ...{ notYetAtBank: [item(-78_000n, 'timing')], wrongInBooks: [item(6_000n, 'ourError')] },
    };
    const { problems } = readAccountEnd({ ...form, ...named }, { ...setting, drawn: reconciled });
    const [wrong, books] = problems;
    expect(wrong?.facts).toEqual({ count: 1 });
    const amounts = { books: 428_234n, wrong: 6_000n, onWay: -78_000n, moved: 500_000n };
    expect(books?.facts).toEqual({ ...amounts, difference: 234n });
  });

  it('begins the account that takes over on the day after', () => {
    expect(readAccountEnd({ ...form, ...named }, setting).end).toEqual({
      ...{ closedOn: '2025-06-30', reason: 'no longer needed', paper: 'receipt of the bank' },
      next: { label: 'New', bank: 'Other bank', lastFour: '0099', openedOn: '2025-07-01' },
    });
  });

  it.each<{ rule: string; account?: Partial<AccountSpan>; others: AccountSpan[]; code?: string }>([
    { rule: 'nothing rests on', others: [{ ...next, pool: 'pv', ledgerAccount: '10101' }] },
    { rule: 'was never closed', account: { closedOn: null }, others: [], code: 'bank.notClosed' },
    { rule: 'another took over', others: [next], code: 'bank.laterAccount' },
  ])('takes back what $rule, or says why not', ({ account: wish, others, code }) => {
    const act = (): void => {
      requireResumable({ ...closed, closedAt: '2025-07-03T00:00:00Z', ...wish }, others, [
        { month: '2025-05', sealedAt: '2025-07-04T00:00:00Z' },
        { month: '2025-06', sealedAt: '2025-07-02T00:00:00Z' },
      ]);
    };
    expect(codeOf(act)).toBe(code);
  });

  it('does not take back what a month was sealed with', () => {
    const seal = { month: '2025-06', sealedAt: '2025-07-04T00:00:00Z' };
    const act = (): void => {
      requireResumable({ ...closed, closedAt: '2025-07-03T00:00:00Z' }, [], [seal]);
    };
    expect(codeOf(act)).toBe('bank.endSealed');
  });

  it.each<{ rule: string; on: string; pool?: string; all: AccountSpan[]; code?: string }>([
    { rule: 'an open account', on: '2025-06-29', all: [account] },
    { rule: 'the days of a closed one', on: '2025-06-30', all: [closed, next], code: 'bank.bookedBeforeEnd' },
    { rule: 'the day after, with no other', on: '2025-07-01', all: [closed], code: 'bank.bookedAfterEnd' },
    { rule: 'the day after, taken over', on: '2025-07-01', all: [closed, next] },
    {
      rule: 'a day before the other begins',
      on: '2025-07-02',
      all: [closed, { ...next, openedOn: '2025-07-03' }],
      code: 'bank.bookedAfterEnd',
    },
    {
      rule: 'a pool of no closed account',
      on: '2025-07-01',
      pool: 'other',
      all: [{ ...closed, pool: 'pv' }],
    },
    { rule: 'no account at all', on: '2025-07-01', all: [] },
  ])('judges a line on $rule', ({ on, pool = 'pv', all, code }) => {
    const act = (): void => {
      requireOpenAccount(on, [{ ledgerAccount: '10201', pool }], all);
    };
    expect(codeOf(act)).toBe(code);
  });

  it('answers for the books from the day after the last account before it', () => {
    const earlier = { ...account, id: 'c', closedOn: '2023-12-31' };
    const between = { ...closed, openedOn: '2024-01-01' };
    expect(answersFrom(next, [earlier, between, next])).toBe('2025-07-01');
    expect(answersFrom(between, [earlier, between, next])).toBe('2024-01-01');
    expect(answersFrom(earlier, [earlier, between, next])).toBeUndefined();
  });
});

import { checkBank } from '../../../src/domain/ledger/check-bank';
import type { KeptBank, KeptMatchLine } from '../../../src/domain/ledger/kept-bank';
import { Findings } from '../../../src/domain/ledger/check-pass';

const account = {
  ...{ id: 'a', label: 'PV', ledgerAccount: '102', pool: null },
  ...{ openedOn: '2018-01-01', closedOn: null, isMistaken: false },
};
const statement = (id: string, from: string, through: string, opening: bigint, closing: bigint) => ({
  ...{ id, accountId: 'a', from, through, opening, closing },
  importedAt: `2025-07-01T00:00:0${id}Z`,
});
const line = (id: string, statementId: string, bookedOn: string, amount: bigint) => ({
  ...{ id, accountId: 'a', statementId, bookedOn, amount, mark: `${id}~2` },
});
const ofBank = (matchId: string, bankLineId: string, amount: bigint): KeptMatchLine => ({
  ...{ matchId, bankLineId, entryId: null, entryLine: null, amount },
});
const ofBooks = (matchId: string, entryId: string, amount: bigint): KeptMatchLine => ({
  ...{ matchId, bankLineId: null, entryId, entryLine: 2, amount },
});
const match = (id: string, difference = 0n, undoesId: string | null = null) => ({
  ...{ id, accountId: 'a', undoesId, difference, code: null },
});
/** A line of the books set against what both began apart by. */
const FOR_OPENING = {
  matches: [{ ...match('m3', 28n), code: 'opening' }],
  matchLines: [ofBooks('m3', 'e2', -28n)],
};

/**
 * Two statements that share a day, three lines, one match that was undone and one that stands; and a
 * statement of another account, which told the first line, too, and was withdrawn.
 */
const SOUND: KeptBank = {
  accounts: [account],
  closings: [],
  withdrawals: [{ statementId: '0', accountId: 'a' }],
  statements: [
    statement('0', '2025-05-01', '2025-06-10', 9_000n, 8_970n),
    statement('1', '2025-06-01', '2025-06-10', 100n, 70n),
    statement('2', '2025-06-10', '2025-06-20', 100n, 65n),
  ],
  lines: [
    { ...line('l0', '0', '2025-06-10', -30n), mark: 'l1' },
    line('l1', '1', '2025-06-10', -30n),
    line('l2', '2', '2025-06-10', -10n),
    line('l3', '2', '2025-06-15', 5n),
  ],
  matches: [match('m1'), match('u1', 0n, 'm1'), match('m2', -2n)],
  matchLines: [
    ofBank('m1', 'l1', -30n),
    ofBooks('m1', 'e1', -30n),
    ofBank('m2', 'l1', -30n),
    ofBooks('m2', 'e2', -28n),
  ],
  explanations: [{ accountId: 'a', bankLineId: 'l3', entryId: null, entryLine: null, code: 'interest' }],
  booked: new Map([
    ['e1:2', { ledgerAccount: '102', pool: 'pv', amount: -30n }],
    ['e2:2', { ledgerAccount: '10201', pool: 'pv', amount: -28n }],
  ]),
};

/** A line of the books of both accounts. */
const IN_BOOKS = { ledgerAccount: '102', pool: 'pv' };

const found = (bank: KeptBank): string[] => {
  const findings = new Findings('bank');
  checkBank(bank, findings);
  return findings.breaks.map(({ code }) => code);
};
const changed = <Row>(rows: readonly Row[], at: number, wish: Partial<Row>): Row[] =>
  rows.map((row, index) => (index === at ? { ...row, ...wish } : row));

describe('the check of the bank', () => {
  it('passes statements that share their last day, a match that was undone and one with a difference', () => {
    expect(found(SOUND)).toEqual([]);
  });

  it('passes a line of the books alone that was set against what both began apart by', () => {
    expect(found({ ...SOUND, ...FOR_OPENING })).toEqual([]);
  });

  it.each<{ rule: string; wish: Partial<KeptBank>; codes: string[] }>([
    {
      rule: 'a closing balance that the lines do not lead to',
      wish: { statements: changed(SOUND.statements, 2, { closing: 66n }) },
      codes: ['check.statementSum'],
    },
    {
      rule: 'an opening balance that the statements before do not lead to',
      wish: { statements: changed(SOUND.statements, 2, { opening: 101n, closing: 66n }) },
      codes: ['check.statementOpening'],
    },
    {
      rule: 'an amount of a line',
      wish: { lines: changed(SOUND.lines, 1, { amount: -31n }) },
      codes: ['check.statementSum', 'check.statementSum', 'check.matchAmount', 'check.matchAmount'],
    },
    {
      rule: 'a line taken away that is matched',
      wish: { lines: SOUND.lines.filter(({ id }) => id !== 'l1') },
      codes: [
        ...['check.statementSum', 'check.statementSum'],
        ...['check.bankPointsNowhere', 'check.bankPointsNowhere'],
      ],
    },
    {
      rule: 'a line of a statement that is not there',
      wish: { lines: changed(SOUND.lines, 3, { statementId: '9' }) },
      codes: ['check.bankLineAlone'],
    },
    {
      rule: 'a match of more than the voucher line says',
      wish: {
        matchLines: changed(SOUND.matchLines, 3, { amount: -29n }),
        matches: changed(SOUND.matches, 2, { difference: -1n }),
      },
      codes: ['check.matchAmount'],
    },
    {
      rule: 'a difference that is not bank less books',
      wish: { matches: changed(SOUND.matches, 2, { difference: 0n }) },
      codes: ['check.matchSum'],
    },
    {
      rule: 'a match without lines',
      wish: { matchLines: SOUND.matchLines.slice(0, 2) },
      codes: ['check.matchSum'],
    },
    {
      rule: 'a voucher line of another account',
      wish: {
        booked: new Map([...SOUND.booked, ['e2:2', { ledgerAccount: '101', pool: 'pv', amount: -28n }]]),
      },
      codes: ['check.bankPointsNowhere'],
    },
    {
      rule: 'a voucher line of another pool, where the account is of one',
      wish: { accounts: [{ ...account, pool: 'other' }] },
      codes: ['check.bankPointsNowhere', 'check.bankPointsNowhere'],
    },
    {
      rule: 'an undoing taken away: the line stands matched twice',
      wish: { matches: [match('m1'), match('m2', -2n)] },
      codes: ['check.matchedTwice'],
    },
    {
      rule: 'a line of the books alone that stands for nothing',
      wish: { ...FOR_OPENING, matches: changed(FOR_OPENING.matches, 0, { code: 'timing' }) },
      codes: ['check.matchOneSided'],
    },
    {
      rule: 'lines that take nothing of what both began apart by',
      wish: { matches: [{ ...match('m1'), code: 'opening' }], matchLines: SOUND.matchLines.slice(0, 2) },
      codes: ['check.matchOneSided'],
    },
    {
      rule: 'an undoing of nothing',
      wish: { matches: [...SOUND.matches, match('u2', 0n, 'gone')] },
      codes: ['check.undoesNothing'],
    },
    {
      rule: 'a withdrawal taken away: the statement counts again, and its line twice',
      wish: { withdrawals: [] },
      codes: [
        ...['check.statementOpening', 'check.statementSum'],
        ...['check.statementOpening', 'check.statementSum', 'check.bankLineTwice'],
      ],
    },
    {
      rule: 'a withdrawal of a statement that is not there',
      wish: { withdrawals: [...SOUND.withdrawals, { statementId: '9', accountId: 'a' }] },
      codes: ['check.withdrawsNothing'],
    },
    {
      rule: 'a withdrawal put in: later statements rest on nothing, and its line is matched still',
      wish: { withdrawals: [...SOUND.withdrawals, { statementId: '1', accountId: 'a' }] },
      codes: ['check.statementSum', 'check.matchWithdrawn'],
    },
    {
      rule: 'an explanation of a line that is not there',
      wish: { explanations: changed(SOUND.explanations, 0, { bankLineId: 'gone' }) },
      codes: ['check.bankPointsNowhere'],
    },
  ])('finds $rule', ({ wish, codes }) => {
    expect(found({ ...SOUND, ...wish })).toEqual(codes);
  });

  const CLOSED: KeptBank = {
    ...SOUND,
    ...{ matches: [], matchLines: [], explanations: [] },
    accounts: [
      { ...account, closedOn: '2025-06-20' },
      { ...account, id: 'b', label: 'New', openedOn: '2025-06-21' },
    ],
    statements: [
      ...SOUND.statements.slice(0, 2),
      { ...statement('2', '2025-06-10', '2025-06-20', 100n, 0n) },
    ],
    lines: [...SOUND.lines.slice(0, 3), line('l3', '2', '2025-06-15', -60n)],
    closings: [
      { accountId: 'a', closedOn: '2025-06-20', booksOn: 60n, after: [{ ...IN_BOOKS, on: '2025-06-21' }] },
    ],
  };
  const moved = { accountId: 'a', bankLineId: 'l3', entryId: null, entryLine: null, code: 'moved' };
  const sound = { ...CLOSED, explanations: [{ ...moved, code: 'timing' }, moved] };

  it('passes an account that was closed, and what another took over', () => {
    expect(found(sound)).toEqual([]);
  });

  it('counts what came in so for nothing that left', () => {
    const lines = [...changed(sound.lines, 2, { amount: -15n }), line('l4', '2', '2025-06-11', 5n)];
    const came = { ...moved, bankLineId: 'l4' };
    expect(found({ ...sound, lines, explanations: [...sound.explanations, came] })).toEqual([]);
  });

  it('passes a payment on its way, whatever the account that took over matched it with', () => {
    const onWay = { accountId: 'a', bankLineId: null, entryId: 'e1', entryLine: 2, code: 'timing' };
    const closings = changed(sound.closings, 0, { booksOn: 30n });
    expect(found({ ...sound, closings, explanations: [...sound.explanations, onWay] })).toEqual([]);
    expect(found({ ...sound, closings })).toEqual(['check.closedBooks']);
  });

  it.each<{ rule: string; wish: Partial<KeptBank>; codes: string[] }>([
    {
      rule: 'a fen at the bank when it was closed',
      wish: {
        statements: changed(sound.statements, 2, { closing: 1n }),
        lines: changed(sound.lines, 3, { amount: -59n }),
      },
      codes: ['check.closedNotNil', 'check.closedBooks'],
    },
    {
      rule: 'a day of closing before its last line',
      wish: { closings: changed(sound.closings, 0, { closedOn: '2025-06-14' }) },
      codes: ['check.closedNotNil'],
    },
    {
      rule: 'a fen in the books that did not pass on',
      wish: { closings: changed(sound.closings, 0, { booksOn: 61n }) },
      codes: ['check.closedBooks'],
    },
    {
      rule: 'the word taken away that it passed on',
      wish: { explanations: [] },
      codes: ['check.closedBooks'],
    },
    {
      rule: 'the account that took over begun a day later',
      wish: { accounts: changed(sound.accounts, 1, { openedOn: '2025-06-22' }) },
      codes: ['check.bookedAfterClosing'],
    },
    {
      rule: 'a closing taken away: two accounts answer for the same lines',
      wish: { accounts: changed(sound.accounts, 0, { closedOn: null }), closings: [] },
      codes: ['check.bankScopeTwice'],
    },
    {
      rule: 'an account struck out with its statements',
      wish: { accounts: changed(sound.accounts, 0, { isMistaken: true }), closings: [] },
      codes: ['check.bankMistakenUsed'],
    },
  ])('finds $rule', ({ wish, codes }) => {
    expect(found({ ...sound, ...wish })).toEqual(codes);
  });
});

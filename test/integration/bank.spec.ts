import type { BankRow } from '../../src/domain/ledger/bank-layout';
import { reconcile } from '../../src/domain/ledger/bank-reconciliation';
import { accountOnDay } from '../../src/features/ledger/bank-read.service';
import { linesToMatch, shownDigest } from '../../src/features/ledger/bank-matching.service';
import { codesOf, rowsOf } from '../support/bank-statements';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

const ACCOUNT = {
  ...{ label: 'PV', bank: 'Bank', lastFour: '0011' },
  ...{ ledgerAccount: '', pool: '', openedOn: '2025-01-01' },
};

describeOnEachEngine('the bank', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let at: { collectiveId: string; accountId: string };

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    const { id } = await village.services.bankAccounts.addAccount(village.id, ACCOUNT, ACCOUNTANT);
    at = { collectiveId: village.id, accountId: id };
  });
  afterEach(() => opened.close());

  const importing = (rows: BankRow[], wish: Record<string, string> = {}) =>
    village.services.bankImport.importStatement(
      at,
      {
        rows,
        digest: JSON.stringify([rows, wish]),
        layout: '',
        from: '',
        through: '',
        opening: '',
        closing: '',
        ...wish,
      },
      ACCOUNTANT,
    );
  const state = () => village.services.bankRead.requireState(at.collectiveId, at.accountId);
  const june = { from: '2025-06-01', through: '2025-06-30' };
  const accept = async () => {
    const certain = village.services.bankMatching.suggestionsOf(await state()).filter((each) => each.certain);
    return village.services.bankMatching.acceptCertain(at, shownDigest(certain), ACCOUNTANT);
  };

  it('reconciles a month: the certain at one press, a charge explained, a cheque on its way', async () => {
    await village.pay(3_000n, '2025-06-10');
    await village.pay(4_000n, '2025-06-29');
    await importing(
      rowsOf(100_000n, [
        ['2025-06-11', -3_000n, 'insurance'],
        ['2025-06-21', -50n, 'fee'],
      ]),
      june,
    );
    expect(await codesOf(village.services.months.holdMonth(village.id, '2025-06', ACCOUNTANT))).toContain(
      'months.bankLineOpen',
    );
    expect(await accept()).toEqual({ matches: 1 });
    const fee = (await state()).bank.find(({ text }) => text === 'fee');
    await village.services.bankMatching.explain(
      at,
      { lineId: fee?.id ?? '', code: 'charge', note: '' },
      ACCOUNTANT,
    );
    expect(reconcile(accountOnDay(await state(), '2025-06-30'))).toMatchObject({
      bankBalance: 96_950n,
      booksBalance: 93_000n,
      unexplained: 0n,
      adjustedBank: 92_950n,
      adjustedBooks: 92_950n,
    });
    expect(await village.services.bankRead.closingProblems(village.id, '2025-06')).toEqual([]);
  });

  it('takes what the books were opened with for the opening of the first statement', async () => {
    await importing(rowsOf(100_000n, [['2025-01-11', -50n, 'fee']]), {
      ...{ from: '2025-01-01', through: '2025-01-31' },
    });
    const january = await state();
    expect(reconcile(accountOnDay(january, '2025-01-31'))).toMatchObject({
      ...{ unexplained: 0n, notYetAtBank: [], adjustedBank: 99_950n },
    });
    expect(linesToMatch(january).books).toEqual([]);
  });

  it('takes a line that two statements tell once, and nothing of a file with a fault', async () => {
    const first: [string, bigint, string][] = [
      ['2025-06-02', 100n, 'a'],
      ['2025-06-09', 100n, 'b'],
    ];
    const later: [string, bigint, string] = ['2025-06-12', 7n, 'c'];
    await importing(rowsOf(100_000n, first), { from: '2025-06-01', through: '2025-06-10' });
    expect(
      await codesOf(importing(rowsOf(100_000n, first), { from: '2025-06-01', through: '2025-06-10' })),
    ).toEqual(['bank.statementKnown']);
    const overlapping = rowsOf(100_100n, [...first.slice(1), later]);
    expect(await importing(overlapping, { from: '2025-06-05', through: '2025-06-20' })).toMatchObject({
      lines: 1,
    });
    expect((await state()).bank.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    const broken = rowsOf(100_207n, [
      ['2025-06-22', 1n, 'd'],
      ['2025-06-31', 1n, 'e'],
    ]);
    expect(await codesOf(importing(broken))).toEqual(['bank.dayUnreadable']);
    expect(await codesOf(importing(rowsOf(100_208n, [['2025-06-22', 1n, 'd']])))).toEqual([
      'bank.openingDiffers',
    ]);
    expect((await state()).statements).toHaveLength(2);
  });

  it('takes the file of another account back with its matches, and then the right one over', async () => {
    await village.pay(3_000n, '2025-06-10');
    const { bankWithdrawals } = village.services;
    const wrong = rowsOf(7_600_000n, [['2025-06-11', -3_000n, 'insurance']]);
    const { id } = await importing(wrong, june);
    const right = rowsOf(100_000n, [['2025-06-11', -3_000n, 'insurance']]);
    expect(await codesOf(importing(right, june))).toEqual([
      'bank.openingDiffers',
      'bank.lineLost',
      'bank.lineAdded',
    ]);
    expect(await accept()).toEqual({ matches: 1 });
    const asked = { statementId: id, reason: 'that of another account' };
    expect(await codesOf(bankWithdrawals.withdraw(at, { ...asked, reason: '' }, ACCOUNTANT))).toEqual([
      'form.missing',
    ]);
    expect(await bankWithdrawals.withdraw(at, asked, ACCOUNTANT)).toEqual({ id, matches: 1 });
    expect(await codesOf(bankWithdrawals.withdraw(at, asked, ACCOUNTANT))).toEqual(['bank.statementUnknown']);
    expect(await state()).toMatchObject({ statements: [], bank: [], matches: [] });
    expect(await village.services.bankRead.listUnmatchedIncome(village.id, '2025-06')).toEqual([]);
    // The same file once more, to see that it is known again; then it goes, and the right one comes.
    const again = await importing(wrong, june);
    expect(await codesOf(importing(wrong, june))).toEqual(['bank.statementKnown']);
    await bankWithdrawals.withdraw(at, { ...asked, statementId: again.id }, ACCOUNTANT);
    const first = await importing(right, june);
    expect(await accept()).toEqual({ matches: 1 });
    const july = { from: '2025-07-01', through: '2025-07-02' };
    await importing(rowsOf(97_000n, [['2025-07-02', 5n, 'interest']]), july);
    expect(
      await codesOf(bankWithdrawals.withdraw(at, { ...asked, statementId: first.id }, ACCOUNTANT)),
    ).toEqual(['bank.laterStatement']);
    expect(reconcile(accountOnDay(await state(), '2025-06-30'))).toMatchObject({
      ...{ unexplained: 0n, bankBalance: 97_000n, booksBalance: 97_000n },
    });
    const taken = await village.services.bankRead.listTakenStatements(at);
    expect(taken.withdrawn.map(({ reason }) => reason)).toEqual(Array(2).fill(asked.reason));
  });

  it('closes an account, hands its lines to the next; takes it back while nothing rests on it', async () => {
    const { bankEnds, bankMatching, bankRead, check } = village.services;
    await village.pay(3_000n, '2025-06-10');
    const ending = { closedOn: '2025-06-30', closingReason: 'moved', paper: 'receipt' };
    const next = { nextLabel: 'New', nextBank: 'Other', nextLastFour: '0099' };
    const none = { nextLabel: '', nextBank: '', nextLastFour: '' };
    const lines = rowsOf(100_000n, [
      ['2025-06-11', -3_000n, 'insurance'],
      ['2025-06-28', -97_000n, 'to the new account'],
    ]);
    await importing(lines, june);
    await accept();
    expect(await codesOf(bankEnds.close(at, { ...ending, ...next }, ACCOUNTANT))).toEqual([
      ...['bank.endLinesOpen', 'bank.endBooksNotNil'],
    ]);
    const lineId = (await state()).bank.find(({ matchId }) => matchId === undefined)?.id ?? '';
    const opened = (await state()).books[0]?.id ?? '';
    const ofBooks = bankMatching.explain(at, { lineId: opened, code: 'moved', note: '' }, ACCOUNTANT);
    expect(await codesOf(ofBooks)).toEqual(['bank.notTakenOver']);
    await bankMatching.explain(at, { lineId, code: 'moved', note: '' }, ACCOUNTANT);
    const toNobody = bankEnds.close(at, { ...ending, ...none }, ACCOUNTANT);
    expect(await codesOf(toNobody)).toEqual(['bank.endNextMissing']);
    const why = { reason: 'the other bank' };
    const mistaken = await bankEnds.close(at, { ...ending, ...next, nextLabel: 'Wrong' }, ACCOUNTANT);
    expect(await codesOf(bankEnds.resume(at, why, ACCOUNTANT))).toEqual(['bank.laterAccount']);
    await bankEnds.strike({ ...at, accountId: mistaken.nextId }, why, ACCOUNTANT);
    expect(await bankEnds.resume(at, why, ACCOUNTANT)).toEqual({ number: 2 });
    const { nextId } = await bankEnds.close(at, { ...ending, ...next }, ACCOUNTANT);
    const again = rowsOf(0n, [['2025-06-30', 5n, 'interest']]);
    const refused = [
      importing(again, { from: '2025-06-30', through: '2025-06-30' }),
      bankMatching.explain(at, { lineId, code: 'timing', note: '' }, ACCOUNTANT),
      village.pay(100n, '2025-06-29'),
      bankEnds.close(at, { ...ending, ...none }, ACCOUNTANT),
    ];
    expect((await Promise.all(refused.map(codesOf))).flat()).toEqual([
      ...['bank.accountClosed', 'bank.accountClosed', 'bank.bookedBeforeEnd', 'bank.accountClosed'],
    ]);
    await village.pay(2_000n, '2025-07-01');
    expect(await bankRead.listMonths(village.id, '2025-07')).toMatchObject([
      { accountId: nextId, state: 'missing', uncovered: [{ from: '2025-07-01' }] },
    ]);
    const old = at;
    at = { ...at, accountId: nextId };
    await importing(
      rowsOf(0n, [
        ['2025-07-01', 97_000n, 'from the old'],
        ['2025-07-03', -2_000n, 'bill'],
      ]),
      { from: '2025-06-20', through: '2025-07-05' },
    );
    expect(await accept()).toEqual({ matches: 1 });
    const came = (await state()).bank[0]?.id ?? '';
    await bankMatching.explain(at, { lineId: came, code: 'moved', note: '' }, ACCOUNTANT);
    expect((await state()).books.map(({ amount }) => amount)).toEqual([100_000n, -2_000n]);
    expect(reconcile(accountOnDay(await state(), '2025-07-05'))).toMatchObject({
      ...{ bankBalance: 95_000n, booksBalance: 95_000n, unexplained: 0n, notYetInBooks: [] },
    });
    expect(await bankRead.closingProblems(village.id, '2025-06')).toEqual([]);
    expect(await bankRead.listMonths(village.id, '2025-06')).toMatchObject([{ state: 'agreed' }]);
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
    expect(await codesOf(bankEnds.resume(old, why, ACCOUNTANT))).toEqual(['bank.laterAccount']);
    expect(await codesOf(bankEnds.strike(at, why, ACCOUNTANT))).toEqual(['bank.accountUsed']);
  });

  it('matches by hand with an explained difference, and takes apart with a reason', async () => {
    await village.pay(3_000n, '2025-06-10');
    await importing(rowsOf(100_000n, [['2025-06-11', -3_005n, 'insurance and fee']]), june);
    const { bank, books } = await state();
    const ticked = { bank: [bank[0]?.id ?? ''], books: [books.at(-1)?.id ?? ''], note: '' };
    const { bankMatching } = village.services;
    expect(await codesOf(bankMatching.match(at, { ...ticked, code: '' }, ACCOUNTANT))).toEqual([
      'bank.sumsDiffer',
    ]);
    const { id } = await bankMatching.match(at, { ...ticked, code: 'charge' }, ACCOUNTANT);
    expect(reconcile(accountOnDay(await state(), '2025-06-30'))).toMatchObject({
      booksDifferences: [{ difference: -5n }],
      adjustedBooks: 96_995n,
    });
    expect(await codesOf(bankMatching.match(at, { ...ticked, code: 'charge' }, ACCOUNTANT))).toEqual([
      'bank.lineTaken',
    ]);
    expect(await codesOf(bankMatching.undo(at, { matchId: id, reason: ' ' }, ACCOUNTANT))).toEqual([
      'form.missing',
    ]);
    await bankMatching.undo(at, { matchId: id, reason: 'wrong voucher' }, ACCOUNTANT);
    expect(await codesOf(bankMatching.undo(at, { matchId: id, reason: 'again' }, ACCOUNTANT))).toEqual([
      'bank.matchUnknown',
    ]);
    await bankMatching.match(at, { ...ticked, code: 'charge' }, ACCOUNTANT);
    expect((await state()).matches).toHaveLength(1);
  });

  it('matches a line once, however many match it at the same moment', async () => {
    await village.pay(3_000n, '2025-06-10');
    await importing(rowsOf(100_000n, [['2025-06-11', -3_000n, 'insurance']]), june);
    const { bank, books } = await state();
    const ticked = { bank: [bank[0]?.id ?? ''], books: [books.at(-1)?.id ?? ''], code: '', note: '' };
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => codesOf(village.services.bankMatching.match(at, ticked, ACCOUNTANT))),
    );
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(tries.flat()).toEqual(Array(5).fill('bank.lineTaken'));
    expect((await state()).matches).toHaveLength(1);
  });

  it('gives the same answer to the same key, and matches nothing twice', async () => {
    await village.pay(3_000n, '2025-06-10');
    await importing(rowsOf(100_000n, [['2025-06-11', -3_000n, 'insurance']]), june);
    const { bank, books } = await state();
    const ticked = { bank: [bank[0]?.id ?? ''], books: [books.at(-1)?.id ?? ''], code: '', note: '' };
    const command = { ...ACCOUNTANT, key: 'match-once-1' };
    const first = await village.services.bankMatching.match(at, ticked, command);
    expect(await village.services.bankMatching.match(at, ticked, command)).toEqual(first);
  });

  it('does not accept what is no longer what was shown', async () => {
    await village.pay(3_000n, '2025-06-10');
    await importing(rowsOf(100_000n, [['2025-06-11', -3_000n, 'insurance']]), june);
    const { bankMatching } = village.services;
    const shown = shownDigest(bankMatching.suggestionsOf(await state()));
    await village.pay(3_000n, '2025-06-12', 'another policy');
    const accepted = bankMatching.acceptCertain(at, shown, ACCOUNTANT);
    expect(await codesOf(accepted)).toEqual(['bank.suggestionsChanged']);
    expect((await state()).matches).toEqual([]);
  });

  it.each<{ why: string; wish: Record<string, string>; codes: string[] }>([
    {
      why: 'no four digits',
      wish: { lastFour: '12345', pool: 'pv' },
      codes: ['bank.lastFourWrong', 'bank.scopeTaken'],
    },
    { why: 'an account that is no bank', wish: { ledgerAccount: '101' }, codes: ['bank.notABankAccount'] },
    { why: 'the same account of the books', wish: {}, codes: ['bank.scopeTaken'] },
    {
      why: 'nothing filled in',
      wish: { label: '', bank: ' ', openedOn: '', pool: 'x' },
      codes: ['form.missing', 'form.missing', 'form.missing', 'bank.poolUnknown', 'bank.scopeTaken'],
    },
  ])('refuses a bank account with $why', async ({ wish, codes }) => {
    const adding = village.services.bankAccounts.addAccount(village.id, { ...ACCOUNT, ...wish }, ACCOUNTANT);
    expect(await codesOf(adding)).toEqual(codes);
  });
});

import { BankReconciliationService } from '../../src/features/ledger/bank-reconciliation.service';
import { codesOf, rowsOf } from '../support/bank-statements';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const ACCOUNT = {
  ...{ label: 'PV', bank: 'Bank', lastFour: '0011' },
  ...{ ledgerAccount: '', pool: '', openedOn: '2025-01-01' },
};

/** A bank that has more than the books as both begin keeps the month open until somebody has said why. */
describeOnEachEngine('a bank that begins with another balance than the books', (open) => {
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

  const importing = (opening: bigint) =>
    village.services.bankImport.importStatement(
      at,
      {
        rows: rowsOf(opening, [['2025-06-11', -3_000n, 'insurance']]),
        ...{ digest: 'june', layout: '', opening: '', closing: '' },
        ...{ from: '2025-06-01', through: '2025-06-30' },
      },
      ACCOUNTANT,
    );
  const wanted = async () =>
    (await village.services.bankRead.closingProblems(village.id, '2025-06')).map(({ code, facts }) => [
      code,
      facts?.['difference'],
    ]);
  const explain = (wish: { code?: string; note?: string } = {}) =>
    village.services.bankOpenings.explain(
      at,
      { code: 'ourError', note: 'a receipt of 2024', ...wish },
      ACCOUNTANT,
    );
  const matchAll = async () => {
    const { bank, books } = await village.services.bankRead.requireState(village.id, at.accountId);
    const [paid] = books.filter(({ amount }) => amount === -3_000n);
    const ticked = { bank: bank.map(({ id }) => id), books: [paid?.id ?? ''], code: '', note: '' };
    await village.services.bankMatching.match(at, ticked, ACCOUNTANT);
  };

  it('asks why, once, and for that very difference', async () => {
    await village.pay(3_000n, '2025-06-10');
    expect(await codesOf(explain())).toEqual(['bank.openingAgrees']);
    await importing(100_001n);
    await matchAll();
    expect(await wanted()).toEqual([['months.bankOpeningOpen', 1n]]);
    const held = village.services.months.holdMonth(village.id, '2025-06', ACCOUNTANT);
    expect(await codesOf(held)).toContain('months.bankOpeningOpen');
    expect(await codesOf(explain({ code: 'x' }))).toEqual(['bank.codeUnknown']);
    expect(await codesOf(explain({ code: 'moved' }))).toEqual(['bank.codeUnknown']);
    expect(await codesOf(explain({ note: ' ' }))).toEqual(['bank.noteMissing']);
    expect(await codesOf(explain({ note: 'call 13800138000' }))).toEqual(['form.privateNumber']);
    expect(await explain()).toEqual({ number: 1 });
    expect(await wanted()).toEqual([]);
    // What is booked before the first statement makes it another difference.
    await village.pay(500n, '2025-05-20');
    expect(await wanted()).toEqual([['months.bankOpeningOpen', 501n]]);
    expect(await explain({ note: 'a payment of May, too' })).toEqual({ number: 2 });
    expect(await wanted()).toEqual([]);
  });

  it('asks nothing where both begin alike', async () => {
    await village.pay(3_000n, '2025-06-10');
    await importing(100_000n);
    await matchAll();
    expect(await wanted()).toEqual([]);
    expect(await codesOf(explain())).toEqual(['bank.openingAgrees']);
  });

  it('keeps what was said on record', async () => {
    await village.pay(3_000n, '2025-06-10');
    await importing(99_999n);
    await explain();
    const hand = await Tampering.on(opened);
    const found = async () =>
      (await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
    expect(await found()).toEqual([]);
    await hand.run("UPDATE bank_opening_reasons SET note = 'x'");
    expect(await found()).toEqual(['check.rowChanged']);
    await hand.run('DELETE FROM bank_opening_reasons');
    expect(await found()).toEqual(['check.rowGone']);
    await hand.close();
  });

  describe('and was booked afterwards', () => {
    const january = {
      ...{ digest: 'january', layout: '', opening: '', closing: '' },
      ...{ from: '2025-01-01', through: '2025-01-31' },
    };
    const state = () => village.services.bankRead.requireState(village.id, at.accountId);
    const tick = async (amount: bigint, wish: { code?: string; bank?: string[] } = {}) => {
      const { books } = await state();
      const ids = books.filter((line) => line.amount === amount).map(({ id }) => id);
      const form = { bank: [], books: ids, code: 'opening', note: '', ...wish };
      return village.services.bankMatching.match(at, form, ACCOUNTANT);
    };
    const drawn = async (on: string) => {
      const { database, bankRead } = village.services;
      return (await new BankReconciliationService(database, bankRead).requireOn(at, on)).drawn;
    };
    /** The bank began with 30.00 less: a payment was forgotten, and is booked on 20 January. */
    const begin = async () => {
      await village.pay(3_000n, '2025-01-20');
      const rows = rowsOf(97_000n, [['2025-01-11', -1_000n, 'fee']]);
      await village.services.bankImport.importStatement(at, { rows, ...january }, ACCOUNTANT);
      await village.pay(1_000n, '2025-01-11');
      const { bank } = await state();
      await tick(-1_000n, { code: '', bank: bank.map(({ id }) => id) });
    };

    it('is set against it by one act, and undone as other matches are', async () => {
      await begin();
      expect(await drawn('2025-01-31')).toMatchObject({ adjustedBank: 93_000n, unexplained: -3_000n });
      expect(await codesOf(tick(-3_000n, { code: 'timing' }))).toEqual(['bank.oneSided']);
      const { id } = await tick(-3_000n);
      expect(await drawn('2025-01-31')).toMatchObject({
        ...{ openingBegan: -3_000n, openingDifference: 0n, notYetAtBank: [] },
        ...{ adjustedBank: 96_000n, adjustedBooks: 96_000n },
      });
      expect(await village.services.bankRead.closingProblems(village.id, '2025-01')).toEqual([]);
      const hand = await Tampering.on(opened);
      const found = async () =>
        (await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
      expect(await found()).toEqual([]);
      await village.services.bankMatching.undo(at, { matchId: id, reason: 'another payment' }, ACCOUNTANT);
      expect(await drawn('2025-01-31')).toMatchObject({ openingDifference: -3_000n });
      await tick(-3_000n);
      await hand.run("UPDATE bank_matches SET code = 'timing' WHERE code = 'opening'");
      expect(new Set(await found())).toEqual(new Set(['check.rowChanged', 'check.matchOneSided']));
      await hand.close();
    });

    it('leaves the sheet of a sealed month as it was, whatever is said or matched later', async () => {
      await begin();
      await explain();
      await village.hold('2025-01');
      await village.seal('2025-01');
      const sealed = await drawn('2025-01-31');
      expect(sealed).toMatchObject({ openingDifference: -3_000n, openingReason: { code: 'ourError' } });
      village.services.clock.moveTo('2025-07-21');
      await explain({ code: 'bankError', note: 'said after the seal' });
      const { books } = await state();
      const late = books.find(({ amount }) => amount === -3_000n)?.id ?? '';
      const why = { lineId: late, code: 'ourError', note: 'said after the seal' };
      await village.services.bankMatching.explain(at, why, ACCOUNTANT);
      expect(await drawn('2025-01-31')).toEqual(sealed);
      await tick(-3_000n);
      expect(await drawn('2025-01-31')).toEqual(sealed);
      const february = { ...january, digest: 'february', from: '2025-02-01', through: '2025-02-28' };
      const rows = rowsOf(96_000n, [['2025-02-03', -1n, 'fee']]);
      await village.services.bankImport.importStatement(at, { rows, ...february }, ACCOUNTANT);
      expect(await drawn('2025-02-28')).toMatchObject({
        ...{ openingDifference: 0n, notYetAtBank: [], adjustedBooks: 95_999n },
      });
    });
  });
});

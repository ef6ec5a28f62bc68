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
});

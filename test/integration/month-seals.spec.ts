import type { DistributionNotice } from '../../src/domain/notices/distribution-notice';
import { FIRST_SEAL } from '../../src/domain/ledger/month-balances';
import { FormProblems } from '../../src/domain/shared/problem';
import { sealDigest } from '../../src/features/ledger/ledger-months.service';
import { NoticeEntity } from '../../src/features/notices/notice.entity';
import { placeholdersFor } from '../../src/platform/database/engine';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, claimOf, OFFICER, Village } from '../support/village';

const FIRST_HALF = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

/** Changes rows behind the service's back, as somebody with the database in hand could. */
async function tamper(opened: OpenDatabase, sql: string, values: unknown[]): Promise<void> {
  await opened.writer.query(placeholdersFor(opened.database.engine, sql), values);
}

describeOnEachEngine('opening a held month again', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(10_000n);
  });
  afterEach(() => opened.close());

  it('takes entries again, and keeps every act with its reason', async () => {
    await village.hold('2025-01');
    await village.reopen('2025-01', '  a bill came late  ');
    await village.pay(1n, '2025-01-31');
    await village.hold('2025-01');
    await expect(village.pay(2n, '2025-01-31')).rejects.toMatchObject({ code: 'period.held' });
    const acts = await village.services.ledgerMonths.listActs(village.id, '2025-01');
    expect(acts.map(({ number, act, doneBy, reason }) => [number, act, doneBy, reason])).toEqual([
      [1, 'held', 'accountant', undefined],
      [2, 'reopened', 'accountant', 'a bill came late'],
      [3, 'held', 'accountant', undefined],
    ]);
  });

  it('refuses what is wrong with month and reason at once', async () => {
    const asked = (async () => village.reopen('2025-13', 'abc'))();
    await expect(asked).rejects.toMatchObject({
      problems: [{ code: 'calendar.notAMonth' }, { code: 'months.reasonTooShort' }],
    });
  });

  it('refuses a month while a later one is held, and leaves no act of it', async () => {
    await village.hold('2025-01');
    await village.hold('2025-02');
    await expect(village.reopen('2025-01')).rejects.toMatchObject({
      code: 'period.laterHeld',
      facts: { later: '2025-02' },
    });
    expect(await village.services.ledgerMonths.listActs(village.id, '2025-01')).toHaveLength(1);
    await village.reopen('2025-02');
    await village.reopen('2025-01');
  });

  it('answers the same key once, and another question under it not at all', async () => {
    await village.hold('2025-01');
    const command = { ...ACCOUNTANT, key: 'reopen-once' };
    const ask = (reason: string) =>
      village.services.months.reopenMonth(village.id, { month: '2025-01', reason }, command);
    const first = await ask('a bill came late');
    expect(await ask('a bill came late')).toEqual(first);
    await expect(ask('another reason')).rejects.toMatchObject({ code: 'command.keyReused' });
    expect(await village.services.ledgerMonths.listActs(village.id, '2025-01')).toHaveLength(2);
  });
});

describeOnEachEngine('sealing a month', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(10_000n);
    await village.pay(300n, '2025-01-20');
    await village.hold('2025-01');
  });
  afterEach(() => opened.close());

  it('keeps its balances and where the chain stood under a digest anybody can recompute', async () => {
    const { ledgerMonths, books } = village.services;
    const { length, head } = await books.requireChain(village.id);
    const seal = await village.seal('2025-01');
    expect(seal).toMatchObject({
      month: '2025-01',
      chainPosition: length,
      chainHead: head,
      sealedBy: 'officer',
    });
    const balances = await ledgerMonths.listBalances(village.id, '2025-01');
    expect(balances).toEqual([
      { ledgerAccount: '102', pool: 'pv', opening: 0n, debit: 10_000n, credit: 300n },
      { ledgerAccount: '322', pool: 'pv', opening: 0n, debit: 0n, credit: 10_000n },
      { ledgerAccount: '511', pool: 'pv', opening: 0n, debit: 300n, credit: 0n },
    ]);
    expect(await ledgerMonths.listSeals(village.id)).toEqual([seal]);
    expect(seal.digest).toBe(sealDigest(FIRST_SEAL, { ...seal, collectiveId: village.id, balances }));
    expect(await books.listMonths(village.id)).toEqual([
      { month: '2025-01', state: 'sealed' },
      { month: '2025-02', state: 'open' },
    ]);
    expect((await ledgerMonths.listActs(village.id, '2025-01')).map(({ act }) => act)).toEqual([
      'held',
      'sealed',
    ]);
  });

  it('brings in what the seal before closed with, and links to it', async () => {
    await village.pay(50n, '2025-02-20');
    await village.hold('2025-02');
    const first = await village.seal('2025-01');
    const second = await village.seal('2025-02');
    const balances = await village.services.ledgerMonths.listBalances(village.id, '2025-02');
    expect(
      balances.map(({ ledgerAccount, opening, debit, credit }) => [ledgerAccount, opening, debit, credit]),
    ).toEqual([
      ['102', 9_700n, 0n, 50n],
      ['322', -10_000n, 0n, 0n],
      ['511', 300n, 50n, 0n],
    ]);
    const facts = { ...second, collectiveId: village.id, balances };
    expect(second.digest).toBe(sealDigest(first.digest, facts));
    expect(second.digest).not.toBe(sealDigest(FIRST_SEAL, facts));
  });

  it('never takes an entry, nor opens, nor is sealed again', async () => {
    await village.seal('2025-01');
    await expect(village.pay(1n, '2025-01-31')).rejects.toMatchObject({ code: 'period.sealed' });
    for (const asked of [
      () => village.reopen('2025-01'),
      () => village.hold('2025-01'),
      () => village.seal('2025-01'),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'period.sealedAlready' });
    }
    expect(await village.services.ledgerMonths.listSeals(village.id)).toHaveLength(1);
  });

  it('takes a late fact in an open month, also the reversal of a sealed one', async () => {
    const [, bill] = await village.vouchers();
    const inHeld = village.reverse(bill?.entryId ?? '', '2025-01-31');
    await expect(inHeld).rejects.toMatchObject({ code: 'period.held' });
    await village.seal('2025-01');
    const before = await village.services.ledgerMonths.listBalances(village.id, '2025-01');
    await expect(village.reverse(bill?.entryId ?? '', '2025-01-31')).rejects.toMatchObject({
      code: 'period.sealed',
    });
    await village.reverse(bill?.entryId ?? '', '2025-02-10');
    const [late] = (await village.vouchers()).slice(-1);
    expect(late).toMatchObject({ postedOn: '2025-02-10', aboutPeriod: '2025-01', statementOn: '2025-01-20' });
    expect(await village.services.ledgerMonths.listBalances(village.id, '2025-01')).toEqual(before);
  });

  it.each<{ why: string; month: string; by?: { by: string }; code: string }>([
    { why: 'by the one who held it', month: '2025-01', by: ACCOUNTANT, code: 'months.sealedBySame' },
    { why: 'before the months before it', month: '2025-02', by: OFFICER, code: 'period.sealNotNext' },
    { why: 'out of order, before asking who', month: '2025-02', by: ACCOUNTANT, code: 'period.sealNotNext' },
    { why: 'that is open', month: '2025-03', code: 'period.notHeld' },
    { why: 'that is not in the books', month: '2030-01', code: 'period.notHeld' },
  ])('refuses a month $why', async ({ month, by, code }) => {
    await village.hold('2025-02');
    await expect(village.seal(month, by)).rejects.toMatchObject({ code });
    expect(await village.services.ledgerMonths.listSeals(village.id)).toEqual([]);
  });

  it('asks for the hand of the last holder: whoever held it before may seal', async () => {
    await village.reopen('2025-01');
    await village.services.months.holdMonth(village.id, '2025-01', { by: 'deputy' });
    await expect(village.seal('2025-01', { by: 'deputy' })).rejects.toMatchObject({
      code: 'months.sealedBySame',
    });
    await village.seal('2025-01', ACCOUNTANT);
  });

  it('asks each step again what it wants', async () => {
    const station = await village.addStation();
    await expect(village.seal('2025-01')).rejects.toMatchObject({
      problems: [{ code: 'months.slipMissing', field: station }],
    });
  });

  it.each<{ what: string; sql: string }>([
    {
      what: 'a turnover kept one fen too high',
      sql: `UPDATE ledger_turnovers SET debit_fen = debit_fen + 1
            WHERE collective_id = ? AND ledger_account = '511'`,
    },
    {
      what: 'a turnover that is gone',
      sql: "DELETE FROM ledger_turnovers WHERE collective_id = ? AND ledger_account = '511'",
    },
  ])(
    'finds $what, by the check of the books and by the ledger itself, and seals nothing',
    async ({ sql }) => {
      await tamper(opened, sql, [village.id]);
      const found: unknown = await village.seal('2025-01').catch((error: unknown) => error);
      expect(found).toBeInstanceOf(FormProblems);
      const seal = opened.database.inTransaction(village.id, (tx) =>
        village.services.ledgerMonths.sealMonth(tx, village.id, { month: '2025-01', by: 'somebody' }),
      );
      await expect(seal).rejects.toMatchObject({ code: 'seal.turnoversDiffer' });
      expect(await village.services.ledgerMonths.listSeals(village.id)).toEqual([]);
      expect(await village.services.ledgerMonths.listBalances(village.id, '2025-01')).toEqual([]);
    },
  );

  it('is done once by forty who ask at the same time', async () => {
    const asked = Array.from({ length: 40 }, () => village.seal('2025-01'));
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await village.services.ledgerMonths.listSeals(village.id)).toHaveLength(1);
  });

  it('says the same trial balance of any months, sealed or not', async () => {
    const station = await village.addStation({ acquiredOn: '2025-06-01' });
    await village.pay(70n, '2025-02-10');
    await village.pay(1n, '2025-03-01');
    const { voucher } = await village.pay(9n, '2025-03-02');
    await village.reverse(voucher.entryId, '2025-03-03');
    await village.settle(station, '2025-06', { kwh: 100 });
    const months = ['2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07'];
    const ranges = months.flatMap((first) =>
      months.filter((last) => last >= first).map((last) => ({ first, last })),
    );
    const balances = async () => {
      const all: unknown[] = [];
      for (const range of ranges) all.push(await village.services.books.trialBalance(village.id, range));
      return all;
    };
    const open = await balances();
    for (const month of ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06']) await village.hold(month);
    for (const month of ['2025-01', '2025-02', '2025-03', '2025-04']) {
      await village.seal(month);
      expect(await balances()).toEqual(open);
    }
  });
});

describeOnEachEngine('a month whose figures hang on the wall', (open) => {
  let opened: OpenDatabase;
  afterEach(() => opened.close());

  /** A sheet of a plan, published: what it prints besides its days is of no matter here. */
  const publish = (village: Village, planId: string) =>
    village.services.database.inTransaction(village.id, async (tx) => {
      const { periodFrom, periodTo } = await village.services.plans.requirePlan(village.id, planId, tx);
      const heading = { periodFrom, periodTo } as DistributionNotice['heading'];
      const days = { publishedOn: '2025-07-20', publicityFrom: '2025-07-20', publicityTo: '2025-07-26' };
      const sheet = {
        id: 'sheet',
        planId,
        year: 2025,
        number: 1,
        version: 1,
        code: 'CODE',
        digest: 'digest',
      };
      const data = { heading } as DistributionNotice;
      await tx.insert(NoticeEntity, { ...sheet, ...days, collectiveId: village.id, data });
    });

  it('is not opened again; the month after the sheet is', async () => {
    opened = await open();
    const village = await Village.start(opened.database);
    await village.openWith(1_000_000n);
    for (const month of FIRST_HALF) await village.hold(month);
    const { id } = await village.approvedPlan([claimOf(700_000n)]);
    await village.reopen('2025-06');
    await village.hold('2025-06');
    await publish(village, id);
    await expect(village.reopen('2025-06')).rejects.toMatchObject({
      code: 'months.onPublishedSheet',
      facts: { month: '2025-06', sheets: ['2025-1'] },
    });
    expect(await village.services.ledgerMonths.listActs(village.id, '2025-06')).toHaveLength(3);
    village.services.clock.moveTo('2025-08-01');
    await village.hold('2025-07');
    await expect(village.reopen('2025-06')).rejects.toMatchObject({ code: 'period.laterHeld' });
    await village.reopen('2025-07');
  });
});

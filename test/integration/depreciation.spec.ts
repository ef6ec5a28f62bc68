import { readParticulars } from '../../src/domain/assets/asset-particulars';
import type { TermsForm } from '../../src/domain/assets/depreciation-terms';
import type { OpeningLine } from '../../src/domain/months/opening';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf } from './leases.fixture';

const told = ({ breaks }: CheckResult): string[] => breaks.map(({ pass, code }) => `${pass} ${code}`);
const TERMS: TermsForm = {
  ...{ basis: 'takenOver', use: 'operating', fromMonth: '2025-01', months: '7' },
  ...{ salvage: '0', accumulated: '1000.00', paper: 'old books' },
};

/**
 * A workshop of 10,000.00, built by two pools, that has lost 1,000.00 and runs seven months more: 9,000.00
 * over 7 months is 1,285.71 a month and 1,285.74 in the last.
 */
describeOnEachEngine('depreciation', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let workshop: string;
  let second: string;
  let hand: Tampering;
  const book = (month: string) => village.services.depreciation.bookMonth(village.id, month, ACCOUNTANT);
  const enter = (form: Partial<TermsForm>) =>
    village.services.depreciation.enterTerms(
      village.id,
      { assetId: workshop, form: { ...TERMS, ...form } },
      ACCOUNTANT,
    );
  const withdraw = (number: number, reason = 'the year was wrong') =>
    village.services.depreciation.withdrawTerms(
      village.id,
      { assetId: workshop, number, reason },
      ACCOUNTANT,
    );
  const due = async (through: string) =>
    (await village.services.depreciationRead.listDue(village.id, through)).map(({ month }) => month);
  const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { services, id } = village;
    const funds = [{ level: 'county', year: '2020', amount: '10000.00' }];
    const kind = { kind: 'workshop', name: 'workshop', acquiredOn: '2020-05-20', cost: '10000.00', funds };
    workshop = await village.addStation(kind);
    const stand = (pool: OpeningLine['pool'], cost: bigint, lost: bigint): OpeningLine[] => [
      { ledgerAccount: '151', side: 'debit', amount: cost, pool, assetId: workshop },
      { ledgerAccount: '152', side: 'credit', amount: lost, pool, assetId: workshop },
      { ledgerAccount: '311', side: 'credit', amount: cost - lost, pool },
    ];
    const further = [...stand('earmarked', 600_000n, 60_000n), ...stand('members', 400_000n, 40_000n)];
    const opening = { on: '2025-01-01', bank: [], receivables: [], further };
    await services.openings.recordShort(id, opening, ACCOUNTANT);
  });
  afterAll(() => hand.close());

  it('is on terms that the books bear out, and on no others', async () => {
    await expect(enter({ accumulated: '1000.01' })).rejects.toMatchObject({
      problems: [{ code: 'depreciation.accumulatedDiffers', field: 'accumulated' }],
    });
    await expect(due('2025-07')).resolves.toEqual([]);
    const without = (month: string) => village.services.depreciationRead.listWithoutTerms(village.id, month);
    const told = [{ assetId: workshop, name: 'workshop', net: 900_000n }];
    await expect(without('2024-12')).resolves.toEqual([]);
    await expect(without('2025-01')).resolves.toEqual(told);
    await expect(without('2025-02')).resolves.toEqual(told);
    const year = { collectiveId: village.id, year: 2025 };
    const closing = village.services.yearEnd.stateOf(year, { explanation: '' });
    await expect(closing).resolves.toMatchObject({ withoutTerms: told });
    await expect(enter({})).resolves.toEqual({ assetId: workshop, number: 1 });
    await expect(without('2025-02')).resolves.toEqual([]);
    await expect(withdraw(1, ' ')).rejects.toMatchObject({ problems: [{ field: 'termsWithdrawn' }] });
    await expect(withdraw(2)).rejects.toMatchObject({ code: 'depreciation.termsNotLast' });
    await withdraw(1);
    await expect(withdraw(1)).rejects.toMatchObject({ code: 'depreciation.termsNotLast' });
    await expect(due('2025-07')).resolves.toEqual([]);
    await expect(enter({})).resolves.toEqual({ assetId: workshop, number: 2 });
    const kept = await village.services.depreciationRead.listTold(village.id, workshop);
    expect(kept.map(({ withdrawn }) => withdrawn)).toEqual(['the year was wrong', undefined]);
    await expect(enter({})).rejects.toThrow(FormProblems);
    expect((await due('2025-03')).join()).toBe('2025-01,2025-02,2025-03');
  });

  it('is booked in order, once a month, each pool by what its money built, and moves no money', async () => {
    const facts = { earliest: '2025-01', month: '2025-02' };
    await expect(book('2025-02')).rejects.toMatchObject({ code: 'depreciation.earlierDue', facts });
    const problems = await village.services.readiness.holdingProblems(
      opened.database.reader,
      village.id,
      '2025-01',
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'months.depreciationDue', field: '2025-01' }),
    );
    const { entryId } = await book('2025-01');
    const voucher = await village.services.books.requireEntry(village.id, entryId);
    expect(voucher).toMatchObject({ postedOn: '2025-01-31', aboutPeriod: '2025-01', attachments: 1 });
    expect(
      voucher.postings.map(({ ledgerAccount, amount, pool, poolFlow }) => [
        ledgerAccount,
        amount,
        pool,
        poolFlow,
      ]),
    ).toEqual([
      ['511', 77_143n, 'earmarked', undefined],
      ['152', 77_143n, 'earmarked', undefined],
      ['511', 51_428n, 'members', undefined],
      ['152', 51_428n, 'members', undefined],
    ]);
    await expect(book('2025-01')).rejects.toMatchObject({ code: 'depreciation.nothingDue' });
    await expect(withdraw(2)).rejects.toMatchObject({ code: 'assetLife.bookedSince' });
    await expect(book('2025-08')).rejects.toMatchObject({ code: 'depreciation.notYet' });
    await expect(book('2025-13')).rejects.toMatchObject({ problems: [{ code: 'calendar.notAMonth' }] });
  });

  it('is due again where its voucher was reversed', async () => {
    const { entryId } = await book('2025-02');
    const form = { entryId, reason: 'wrongAmount', postedOn: '2025-02-28' };
    await village.services.reversing.reverseVoucher(village.id, form, ACCOUNTANT);
    await expect(due('2025-02')).resolves.toEqual(['2025-02']);
    await book('2025-02');
    await expect(due('2025-02')).resolves.toEqual([]);
  });

  it('of a held month is booked today, about that month', async () => {
    await village.hold('2025-01');
    await village.hold('2025-02');
    second = await village.addStation({
      ...{ kind: 'other', name: 'desk', acquiredOn: '2025-01-10', cost: '120.00' },
      funds: [{ level: 'own', year: '2025', amount: '120.00' }],
    });
    const { ledger } = village.services;
    await opened.database.inTransaction(village.id, (tx) =>
      ledger.post(tx, village.id, {
        ...{ event: 'test', summary: 'desk', source: { kind: 'test', id: 'desk' }, preparedBy: 'accountant' },
        ...{ postedOn: '2025-03-01', statementOn: '2025-03-01', aboutPeriod: '2025-01' },
        postings: [
          { ledgerAccount: '151', side: 'debit', amount: 12_000n, pool: 'members', assetId: second },
          { ledgerAccount: '311', side: 'credit', amount: 12_000n, pool: 'members' },
        ],
      }),
    );
    const form = { ...TERMS, basis: 'acquired', use: 'management', months: '12' };
    await village.services.depreciation.enterTerms(village.id, { assetId: second, form }, ACCOUNTANT);
    const { entryId } = await book('2025-02');
    const voucher = await village.services.books.requireEntry(village.id, entryId);
    expect(voucher).toMatchObject({
      postedOn: '2025-07-20',
      statementOn: '2025-07-20',
      aboutPeriod: '2025-02',
    });
    expect(voucher.postings.map(({ ledgerAccount, amount }) => [ledgerAccount, amount])).toEqual([
      ['513', 1_000n],
      ['152', 1_000n],
    ]);
  });

  it('changes only for months that are not booked, and lands on what was decided', async () => {
    const booked = enter({ basis: 'changed', fromMonth: '2025-02' });
    expect(await codesOf(booked)).toEqual(['depreciation.bookedAlready']);
    await enter({ basis: 'changed', fromMonth: '2025-03', months: '5', salvage: '428.58' });
    for (const month of ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07']) await book(month);
    const stands = (await village.services.depreciationRead.listStands(village.id)).get(workshop) ?? [];
    const net = stands.reduce((sum, { cost, accumulated }) => sum + cost - accumulated, 0n);
    expect(net).toBe(42_858n);
    expect(told(await check())).toEqual([]);
  });

  it('goes on from what was written by hand, or taken back, once its terms are changed', async () => {
    const { ledger, depreciation } = village.services;
    const line = { amount: 600n, pool: 'members', assetId: second } as const;
    const { entryId } = await opened.database.inTransaction(village.id, (tx) =>
      ledger.post(tx, village.id, {
        ...{ event: 'test', summary: 'burnt', source: { kind: 'test', id: 'b' }, preparedBy: 'accountant' },
        ...{ postedOn: '2025-07-20', statementOn: '2025-07-20', aboutPeriod: '2025-07' },
        postings: [
          { ledgerAccount: '513', side: 'debit', ...line },
          { ledgerAccount: '152', side: 'credit', ...line },
        ],
      }),
    );
    const form = { ...TERMS, basis: 'changed', use: 'management', fromMonth: '2025-08', paper: 'decision' };
    const change = () =>
      depreciation.enterTerms(
        village.id,
        { assetId: second, form: { ...form, months: '6', accumulated: '', salvage: '0' } },
        ACCOUNTANT,
      );
    for (const lost of [6_600n, 6_000n]) {
      expect(told(await check())).toEqual(['register check.assetLossDiffers']);
      await change();
      expect(told(await check())).toEqual([]);
      const plans = await village.services.depreciationRead.listPlans(village.id);
      expect(plans.find(({ assetId }) => assetId === second)?.terms.at(-1)?.accumulated).toBe(lost);
      if (lost === 6_600n) await village.reverse(entryId, '2025-07-20');
    }
  });

  it('goes on when the asset stops, and is borne by another expense once it is turned', async () => {
    const { id, services } = village;
    const { turns, leases, particulars, depreciationRead } = services;
    const form = { ground: 'poorReturn', newUse: '', use: '', turnReason: '', paper: 'resolution 7' };
    const turn = async (turnWay: string, happenedOn: string, more: object = {}) => {
      const typed = { turnWay, happenedOn, ...form, approvedBy: 'representatives', ...more };
      return (await turns.record(id, { assetId: second, form: typed }, ACCOUNTANT)).id;
    };
    const back = (turnId: string) =>
      turns.withdraw({ collectiveId: id, assetId: second, turnId }, 'entered wrongly', ACCOUNTANT);
    const shown = async (day: string) => (await particulars.listInForce(id, day)).get(second)?.condition;
    const used = async () =>
      (await depreciationRead.listPlans(id)).find((each) => each.assetId === second)?.use;
    const stopped = await turn('suspend', '2025-07-10');
    expect([await shown('2025-07-09'), await shown('2025-07-10')]).toEqual([undefined, 'idle']);
    const lease = typedLease({ assetId: second, firstOn: '2025-07-01', lastOn: '2025-12-31' });
    expect(await codesOf(leases.addLease(id, lease, ACCOUNTANT))).toEqual(['lease.suspended']);
    const turned = await turn('convert', '2025-07-12', { newUse: 'for the school', use: 'publicWelfare' });
    expect(await used()).toBe('publicWelfare');
    const told = await depreciationRead.listTold(id, second);
    const terms = { from: '2025-08', use: 'publicWelfare' };
    expect(told.at(-1)).toMatchObject({ follows: 'convert', terms });
    const alone = { assetId: second, number: told.length, reason: 'no' };
    const gone = services.depreciation.withdrawTerms(id, alone, ACCOUNTANT);
    expect(await codesOf(gone)).toEqual(['depreciation.termsOfTurn']);
    expect(await codesOf(back(stopped))).toEqual(['assetLife.laterFirst']);
    await back(turned);
    expect([await used(), await codesOf(back(turned))]).toEqual(['management', ['turn.unknown']]);
    await turn('convert', '2025-07-12', { newUse: 'for the school', use: 'operating' });
    const run = await turn('resume', '2025-07-15');
    expect(await shown('2025-07-15')).toBeUndefined();
    await back(run);
    expect([await used(), await shown('2025-07-15')]).toEqual(['operating', 'idle']);
    expect(await check()).toMatchObject({ breaks: [] });
  });

  it('brings the village nothing while the right to its income lies with another body', async () => {
    const { id: collectiveId, services } = village;
    const note = (basedOn: string, incomeBody: string, condition = 'idle') => {
      const said = { condition, incomeBody, why: 'seen', validFrom: '2025-07-16', basedOn };
      const form = { ...readParticulars(() => '', { today: '' }).particulars, ...said };
      return services.particulars.change({ collectiveId, id: second }, form, ACCOUNTANT);
    };
    const inUse = await codesOf(note('0', 'the town', 'inUse'));
    expect([inUse, await codesOf(note('0', 'the town'))]).toEqual([['particulars.suspended'], []]);
    const days = { coversFrom: '2025-07-01', coversTo: '2025-07-31', dueOn: '2025-07-31' };
    const due = { assetId: second, stream: 'rent', payer: 'A', amount: '1', postedOn: '2025-07-20', ...days };
    const book = () => services.income.recordIncomeDue(collectiveId, due, ACCOUNTANT);
    expect(await codesOf(book())).toEqual(['custody.rightElsewhere']);
    expect([await codesOf(note('1', 'cooperative')), await codesOf(book())]).toEqual([[], []]);
  });

  it('is found by the check where a row was changed by hand', async () => {
    hand = await Tampering.on(opened);
    await hand.keep();
    const lost = ['register check.assetLossDiffers'];
    const march = "WHERE month = '2025-03' AND amount_fen > 1000";
    const cases: [sql: string, found: string[]][] = [
      [
        `UPDATE depreciation_bookings SET amount_fen = amount_fen + 1 ${march}`,
        ['depreciation check.factDiffers', 'depreciation check.depreciationOther'],
      ],
      [
        `UPDATE depreciation_bookings SET month = '2025-09' ${march}`,
        [...lost, 'depreciation check.factOther', 'depreciation check.depreciationOther'],
      ],
      ['DELETE FROM depreciation_bookings', [...lost, 'depreciation check.factDiffers']],
      [
        "UPDATE depreciation_terms SET salvage_fen = 0 WHERE basis = 'changed'",
        [...lost, 'depreciation check.depreciationOther'],
      ],
    ];
    const turned = ['assetLife check.turnDiffers'];
    cases.push(
      [
        "UPDATE depreciation_terms SET use_of = 'management' WHERE use_of = 'operating' AND number > 3",
        turned,
      ],
      ['DELETE FROM terms_withdrawals WHERE number > 2', turned],
      ["UPDATE asset_turns SET way = 'resume' WHERE way = 'suspend'", turned],
    );
    for (const [sql, found] of cases) {
      await hand.run(sql);
      expect([...new Set(told(ownPasses(await check())))]).toEqual(found);
      // What the register says is held against the books whenever a month is sealed, too.
      const sealing = await opened.database.inSnapshot((db) =>
        village.services.check.sealProblems(db, village.id),
      );
      const isSeen = sealing.some(({ code }) => code === 'check.assetLossDiffers');
      expect(isSeen).toBe(lost.every((each) => found.includes(each)));
      await hand.putBack();
    }
  });
});

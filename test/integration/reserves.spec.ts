import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { ReservesService } from '../../src/features/ledger/reserves.service';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { seedRegisters } from '../support/seed-registers';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';

const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      if (error instanceof DomainError) return [error.code];
      throw error;
    },
  );

/** 1,000.00 of the station's pool, 300.00 of it set aside for the inverters. */
describeOnEachEngine('money that is set aside', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let reserves: ReservesService;
  let reserveId: string;

  const setAside = (amount: string, reservedOn = '2025-06-30') => {
    const form = { pool: 'pv', reservePurpose: 'inverters', amount, reservedOn, paper: 'meeting 3' };
    return reserves.setAside(village.id, form, ACCOUNTANT);
  };
  const release = (releaseAmount: string, releasedOn = '2025-07-20') =>
    reserves.release(
      village.id,
      { reserveId, releaseAmount, releasedOn, releaseReason: 'one broke' },
      ACCOUNTANT,
    );
  const bill = (amount: string, paysPromised = '') =>
    village.services.deductions.recordDeduction(
      village.id,
      {
        ...{ kind: 'insurance', name: amount, postedOn: '2025-07-20', amount, reason: 'due', paysPromised },
      },
      ACCOUNTANT,
    );

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    const { database, clock } = village.services;
    reserves = new ReservesService(database, clock, new LedgerCheckService(seedRegisters().charts));
  });
  afterAll(() => opened.close());

  it('is no more than what is free, and books nothing', async () => {
    const before = await village.services.books.requireChain(village.id);
    expect(await codesOf(setAside('1000.01'))).toEqual(['reserve.aboveFree']);
    ({ id: reserveId } = await setAside('300.00'));
    expect(await codesOf(setAside('700.01'))).toEqual(['reserve.aboveFree']);
    expect(await village.services.books.requireChain(village.id)).toEqual(before);
  });

  it('pays no cost, not even by a reason, until it is released', async () => {
    expect(await codesOf(bill('700.01'))).toEqual(['money.reserved']);
    expect(await codesOf(bill('700.01', 'urgent'))).toEqual(['money.reserved']);
  });

  it('is left alone by a plan, drafted before or after; the statement stays as it was', async () => {
    const { surplus } = village.services;
    const statement = await surplus.statement(village.id, {
      ...{ pool: 'pv', from: '2025-01-01', to: '2025-06-30' },
    });
    expect(statement.distributable).toBe(100_000n);
    expect(await codesOf(village.draft([claimOf(70_001n)]))).toEqual(['plan.reserved']);
    const early = await village.draft([claimOf(60_000n)]);
    const { id: more } = await setAside('50.00', '2025-07-20');
    expect(await codesOf(village.submit(early.id))).toEqual(['plan.reservesChanged']);
    const back = { releaseAmount: '50.00', releasedOn: '2025-07-20', releaseReason: 'entered twice' };
    await reserves.release(village.id, { reserveId: more, ...back }, ACCOUNTANT);
    const { id: planId } = await village.approvedPlan([claimOf(60_000n)]);
    const { form, ground } = await village.services.plans.requirePlan(village.id, planId);
    expect(form).toBe('plan/4');
    expect(ground?.reserves).toMatchObject([
      { purpose: 'inverters', paper: 'meeting 3', setOn: '2025-06-30', amount: 30_000n, releases: [] },
      { purpose: 'inverters', setOn: '2025-07-20', amount: 5_000n, releases: [{ reason: 'entered twice' }] },
    ]);
    expect(await codesOf(setAside('1.00'))).toEqual(['reserve.settled']);
    expect(await codesOf(setAside('100.01', '2025-07-20'))).toEqual(['reserve.aboveFree']);
  });

  it('is released with its reason, no more than stands, and may then be spent', async () => {
    expect(await codesOf(release('300.01'))).toEqual(['reserve.aboveStanding']);
    await release('250.00');
    expect(await codesOf(bill('350.01'))).toEqual(['money.promised']);
    await bill('350.00');
    expect(await codesOf(bill('0.01'))).toEqual(['money.promised']);
    const [row] = await reserves.listTold(village.id, 'pv');
    expect(row).toMatchObject({ amount: 30_000n, releases: [{ amount: 25_000n, reason: 'one broke' }] });
    await expectSoundBooks(village);
  });

  it('is found by the check where its amount was changed behind the program', async () => {
    const { check } = village.services;
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run("UPDATE reserves SET amount_fen = 100001 WHERE set_on = '2025-06-30'");
    const { breaks } = ownPasses(await check.checkBooks(village.id));
    // The one that was entered after it stands on it.
    const uncovered = 'check.reserveUncovered';
    expect(breaks.map(({ code }) => code)).toEqual([uncovered, uncovered]);
    await hand.run("UPDATE reserves SET amount_fen = 24999 WHERE set_on = '2025-06-30'");
    const less = ownPasses(await check.checkBooks(village.id));
    expect(less.breaks.map(({ code }) => code)).toEqual(['check.reserveBelowZero']);
    await hand.close();
  });
});

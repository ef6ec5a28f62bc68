import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { yearPlansOn } from '../support/year-plans';

const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      if (error instanceof DomainError) return [error.code];
      throw error;
    },
  );

const NEXT = { pool: 'pv', from: '2025-07-01', to: '2025-12-31' } as const;
const YEAR = { pool: 'pv', from: '2025-01-01', to: '2025-12-31' } as const;

/** 1,000.00 of the station's pool; a plan promises 600.00 to posts and 300.00 to works. */
describeOnEachEngine('what an approved plan will never grant', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let posts: string;
  let works: string;
  let wrong: string;

  const release = (claimId: string, releaseAmount: string, releasedOn = '2025-07-20') =>
    village.services.releasing.release(village.id, {
      planId,
      form: { claimId, releaseAmount, releasedOn, releaseReason: 'a post is vacant', paper: 'meeting 5' },
      command: ACCOUNTANT,
    });
  const withdraw = (releaseId: string) => {
    const form = { releaseId, withdrawalReason: 'the post is filled' };
    return village.services.releasing.withdraw(village.id, { planId, form, command: ACCOUNTANT });
  };
  const next = async () => {
    const parts = await village.services.surplus.carriedOver(village.id, NEXT);
    return [parts.released, parts.total];
  };
  const free = async () =>
    (await village.services.promises.freeOn(village.id, { pool: 'pv', day: '2025-07-20' }))?.free;
  const bill = (amount: string) => {
    const form = { kind: 'insurance', name: amount, postedOn: '2025-07-20', amount, reason: 'due' };
    return village.services.deductions.recordDeduction(village.id, { ...form, paysPromised: '' }, ACCOUNTANT);
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    const plan = await village.approvedPlan([claimOf(60_000n), claimOf(30_000n)]);
    planId = plan.id;
    [posts = '', works = ''] = plan.claimIds;
  });
  afterAll(() => opened.close());

  it('is released with its reason, no more than is open; nothing is booked', async () => {
    const before = await village.services.books.requireChain(village.id);
    expect(await codesOf(release(posts, '600.01'))).toEqual(['promise.aboveOpen']);
    expect(await codesOf(release('nobody', '1.00'))).toEqual(['promise.claimUnknown']);
    expect(await codesOf(release(posts, '1.00', '2025-06-30'))).toEqual(['promise.beforeApproval']);
    expect(await codesOf(release(posts, '1.00', '2025-07-21'))).toEqual(['promise.ahead']);
    expect(await codesOf(bill('100.01'))).toEqual(['money.promised']);
    await release(posts, '50.00');
    expect(await codesOf(release(posts, '550.01'))).toEqual(['promise.aboveOpen']);
    expect(await village.services.books.requireChain(village.id)).toEqual(before);
  });

  it('is a part of its own of the next carry-over, and free for a cost; what is settled stays', async () => {
    expect(await next()).toEqual([5_000n, 15_000n]);
    expect(await free()).toBe(15_000n);
    const { surplus } = village.services;
    const settled = { pool: 'pv', from: '2025-01-01', to: '2025-06-30' } as const;
    expect((await surplus.statement(village.id, settled)).distributable).toBe(100_000n);
    const year = await surplus.statement(village.id, YEAR);
    const within = await surplus.decidedWithin(village.id, year, '2025-07-20');
    expect([within?.planned, within?.released, within?.waiting, within?.undecided]).toEqual([
      90_000n,
      5_000n,
      85_000n,
      15_000n,
    ]);
    expect(await codesOf(bill('150.01'))).toEqual(['money.promised']);
  });

  it('is a line of its own in the money of the next year, which has it once', async () => {
    const { basis } = yearPlansOn(village.services);
    const { proposed } = await basis.basisOf(village.id, { pool: 'pv', year: 2026 });
    const told = new Map(proposed.map((each) => [each.code, each.proposed]));
    // 1,000.00 less 900.00 promised, and the 50.00 that came back; what is still open is in neither.
    expect([told.get('carried_over'), told.get('unspent')]).toEqual([10_000n, 5_000n]);
    const whole = await village.services.surplus.carriedOver(village.id, NEXT);
    expect(whole.total).toBe(15_000n);
  });

  it('leaves the rest to be granted, and is not taken back behind the grant', async () => {
    ({ id: wrong } = await release(works, '300.00'));
    await expect(village.grant(planId, works, '2025-07-20')).rejects.toMatchObject({
      code: 'grant.released',
    });
    await village.grant(planId, posts, '2025-07-20');
    const [line] = (await village.services.plans.requirePlan(village.id, planId)).lines;
    expect(line?.granted).toBe(55_000n);
    expect(await codesOf(release(posts, '0.01'))).toEqual(['promise.granted']);
    const [first] = await village.services.releasing.listTold(village.id, planId);
    expect(await codesOf(withdraw(first?.id ?? ''))).toEqual(['promise.granted']);
    await expectSoundBooks(village);
  });

  it('is taken back while its money is free, once', async () => {
    const cost = await bill('150.01');
    expect(await codesOf(withdraw(wrong))).toEqual(['promise.spent']);
    await village.reverse(cost.voucher.entryId);
    await withdraw(wrong);
    expect(await next()).toEqual([5_000n, 15_000n]);
    expect(await codesOf(withdraw(wrong))).toEqual(['promise.withdrawn']);
    await village.grant(planId, works, '2025-07-20');
    await expectSoundBooks(village);
  });

  it('is distributed by the next plan like any other money, and settled with it', async () => {
    const draft = await village.draft([claimOf(15_000n)], { from: '2025-07-01', to: '2025-07-20' });
    await village.submit(draft.id);
    await village.meet(draft.id);
    await village.review(draft.id);
    const { figures } = await village.services.plans.requirePlan(village.id, draft.id);
    expect(figures).toMatchObject({ carriedOver: '15000', planned: '15000', leftOver: '0' });
    const whole = await village.services.surplus.statement(village.id, { ...YEAR, to: '2025-07-20' });
    const within = await village.services.surplus.decidedWithin(village.id, whole, '2025-07-20');
    expect([within?.planned, within?.released, within?.undecided]).toEqual([105_000n, 5_000n, 0n]);
    expect(await village.services.moved.movedOf(village.id, planId)).toBeUndefined();
    await expectSoundBooks(village);
  });

  it('is found by the check where it was changed behind the program', async () => {
    const { check } = village.services;
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
    const hand = await Tampering.on(opened);
    const codesAfter = async (sql: string) => {
      await hand.run(sql);
      return ownPasses(await check.checkBooks(village.id)).breaks.map(({ pass, code }) => `${pass} ${code}`);
    };
    const standing = `id <> '${wrong}'`;
    expect(await codesAfter(`UPDATE promise_releases SET amount_fen = 5001 WHERE ${standing}`)).toEqual([
      'releases check.releaseDiffers',
    ]);
    const day = `released_on = '2025-07-01', amount_fen = 5000`;
    expect(await codesAfter(`UPDATE promise_releases SET ${day} WHERE ${standing}`)).toEqual([
      'releases check.releaseDay',
    ]);
    expect(await codesAfter('DELETE FROM promise_release_withdrawals')).toContain(
      'releases check.releaseDiffers',
    );
    await hand.close();
  });
});

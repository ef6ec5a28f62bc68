import type { GrantedPart } from '../../src/features/distribution/granting.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, GRANTER, Village } from '../support/village';
import { codesOf } from './works.fixture';

const THEN = '2025-07-20';
const NOW = '2026-01-20';
type Part = Pick<GrantedPart, 'about' | 'owedAs' | 'placeOf'>;
/** Wages take the place of their own month; of other papers it is said. */
const placeOf = ({ owedAs }: Part, entryId: string): Part => (owedAs === 'posts' ? {} : { placeOf: entryId });

/** What is owed of a claim of an earlier year, taken back in a later one and owed anew, is of that year. */
describeOnEachEngine('a claim of an earlier year that is owed anew', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId = '';
  let claims: string[] = [];

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(500_000n);
    const works = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([claimOf(150_000n), claimOf(130_000n, works), claimOf(150_000n)]);
    // Lines stand in the pack's order: both claims of the posts, then that of the works.
    const [posts = '', other = '', sheets = ''] = plan.claimIds;
    [planId, claims] = [plan.id, [posts, sheets, other]];
  });
  afterEach(() => opened.close());

  const grant = (amount: bigint, grantedOn: string, part: Part = {}, claim = 0) =>
    opened.database.inTransaction(village.id, async (tx) => {
      const { plans, granting } = village.services;
      const plan = await plans.requirePlan(village.id, planId, tx);
      const claimId = claims[claim] ?? '';
      const { voucher } = await granting.grantPart(tx, plan, {
        ...{ claimId, amount, grantedOn, by: 'ann', ...part },
      });
      return voucher;
    });
  const reverse = (entryId: string, reason = 'wrongAmount', postedOn = NOW) =>
    village.services.reversing.reverseVoucher(village.id, { entryId, reason, postedOn }, ACCOUNTANT);
  /** What January 2026 moved, by account, debit above zero. */
  const moved = async (): Promise<Record<string, bigint>> => {
    const month = { first: '2026-01', last: '2026-01' };
    const { rows } = await village.services.books.trialBalance(village.id, month);
    const own = rows.filter(({ debit, credit }) => debit !== credit);
    return Object.fromEntries(own.map((row) => [row.account.code, row.debit - row.credit]));
  };

  it.each<[string, Part, number, string]>([
    ['wages of posts', { about: '2025-06', owedAs: 'posts' }, 0, '213'],
    ['a sheet of a work', { about: '2025-06', owedAs: 'labour' }, 1, '213'],
    ['a list of aid, or a claim as a whole', {}, 0, '213'],
  ])('%s: 322 moves by the difference, this year by nothing', async (_, part, claim, owed) => {
    const { entryId } = await grant(1_200_00n, THEN, part, claim);
    village.services.clock.moveTo(NOW);
    await reverse(entryId);
    expect(await moved()).toEqual({ [owed]: 1_200_00n, '32201': -1_200_00n });
    const anew = await grant(1_160_00n, NOW, { ...part, ...placeOf(part, entryId) }, claim);
    expect(await moved()).toEqual({ [owed]: 40_00n, '32201': -40_00n });
    expect(anew.moved?.year).toBe(2025);
    const { aboutPeriod } = await village.services.books.requireEntry(village.id, anew.entryId);
    expect(aboutPeriod.slice(0, 4)).toBe('2025');
    // Its place is taken: what else is owed of the claim is new and this year's.
    expect((await grant(10_00n, NOW, part, claim)).moved).toBeUndefined();
    await reverse(anew.entryId);
    const again = { ...part, ...placeOf(part, anew.entryId) };
    expect((await grant(1_150_00n, NOW, again, claim)).moved?.year).toBe(2025);
    expect((await moved())['32201']).toBe(-50_00n);
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.filter(({ pass }) => pass !== 'uses')).toEqual([]);
  });

  it('is what it was in its own year, for another month, or where it never was owed', async () => {
    const june = { about: '2025-06', owedAs: 'posts' } as const;
    const own = await grant(100_00n, THEN, june);
    await reverse(own.entryId, 'wrongAmount', THEN);
    const twice = await grant(300_00n, THEN, june);
    const wrong = await grant(200_00n, THEN, june);
    village.services.clock.moveTo(NOW);
    await reverse(twice.entryId, 'bookedTwice');
    expect((await grant(300_00n, NOW, june)).moved).toBeUndefined();
    await reverse(wrong.entryId);
    expect((await grant(200_00n, NOW, { ...june, about: '2025-05' })).moved).toBeUndefined();
    expect((await grant(200_00n, NOW, june, 1)).moved).toBeUndefined();
    expect((await grant(190_00n, NOW, june)).moved?.year).toBe(2025);
    expect((await grant(5_00n, NOW, june)).moved).toBeUndefined();
  });

  it('takes the place of another month only where the day was wrong and somebody says so', async () => {
    const june = { about: '2025-06', owedAs: 'posts' } as const;
    const { entryId } = await grant(100_00n, THEN, june);
    village.services.clock.moveTo(NOW);
    await reverse(entryId, 'wrongDate');
    const may = { ...june, about: '2025-05' };
    expect(await codesOf(grant(90_00n, NOW, may))).toEqual(['reentry.placeAsked']);
    expect((await grant(70_00n, NOW, { ...may, placeOf: 'another' })).moved).toBeUndefined();
    const anew = await grant(90_00n, NOW, { ...may, placeOf: entryId });
    const { aboutPeriod } = await village.services.books.requireEntry(village.id, anew.entryId);
    expect([anew.moved?.year, aboutPeriod]).toEqual([2025, '2025-05']);
    // The month that was reversed may be owed after all: its place is taken, so that is this year's.
    expect((await grant(10_00n, NOW, june)).moved).toBeUndefined();
  });

  it('is asked about one of another claim of its use, and may take its place', async () => {
    const june = { about: '2025-06', owedAs: 'posts' } as const;
    const { entryId } = await grant(600_00n, THEN, june);
    village.services.clock.moveTo(NOW);
    await reverse(entryId);
    expect(await codesOf(grant(560_00n, NOW, june, 2))).toEqual(['reentry.placeAsked']);
    // Of another month it is none of it.
    expect((await grant(1_00n, NOW, { ...june, about: '2025-05' }, 2)).moved).toBeUndefined();
    expect((await grant(2_00n, NOW, { ...june, placeOf: 'another' }, 2)).moved).toBeUndefined();
    const anew = await grant(560_00n, NOW, { ...june, placeOf: entryId }, 2);
    expect(anew.moved?.year).toBe(2025);
    expect((await moved())['32201']).toBe(-40_00n);
    // The place is taken, also for the claim itself.
    expect((await grant(4_00n, NOW, june)).moved).toBeUndefined();
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.filter(({ pass }) => pass !== 'uses')).toEqual([]);
  });

  it('takes no place of another use, and the check finds one that did', async () => {
    const { entryId } = await grant(100_00n, THEN);
    village.services.clock.moveTo(NOW);
    await reverse(entryId);
    expect(await codesOf(grant(50_00n, NOW, { placeOf: entryId }, 1))).toEqual(['reentry.placeUnknown']);
    const { wholeGrants } = village.services;
    const corrected = { ...GRANTER, corrects: entryId };
    const other = { planId, claimId: claims[1] ?? '', grantedOn: NOW, wholeWhy: 'on paper' };
    expect(await codesOf(wholeGrants.grantClaim(village.id, other, corrected))).toEqual([
      'reentry.otherClaim',
    ]);
    const own = { ...other, claimId: claims[0] ?? '' };
    const { voucher } = await wholeGrants.grantClaim(village.id, own, corrected);
    expect(voucher.moved?.year).toBe(2025);
    const hand = await Tampering.on(opened);
    await hand.run(`UPDATE grants SET claim_id = '${claims[1] ?? ''}' WHERE entry_id = '${entryId}'`);
    await hand.close();
    const { breaks } = await village.services.check.checkBooks(village.id);
    const found = breaks.find(({ code }) => code === 'check.grantPlace');
    expect([found?.at.entryId, found?.facts]).toEqual([voucher.entryId, { corrects: entryId }]);
  });
});

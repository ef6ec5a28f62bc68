import { monthsBetween } from '../../src/domain/calendar/calendar-day';
import type { AidListForm } from '../../src/domain/uses/aid-list';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { aidListsOn } from '../support/aid';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ACCOUNTANT, claimOf, DEPUTY, GRANTER, Village } from '../support/village';
import { industryOn, workSheetsOn } from '../support/works';
import { PROJECT, STAGE } from './industry.fixture';
import { codesOf, PERSON, SHEET, WORK, wordsOf } from './works.fixture';

const THEN = '2025-07-20';
const NOW = '2026-01-20';
const LIST: AidListForm = {
  ...{ claimId: '', aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12', aidRows: '' },
  ...{ aidTotal: '', potOf: '', potPercent: '', equalReason: '' },
};

/** A paper by which something of a claim is owed: entered by one, then accepted by another. */
interface Papers {
  /** Enters one over so many yuan, and accepts it. */
  owe(yuan: number, placeOf?: string): Promise<{ id: string; entryId: string }>;
  accept(id: string, placeOf?: string): Promise<string>;
  withdraw(id: string): Promise<unknown>;
  /** The account it is booked on: a cost, or 151, which no year's surplus bears. */
  readonly account: '514' | '151';
}

/**
 * Two papers A and B of one claim: A of 2025 is reversed in 2026, withdrawn and entered anew over another
 * sum; B is in nobody's place. Whatever comes first, 322 moves by what A changed and B is this year's.
 */
describeOnEachEngine('papers of a claim of which one of an earlier year was reversed', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let claims: Map<string, string>;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const { members } = workSheetsOn(opened.database, village.services);
    await members.enterHousehold(village.id, { villageGroup: '1', head: PERSON }, ACCOUNTANT);
    const rest = { targetGroup: 'unknown' };
    const plan = await village.approvedPlan([
      claimOf(100_000n),
      claimOf(70_000n, { ...rest, bucket: 'reward', forWhat: 'rewards' }),
      claimOf(70_000n, { ...rest, bucket: 'labour', forWhat: 'ditches' }),
      claimOf(50_000n, { ...rest, bucket: 'industry', forWhat: 'mushrooms' }),
    ]);
    const { lines } = await village.services.plans.requirePlan(village.id, plan.id);
    claims = new Map(lines.map(({ bucket, claims: own }) => [bucket.id, own[0]?.id ?? '']));
  });
  afterEach(() => opened.close());

  const today = (): string => village.services.clock.today();
  const lists = (): Papers => {
    const { lists: on, aid } = aidListsOn(opened.database, village.services);
    const accept = async (listId: string, placeOf = '') => {
      const form = { listId, aidOn: today(), aidReason: 'for another thing each', placeOf };
      return (await on.acceptList(village.id, form, DEPUTY)).voucher.entryId;
    };
    return {
      accept,
      owe: async (yuan, placeOf) => {
        const form = {
          ...LIST,
          claimId: claims.get('reward') ?? '',
          aidRows: `1 ${String(yuan)}`,
          aidTotal: String(yuan),
        };
        const { id } = await on.enterList(village.id, form, ACCOUNTANT);
        return { id, entryId: await accept(id, placeOf) };
      },
      withdraw: (listId) => aid.withdrawList(village.id, { listId, withdrawnWhy: 'wrong' }, ACCOUNTANT),
      account: '514',
    };
  };
  const sheets = async (): Promise<Papers> => {
    const { sheets: on, works } = workSheetsOn(opened.database, village.services);
    const work = { ...WORK, claimId: claims.get('labour') ?? '' };
    const { id: workId } = await on.openWork(village.id, work, ACCOUNTANT);
    const accept = async (sheetId: string, placeOf = '') => {
      const form = { workId, sheetId, acceptedOn: today(), placeOf };
      return (await on.acceptSheet(village.id, form, DEPUTY)).voucher.entryId;
    };
    let day = 1;
    return {
      accept,
      owe: async (yuan, placeOf) => {
        const on9 = `2025-07-0${String(day++)}`;
        const form = { ...SHEET, from: on9, to: on9, labourRows: `1 1 ${String(yuan)}` };
        const { id } = await on.enterSheet(village.id, { workId, form }, ACCOUNTANT);
        return { id, entryId: await accept(id, placeOf) };
      },
      withdraw: (sheetId) =>
        works.withdrawSheet(village.id, { workId, sheetId, withdrawnWhy: 'x' }, ACCOUNTANT),
      account: '514',
    };
  };
  const stages = async (): Promise<Papers> => {
    const { stages: on, withdrawals } = industryOn(opened.database, village.services);
    const project = { ...PROJECT, claimId: claims.get('industry') ?? '' };
    const { id: projectId } = await on.openProject(village.id, project, ACCOUNTANT);
    const accept = async (stageId: string, placeOf = '') => {
      const form = { projectId, stageId, acceptedOn: today(), placeOf };
      return (await on.acceptStage(village.id, form, DEPUTY)).voucher.entryId;
    };
    return {
      accept,
      owe: async (yuan, placeOf) => {
        const form = { ...STAGE, amount: String(yuan) };
        const { id } = await on.enterStage(village.id, { projectId, form }, ACCOUNTANT);
        return { id, entryId: await accept(id, placeOf) };
      },
      withdraw: (stageId) =>
        withdrawals.withdrawStage(village.id, { projectId, stageId, withdrawnWhy: 'x' }, ACCOUNTANT),
      account: '151',
    };
  };
  /** January 2026: what is of July 2025 cannot be owed there any more. */
  const laterYear = async (): Promise<void> => {
    village.services.clock.moveTo(NOW);
    for (const month of monthsBetween('2025-01', '2025-07')) await village.hold(month);
  };
  const reverse = (entryId: string) =>
    village.services.reversing.reverseVoucher(
      village.id,
      { entryId, reason: 'wrongAmount', postedOn: today() },
      ACCOUNTANT,
    );
  /** What January 2026 moved on 322 and on the account, debit above zero. */
  const moved = async ({ account }: Papers): Promise<bigint[]> => {
    const { rows } = await village.services.books.trialBalance(village.id, {
      first: '2026-01',
      last: '2026-01',
    });
    return ['32201', account].map((code) => {
      const row = rows.find((each) => each.account.code === code);
      return row === undefined ? 0n : row.debit - row.credit;
    });
  };
  /** A cost of 2025 moves 322, one of this year its account; construction is neither year's. */
  const want = ({ account }: Papers, earlier: bigint, own: bigint): bigint[] =>
    account === '151' ? [0n, earlier + own] : [earlier, own];
  const takenBy = async (entryId: string) => {
    const reentries = new ReentriesService(opened.database, village.services.books);
    const voucher = await village.services.books.requireEntry(village.id, entryId);
    return (await reentries.placesOf(village.id, voucher)).takenBy?.entryId;
  };
  const KINDS: [string, () => Papers | Promise<Papers>][] = [
    ['lists of aid', lists],
    ['labour sheets', sheets],
    ['stages of industry', stages],
  ];

  it.each(KINDS)('%s: another one comes first', async (_, of) => {
    const papers = await of();
    const a = await papers.owe(300);
    await laterYear();
    await reverse(a.entryId);
    await papers.withdraw(a.id);
    expect(await moved(papers)).toEqual(want(papers, -300_00n, 0n));
    // Nobody said whose place it takes: refused, and told which wait.
    const refused = await papers.owe(200).catch(wordsOf);
    expect(refused).toEqual([expect.stringContaining('2025年记-0002，2025年7月的，300.00 元')]);
    const waiting = await pending();
    const b = await papers.accept(waiting, 'another');
    expect(await moved(papers)).toEqual(want(papers, -300_00n, 200_00n));
    const anew = await papers.owe(290, a.entryId);
    expect(await moved(papers)).toEqual(want(papers, -10_00n, 200_00n));
    expect(await takenBy(a.entryId)).toBe(anew.entryId);
    // The place is taken: nothing is asked any more.
    expect(await takenBy(b)).toBeUndefined();
    await papers.owe(1);
    expect(await moved(papers)).toEqual(want(papers, -10_00n, 201_00n));
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks).toEqual([]);
  });

  /** The paper that waits to be accepted since its acceptance was refused. */
  const pending = async (): Promise<string> => {
    const { aid } = aidListsOn(opened.database, village.services);
    const { works } = workSheetsOn(opened.database, village.services);
    const { industry } = industryOn(opened.database, village.services);
    const all = [
      ...(await aid.listLists(village.id)),
      ...(await works.listWorks(village.id)).flatMap((work) => work.sheets),
      ...(await industry.listProjects(village.id)).flatMap((project) => project.stages),
    ];
    const found = all.find(({ state }) => state === 'entered');
    return found?.id ?? '';
  };

  it.each(KINDS)('%s: the one entered anew comes first', async (_, of) => {
    const papers = await of();
    const a = await papers.owe(300);
    await laterYear();
    await reverse(a.entryId);
    await papers.withdraw(a.id);
    const anew = await papers.owe(290, a.entryId);
    expect(await moved(papers)).toEqual(want(papers, -10_00n, 0n));
    await papers.owe(200);
    expect(await moved(papers)).toEqual(want(papers, -10_00n, 200_00n));
    expect(await takenBy(a.entryId)).toBe(anew.entryId);
    expect(await codesOf(papers.owe(3, a.entryId))).toEqual(['reentry.placeUnknown']);
  });

  it.each(KINDS.slice(0, 2))('%s: of two that wait the one that was said, not the oldest', async (_, of) => {
    const papers = await of();
    const a = await papers.owe(300);
    const b = await papers.owe(100);
    await laterYear();
    await reverse(a.entryId);
    await reverse(b.entryId);
    await papers.withdraw(b.id);
    const anew = await papers.owe(90, b.entryId);
    expect(await moved(papers)).toEqual([-310_00n, 0n]);
    expect([await takenBy(a.entryId), await takenBy(b.entryId)]).toEqual([undefined, anew.entryId]);
  });

  it.each(KINDS)('%s: the same one, accepted again, takes its own place unasked', async (_, of) => {
    const papers = await of();
    const a = await papers.owe(300);
    const b = await papers.owe(100);
    await laterYear();
    await reverse(a.entryId);
    await reverse(b.entryId);
    // An answer that it would not carry out is refused, and names the place that it takes.
    for (const answer of ['another', a.entryId]) {
      const refused = await papers.accept(b.id, answer).catch(wordsOf);
      expect(refused).toEqual([
        expect.stringContaining('这就是 2025年记-0003，2025年7月的，100.00 元 那一份'),
      ]);
    }
    const again = await papers.accept(b.id);
    expect(await moved(papers)).toEqual(want(papers, -300_00n, 0n));
    expect([await takenBy(a.entryId), await takenBy(b.entryId)]).toEqual([undefined, again]);
  });

  it('a claim as a whole: asked, too', async () => {
    const claimId = claims.get('posts') ?? '';
    const { plans, wholeGrants } = village.services;
    const [plan] = await plans.listPlans(village.id);
    const form = { planId: plan?.id ?? '', claimId, grantedOn: THEN, wholeWhy: 'on paper' };
    const { voucher } = await wholeGrants.grantClaim(village.id, form, GRANTER);
    await laterYear();
    await reverse(voucher.entryId);
    const anew = { ...form, grantedOn: NOW };
    expect(await codesOf(wholeGrants.grantClaim(village.id, anew, GRANTER))).toEqual(['reentry.placeAsked']);
    const taken = { ...anew, placeOf: voucher.entryId };
    expect((await wholeGrants.grantClaim(village.id, taken, GRANTER)).voucher.moved?.year).toBe(2025);
  });
});

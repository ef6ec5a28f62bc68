import { FormProblems } from '../../src/domain/shared/problem';
import type { DraftForm } from '../../src/features/distribution/drafting.service';
import { dividendsOn, enterHouseholds } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const PERIOD = { pool: 'pv', from: '2025-01-01', to: '2025-06-30', reasons: {}, leftOverNote: 'kept' };

const problemsOf = (asked: Promise<unknown>): Promise<string[]> =>
  asked.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ code, field }) => `${code} ${field}`);
    },
  );

describeOnEachEngine('the words of a plan', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(500_000n);
    // Li A and Li B.
    await enterHouseholds(dividendsOn(opened.database, village), village, { count: 2, from: '2024-01-01' });
  });
  afterAll(() => opened.close());

  it('of a period name nobody of the list, however the name is written', async () => {
    const draft = (wish: Partial<DraftForm>, forWhat = 'posts') =>
      problemsOf(
        village.services.drafting.draftPlan(
          village.id,
          { ...PERIOD, claims: [claimOf(100_000n, { forWhat })], ...wish },
          ACCOUNTANT,
        ),
      );
    expect(await draft({}, 'Li  B, ill')).toEqual(['uses.namesSomebody claims.0.forWhat']);
    expect(await draft({ leftOverNote: 'for L\u200bi·A' })).toEqual(['uses.namesSomebody leftOverNote']);
    expect(await draft({ reasons: { 'FY-07n:posts': 'as Ｌｉ Ａ is ill' } })).toEqual([
      'uses.namesSomebody reasons.FY-07n:posts',
    ]);
    expect(await draft({ leftOverNote: 'for Li C' }, 'Li and a B')).toEqual([]);
  });

  it('of a year name nobody of the list', async () => {
    const { drafting } = yearPlansOn(village.services);
    const draft = (wish: Parameters<typeof yearForm>[0]) =>
      problemsOf(drafting.draftPlan(village.id, yearForm(wish), ACCOUNTANT));
    const named = yearForm({
      ...{
        uses: [yearUse({ forWhat: 'Li A', amount: '1.00' })],
        reserve: '1.00',
        reserveFor: 'what Li B owes',
      },
      ...{ changeWhy: 'Li A', reasons: { floor: 'Li B' } },
    });
    expect((await draft(named)).sort()).toEqual([
      'uses.namesSomebody changeWhy',
      'uses.namesSomebody reasons.floor',
      'uses.namesSomebody reserveFor',
      'uses.namesSomebody uses.0.forWhat',
    ]);
    expect(await draft({ uses: [yearUse({ forWhat: 'posts', amount: '1.00' })] })).toEqual([]);
  });
});

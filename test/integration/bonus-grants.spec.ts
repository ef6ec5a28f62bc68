import type { Explained } from '../../src/domain/policy/explanation';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, servicesOn, type Village } from '../support/village';
import { approve, claimsOf, earnRent, refusalOf, villageUnder } from './plan-village.fixture';

// DC 三(一)11: a bonus of officers out of what is new of the year's income, at the ratio of the county.
describeOnEachEngine('a bonus of Dongchuan, on the day it is granted', (open) => {
  let opened: OpenDatabase;
  const wish = { region: '530113', today: '2024-07-20', landRent: '400.00' };
  const BROKEN = ['policy.ruleBroken claimId'];

  beforeAll(async () => {
    opened = await open();
    const { collectives, standards } = servicesOn(opened.database, new SetClock(wish.today));
    const { id } = await collectives.createCollective({
      ...{ parentId: null, kind: 'county', name: 'Dongchuan', contacts: [], routeId: null },
      ...{ organisationName: 'county office', regionPath: ['530113'], noticeLabel: 'D' },
      booksOpenOn: '2022-01-01',
    });
    const paper = { paperTitle: '分配管理办法', paperNumber: '', paperIssuer: '区委办' };
    const give = (value: string, from: string, paperIssuedOn: string) => {
      const form = { region: '530113', numberId: 'bonus.ratio', value, from, ...paper, paperIssuedOn };
      return standards.addStandard(id, form, { by: 'county' });
    };
    await give('10%', '2024-01-01', '2023-12-20');
    await give('5%', '2024-09-01', '2024-07-19');
  });

  /** A village with 400.00 and 600.00 of rent and an approved plan for two bonuses out of 1,000.00. */
  async function planned(
    first: string,
    second: string,
  ): Promise<{ village: Village; id: string; more: string; grant: (index: number) => Promise<string[]> }> {
    const village = await villageUnder(opened, wish);
    const more = await earnRent(village, { kind: 'land', year: '2024', amount: '600.00', name: 'pond' });
    const form = {
      ...{ pool: 'other', from: '2024-01-01', to: '2024-06-30', leftOverNote: '' },
      claims: [first, second].flatMap((cadre) => claimsOf({ cadre })),
      ...{ reasons: { 'DC-10c': 'no one is in need' }, decisions: { new_income: '1,000.00' } },
    };
    const { id } = await village.services.drafting.draftPlan(village.id, form, ACCOUNTANT);
    await approve(village, id);
    const { lines } = await village.services.plans.requirePlan(village.id, id);
    const claims = lines.flatMap((line) => line.claims);
    return { village, id, more, grant: (index) => refusalOf(village.grant(id, claims[index]?.id ?? '')) };
  }

  it('is granted while its income stands, up to the share of it', async () => {
    const { grant } = await planned('60.00', '40.00');
    expect([await grant(0), await grant(1)]).toEqual([[], []]);
  });

  it('is no more than its share of what is left of the income since', async () => {
    const { village, more, grant } = await planned('40.00', '0.01');
    await village.reverse(more, '2024-07-20');
    expect([await grant(0), await grant(1)]).toEqual([[], BROKEN]);
  });

  it('is refused a fen above that share, by its rule', async () => {
    const { village, more, grant } = await planned('40.01', '40.00');
    await village.reverse(more, '2024-07-20');
    expect([await grant(0), await grant(1)]).toEqual([BROKEN, []]);
  });

  it('is refused where the income was taken back in the year after', async () => {
    const { village, more, grant } = await planned('40.01', '1.00');
    village.services.clock.moveTo('2025-01-10');
    await village.reverse(more, '2025-01-10');
    // Of 5 % since September 20.00 are left.
    expect([await grant(0), await grant(1)]).toEqual([BROKEN, []]);
  });

  it('goes by the ratio of its day', async () => {
    const { village, grant } = await planned('50.00', '0.01');
    village.services.clock.moveTo('2024-09-01');
    expect([await grant(0), await grant(1)]).toEqual([[], BROKEN]);
  });

  /** What a plan's check and figures, the month and the list of what is above say of the bonus. */
  async function told(village: Village, id: string) {
    const { standing, plans, readiness, database } = village.services;
    const plan = await plans.requirePlan(village.id, id);
    const check = (await standing.listChecks(plan)).find(({ judgement }) => judgement.ruleId === 'DC-11b');
    const nameOf = (): string => '';
    const [view] = (await standing.viewsOf(plan, nameOf)).filter(({ cure }) => cure !== undefined);
    const wanted = await readiness.holdingProblems(database.reader, village.id, '2024-07');
    return {
      outcome: check?.judgement.outcome,
      excess: check?.judgement.facts['excess'],
      cure: view?.cure?.label,
      detail: view?.detail,
      figures: yearsOf(await standing.figuresOf(plan)),
      above: (await standing.listAbove(village.id)).map(({ granted, bears, excess }) => [
        granted,
        bears,
        excess,
      ]),
      month: wanted.filter(({ code }) => code === 'months.grantAboveNewIncome').map(({ field }) => field),
    };
  }

  it('is not called within bounds once income it was granted from is taken back', async () => {
    const { village, id, more, grant } = await planned('60.00', '40.00');
    expect([await grant(0), await grant(1)]).toEqual([[], []]);
    const within = { outcome: 'passed', figures: ['within'], above: [], month: [] };
    expect(await told(village, id)).toMatchObject(within);
    await village.reverse(more, '2024-07-20');
    const grants = (
      await village.services.aboveNew.listAbove(village.services.database.reader, village.id)
    ).flatMap(({ vouchers }) => vouchers);
    const [first, last] = grants;
    const sentence =
      '2024 年“村组干部创收绩效奖励”列支了 100.00 元，照账上现在的新增收益只能列支 40.00 元，多了 60.00 元。' +
      `请冲销列支的凭证 ${grants.map(named).join('、')}。`;
    expect(await told(village, id)).toEqual({
      ...{ outcome: 'failed', excess: 6_000n, cure: last && named(last), detail: sentence },
      ...{ figures: ['incomeGone'], above: [[10_000n, 4_000n, 6_000n]], month: [last?.entryId] },
    });
    await village.reverse(last?.entryId ?? '', '2024-07-20');
    expect(await told(village, id)).toMatchObject({
      above: [[6_000n, 4_000n, 2_000n]],
      month: [first?.entryId],
    });
    await village.reverse(first?.entryId ?? '', '2024-07-20');
    expect(await told(village, id)).toMatchObject(within);
  });

  it('is not called within bounds where nothing of its income is left', async () => {
    const { village, id, more, grant } = await planned('0.01', '1.00');
    expect(await grant(0)).toEqual([]);
    await village.reverse(more, '2024-07-20');
    expect(await told(village, id)).toMatchObject({ above: [] });
    const [land] = (
      await village.services.books.listVouchers(village.id, { first: '2024-01', last: '2024-07' })
    ).filter(({ summary, reversedById }) => summary.includes('land') && reversedById === undefined);
    await village.reverse(land?.entryId ?? '', '2024-07-20');
    expect(await told(village, id)).toMatchObject({ above: [[1n, 0n, 1n]], figures: ['incomeGone'] });
  });

  it('stands to the fen of its share, and where the ratio fell since', async () => {
    const { village, id, more, grant } = await planned('40.00', '1.00');
    expect(await grant(0)).toEqual([]);
    await village.reverse(more, '2024-07-20');
    expect(await told(village, id)).toMatchObject({ outcome: 'passed', above: [] });
    village.services.clock.moveTo('2024-09-02');
    expect(await told(village, id)).toMatchObject({ outcome: 'passed', above: [], month: [] });
  });
});

function named({
  voucherYear,
  voucherNumber,
}: {
  readonly voucherYear: number;
  readonly voucherNumber: number;
}): string {
  return `${String(voucherYear)}年记-${String(voucherNumber).padStart(4, '0')}`;
}

/** How each year of an explanation came out. */
function yearsOf({ label, result, inputs }: Explained): string[] {
  return [...(label === 'year' ? [String(result)] : []), ...inputs.flatMap(yearsOf)];
}

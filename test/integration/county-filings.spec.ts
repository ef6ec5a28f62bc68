import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { yearPlansOn } from '../support/year-plans';
import type { Village } from '../support/village';
import { codeOf, FilingCounty } from './filing-county.fixture';

describeOnEachEngine('a county files under numbers of its own', (open) => {
  let clock: SetClock;
  let opened: OpenDatabase;
  let county: FilingCounty;
  let officer: string;

  beforeEach(async () => {
    clock = new SetClock('2025-07-20');
    opened = await open();
    county = await FilingCounty.found(opened, clock);
    officer = await county.letIn('qian', 'county');
  });
  afterEach(() => opened.close());

  const paperOf = async (village: Village, id: string) =>
    (await village.services.plans.requirePlan(village.id, id)).decisions.at(-1)?.paper;
  const breaksOf = async (collectiveId: string, village: Village) =>
    (await village.services.check.checkBooks(collectiveId)).breaks.map(({ code }) => code);

  it('one after another, a period’s plan and a year’s, of every village of it', async () => {
    const [one, other] = [await county.village('Donghe'), await county.village('Xihe')];
    const plan = await county.waitingPlan(one);
    const yearPlan = await county.waitingYearPlan(other);
    expect(await county.file(one, plan, { by: officer })).toEqual({ number: '2025-0001' });
    const receiptPaper = 'cabinet 3';
    const filed = await county.file(other, yearPlan, { by: officer, kind: 'year_plan', receiptPaper });
    expect(filed).toEqual({ number: '2025-0002' });
    expect(await paperOf(one, plan)).toBe('2025-0001');
    const { reading } = yearPlansOn(other.services);
    const read = await reading.requirePlan(other.id, yearPlan);
    expect(read.decisions.at(-1)).toMatchObject({ paper: '2025-0002', decidedBy: officer, takenAs: 'own' });
    expect(await county.filed()).toMatchObject([
      { year: 2025, number: 1, villageId: one.id, subjectId: plan, receiptPaper: '' },
      { year: 2025, number: 2, villageId: other.id, subjectId: yearPlan, receiptPaper },
    ]);
    expect(await codeOf(county.file(one, plan, { by: officer }))).toBe('approvals.filedAlready');
    for (const id of [one.id, other.id, county.officeId]) expect(await breaksOf(id, one)).toEqual([]);
  });

  it('from 1 in a new year, never with a day before the last number’s', async () => {
    const villages = [await county.village('Donghe'), await county.village('Xihe')] as const;
    const first = await county.waitingPlan(villages[0]);
    const second = await county.waitingPlan(villages[1]);
    const filedOn = clock.today();
    expect(await county.file(villages[0], first, { by: officer })).toEqual({ number: '2025-0001' });
    clock.moveTo('2026-01-04');
    const file = (heldOn: string) => county.file(villages[1], second, { by: officer, heldOn });
    expect(await codeOf(file('2026-01-05'))).toBe('approvals.meetingAhead');
    expect(await codeOf(file('2025-07-24'))).toBe('approvals.filedBefore');
    expect(await codeOf(file('soon'))).toBe('calendar.notADay');
    expect(filedOn > '2025-07-24').toBe(true);
    expect(await file('2026-01-04')).toEqual({ number: '2026-0001' });
  });

  it('and nobody types one: not the township, nor the county on the plan’s own page', async () => {
    const village = await county.village('Donghe');
    const township = await county.letIn('sun', 'township', village.id);
    const id = await county.waitingPlan(village);
    const note = (by: string) =>
      codeOf(
        village.services.deciding.noteStep(village.id, id, {
          form: county.typed(4, 'No 12'),
          command: { by },
        }),
      );
    expect(await note(township)).toBe('approvals.othersStep');
    expect(await note(officer)).toBe('approvals.filedByCounty');
    expect(await codeOf(county.file(village, id, { by: township }))).toBe('approvals.othersStep');
    expect(await county.filed()).toEqual([]);
    expect(await county.file(village, id, { by: officer })).toEqual({ number: '2025-0001' });
  });

  it('only of its own villages, and only what waits to be filed', async () => {
    const beside = await FilingCounty.found(opened, clock, 'beside');
    const foreign = await beside.village('Donghe');
    const plan = await beside.waitingPlan(foreign);
    expect(await codeOf(county.file(foreign, plan, { by: officer }))).toBe('approvals.notOfCounty');
    const own = await county.village('Xihe');
    expect(await codeOf(county.file(own, plan, { by: officer }))).toBe('plan.unknown');
    expect(await codeOf(county.file(own, plan, { by: officer, kind: 'year_plan' }))).toBe('plan.unknown');
  });

  it('two officers at once get two numbers; one who is told twice files once', async () => {
    const second = await county.letIn('li', 'county');
    const villages: Village[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) villages.push(await county.village(name));
    const plans: string[] = [];
    for (const village of villages) plans.push(await county.waitingPlan(village));
    const each = villages.map((village, at) => ({ village, plan: plans[at] ?? '' }));
    const all = await Promise.all(
      each.flatMap(({ village, plan }) => [
        codeOf(county.file(village, plan, { by: officer })),
        codeOf(county.file(village, plan, { by: second })),
      ]),
    );
    expect(all.sort()).toEqual([
      ...Array<string>(6).fill('approvals.filedAlready'),
      ...Array<string>(6).fill('done'),
    ]);
    expect((await county.filed()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    const [{ village, plan }] = each as [(typeof each)[number]];
    expect(await codeOf(county.file(village, plan, { by: second }))).toBe('approvals.filedAlready');
    expect(await breaksOf(county.officeId, village)).toEqual([]);
  });

  it('its book is held against the villages’: a number that is gone, one that nobody took', async () => {
    const villages = [await county.village('Donghe'), await county.village('Xihe')] as const;
    for (const village of villages)
      await county.file(village, await county.waitingPlan(village), { by: officer });
    const hand = await Tampering.on(opened);
    await hand.run('UPDATE county_filings SET filing_number = 3 WHERE filing_number = 2');
    await hand.close();
    const found = await breaksOf(county.officeId, villages[0]);
    expect(found).toEqual(expect.arrayContaining(['check.filingGap', 'check.filingAlone']));
  });
});

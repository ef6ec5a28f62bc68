import { SetClock } from '../../src/platform/clock/clock';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { routeChoicesOn } from '../support/route-choices';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';
import { ACCOUNTANT, claimOf, type Village } from '../support/village';
import { codeOf, FilingCounty } from './filing-county.fixture';

const ASSEMBLY = 'representatives-assembly-then-township';
const THREE_DAYS = 'village-representatives-three-days';
const OWN = 'county-guantao';

describeOnEachEngine('a county chooses by which route new plans are decided', (open) => {
  let clock: SetClock;
  let opened: OpenDatabase;
  let county: FilingCounty;
  let village: Village;
  let townshipId: string;

  beforeEach(async () => {
    clock = new SetClock('2025-07-20');
    opened = await open();
    county = await FilingCounty.found(opened, clock);
    townshipId = await county.township('Liuhe');
    village = await county.village('Donghe', townshipId);
  });
  afterEach(() => opened.close());

  const choose = (wish: {
    routePlace: string;
    chosenRoute: string;
    routedKind?: string;
    routeFrom?: string;
    office?: string;
  }) => {
    const { office = county.officeId, ...typed } = wish;
    const usual = {
      routedKind: 'plan',
      routeFrom: clock.today(),
      routePaper: 'order 3',
      routeWhy: 'one order',
    };
    return routeChoicesOn(village.services).choose(office, { ...usual, ...typed }, { by: 'officer' });
  };
  const draft = async (of: Village) => (await of.draft([claimOf(60_000n)])).id;
  const routeOf = async (of: Village, id: string) => {
    const { routeId, steps } = await of.services.plans.requirePlan(of.id, id);
    return [routeId, steps.length];
  };

  it('for all its villages, those of a township, or one: the nearest goes first', async () => {
    const [beside, alone] = [await county.village('Xihe', townshipId), await county.village('Nanhe')];
    await choose({ routePlace: county.officeId, chosenRoute: ASSEMBLY });
    await choose({ routePlace: townshipId, chosenRoute: THREE_DAYS });
    await choose({ routePlace: beside.id, chosenRoute: OWN });
    expect(await routeOf(village, await draft(village))).toEqual([THREE_DAYS, 3]);
    expect(await routeOf(beside, await draft(beside))).toEqual([OWN, 4]);
    expect(await routeOf(alone, await draft(alone))).toEqual([ASSEMBLY, 3]);
    // Left open again, each goes by the one above it.
    await choose({ routePlace: beside.id, chosenRoute: 'open' });
    expect(await routeOf(beside, await draft(beside))).toEqual([THREE_DAYS, 3]);
    expect((await village.services.check.checkBooks(county.officeId)).breaks).toEqual([]);
  });

  it('from a day on, for one kind of plan, and as ever where it says nothing', async () => {
    await choose({ routePlace: county.officeId, chosenRoute: ASSEMBLY, routedKind: 'year_plan' });
    await choose({ routePlace: county.officeId, chosenRoute: THREE_DAYS, routeFrom: '2025-08-01' });
    expect(await routeOf(village, await draft(village))).toEqual([OWN, 4]);
    const { drafting, reading } = yearPlansOn(village.services);
    const form = yearForm({ uses: [yearUse({ amount: '5000' })] });
    const { id } = await drafting.draftPlan(village.id, form, ACCOUNTANT);
    expect((await reading.requirePlan(village.id, id)).routeId).toBe(ASSEMBLY);
    clock.moveTo('2025-08-01');
    expect(await routeOf(village, await draft(village))).toEqual([THREE_DAYS, 3]);
  });

  it('and what is under way keeps its own; a draft of before is drafted again', async () => {
    const submitted = await draft(village);
    await village.submit(submitted);
    await choose({ routePlace: county.officeId, chosenRoute: ASSEMBLY });
    const { deciding, plans } = village.services;
    const votes = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
    const papers = { minutes: 'a', attendance: 'a', resolution: 'a' };
    const pages = { minutes: '1', attendance: '1', resolution: '1' };
    const named = { paperTitles: papers, paperPlaces: papers, paperPages: pages };
    const meeting = { ...county.typed(1, 'minutes'), ...votes, ...named };
    await deciding.recordMeeting(village.id, submitted, { form: meeting, command: ACCOUNTANT });
    expect(await routeOf(village, submitted)).toEqual([OWN, 4]);
    expect((await plans.requirePlan(village.id, submitted)).decisions).toHaveLength(1);
    const other = await county.village('Xihe', townshipId);
    const drafted = await draft(other);
    await choose({ routePlace: other.id, chosenRoute: THREE_DAYS });
    expect(await codeOf(other.submit(drafted))).toBe('plan.routeChanged');
    const again = await draft(other);
    await other.submit(again);
    expect(await routeOf(other, again)).toEqual([THREE_DAYS, 3]);
  });

  it('a draft of a year, too', async () => {
    const { drafting, deciding } = yearPlansOn(village.services);
    const form = yearForm({ uses: [yearUse({ amount: '5000' })] });
    const { id } = await drafting.draftPlan(village.id, form, ACCOUNTANT);
    await choose({ routePlace: county.officeId, chosenRoute: ASSEMBLY, routedKind: 'year_plan' });
    expect(await codeOf(deciding.submitPlan(village.id, id, ACCOUNTANT))).toBe('plan.routeChanged');
  });

  it('only in its own places, and only a county does', async () => {
    const far = await FilingCounty.found(opened, clock, 'far');
    const foreign = await far.village('Beihe');
    expect(await codeOf(choose({ routePlace: foreign.id, chosenRoute: ASSEMBLY }))).toBe('form.notAllowed');
    expect(await codeOf(choose({ routePlace: townshipId, chosenRoute: ASSEMBLY, office: townshipId }))).toBe(
      'approvals.notOfCounty',
    );
    await choose({ routePlace: county.officeId, chosenRoute: ASSEMBLY });
    expect(await routeOf(foreign, await draft(foreign))).toEqual([OWN, 4]);
  });

  it('of many at once each has its number, and of two that say the same one stands', async () => {
    const routeFrom = (day: number) => addDays(clock.today(), day);
    const all = await Promise.all(
      [0, 0, 1, 1, 2, 2].map((day, index) =>
        codeOf(
          choose({
            routePlace: index % 2 === 0 ? county.officeId : townshipId,
            ...{ chosenRoute: ASSEMBLY, routeFrom: routeFrom(day), routedKind: 'year_plan' },
          }),
        ),
      ),
    );
    const kept = await routeChoicesOn(village.services).listChoices(county.officeId);
    expect(kept.map(({ number }) => number)).toEqual(kept.map((_, index) => index + 1));
    expect(all.filter((code) => code === 'done')).toHaveLength(kept.length);
    const held = new Set(kept.map(({ placeId }) => placeId));
    expect(held.size).toBe(2);
    const earliest = (place: string) =>
      kept
        .filter(({ placeId }) => placeId === place)
        .map(({ fromOn }) => fromOn)
        .sort()[0];
    expect([earliest(county.officeId), earliest(townshipId)]).toEqual([clock.today(), clock.today()]);
  });
});

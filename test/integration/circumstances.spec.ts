import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { enterPerson, postsOf, refusals, villageUnder } from '../support/posts';
import { ACCOUNTANT } from '../support/village';

/** What makes a document look at a household first: GX-1-4, KZ-2-1, SQ-A5b, SQ-A7b. */
describeOnEachEngine('circumstances of households', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => (opened = await open()));
  afterAll(() => opened.close());

  interface Told {
    readonly region: string;
    readonly today: string;
    readonly circumstance: string;
    readonly from: string;
    /** The tags of a day: before it, on it, on its last day, the day after. */
    readonly tag: string;
  }
  it.each<Told>([
    // The drop of March counts for a document of July.
    {
      ...{ region: '450000', today: '2022-08-31', circumstance: 'sudden_drop', from: '2022-07-19' },
      tag: '因疫情收入骤降',
    },
    {
      ...{ region: '211324', today: '2024-12-31', circumstance: 'unstable_work', from: '2024-09-01' },
      tag: '就业不稳定',
    },
    {
      ...{ region: '411400', today: '2019-06-30', circumstance: 'several_disabled', from: '2018-05-01' },
      tag: '优先保障',
    },
    {
      ...{ region: '411400', today: '2019-06-30', circumstance: 'five_guarantees', from: '2018-05-01' },
      tag: '光伏收益重点倾斜',
    },
  ])('$region: $circumstance from $from', async ({ region, today, circumstance, from, tag }) => {
    const village = await villageUnder(opened.database, region, today);
    const { circumstances, roster, ...rest } = postsOf(opened.database, village);
    const person = { identity: identityOf((made += 1)), fromDay: '2018-01-01' };
    const { householdId } = await enterPerson({ ...rest, circumstances, roster }, village.id, person);
    const at = { collectiveId: village.id, householdId };
    const typed = { circumstance, circumstanceFrom: from, circumstancePaper: 'sheet 3' };
    const tagsOn = async (day: string) => {
      const [household] = await roster.listRoster(village.id, day);
      return household?.tags.map(({ says }) => says);
    };
    expect(await tagsOn(from)).toEqual([]);
    const wrong = { ...typed, circumstance: 'rich' };
    expect(await refusals(circumstances.note(at, wrong, ACCOUNTANT))).toEqual([
      'circumstance.unknown circumstance',
    ]);
    expect(await circumstances.note(at, typed, ACCOUNTANT)).toEqual({ circumstanceNumber: 1 });
    expect(await refusals(circumstances.note(at, typed, ACCOUNTANT))).toEqual([
      'circumstance.stands circumstance',
    ]);
    expect(await tagsOn(dayBefore(from))).toEqual([]);
    expect(await tagsOn(from)).toEqual([tag]);

    const last = { circumstanceEndedOn: today, circumstanceEndPaper: 'sheet 9' };
    const end = { circumstanceNumber: '1', circumstanceEnd: 'ended', ...last };
    const unknown = { ...end, circumstanceNumber: '2' };
    expect(await refusals(circumstances.end(at, unknown, ACCOUNTANT))).toBe('householdCircumstance.unknown');
    const early = { ...end, circumstanceEndedOn: dayBefore(from) };
    expect(await refusals(circumstances.end(at, early, ACCOUNTANT))).toEqual([
      'circumstance.endBeforeStart circumstanceEndedOn',
    ]);
    await circumstances.end(at, end, ACCOUNTANT);
    expect(await refusals(circumstances.end(at, end, ACCOUNTANT))).toBe('circumstance.ended');
    expect(await tagsOn(today)).toEqual([tag]);
    const elsewhere = { ...at, householdId: village.id };
    expect(await refusals(circumstances.note(elsewhere, typed, ACCOUNTANT))).toBe('household.unknown');
  });

  it('that never held leave no tag on any day', async () => {
    const village = await villageUnder(opened.database, '211324', '2024-12-31');
    const { circumstances, roster, ...rest } = postsOf(opened.database, village);
    const person = { identity: identityOf((made += 1)), fromDay: '2018-01-01' };
    const { householdId } = await enterPerson({ ...rest, circumstances, roster }, village.id, person);
    const at = { collectiveId: village.id, householdId };
    // Since before the document: its words are of no day.
    const typed = {
      circumstance: 'unstable_work',
      circumstanceFrom: '2024-03-01',
      circumstancePaper: 'list',
    };
    await circumstances.note(at, typed, ACCOUNTANT);
    const bears = async () =>
      (await roster.listRoster(village.id, '2024-08-15'))[0]?.tags.map(({ id }) => id);
    expect(await bears()).toEqual(['unstable_work']);
    const end = { circumstanceNumber: '1', circumstanceEnd: 'mistaken', circumstanceEndedOn: '' };
    await circumstances.end(at, { ...end, circumstanceEndPaper: 'wrong house' }, ACCOUNTANT);
    expect(await bears()).toEqual([]);
    await circumstances.note(at, typed, ACCOUNTANT);
    expect(await bears()).toEqual(['unstable_work']);
  });

  it('are not asked for where the document names numbers alone', async () => {
    const village = await villageUnder(opened.database, '341200', '2025-07-20');
    const { circumstances, ...rest } = postsOf(opened.database, village);
    const person = { identity: identityOf((made += 1)), fromDay: '2018-01-01' };
    const { householdId } = await enterPerson({ ...rest, circumstances }, village.id, person);
    const at = { collectiveId: village.id, householdId };
    const typed = { circumstance: 'old', circumstanceFrom: '2024-03-01', circumstancePaper: 'list' };
    expect(await circumstances.listOffered(village.id)).toEqual([]);
    expect(await refusals(circumstances.note(at, typed, ACCOUNTANT))).toEqual([
      'circumstance.noWords circumstance',
    ]);
  });
});

let made = 300;

function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

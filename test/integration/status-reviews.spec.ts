import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { identityOf } from '../support/dividends';
import { enterPerson, postsOf, refusals, villageUnder } from '../support/posts';
import { ACCOUNTANT } from '../support/village';

/** 宣州 looks every year, 霍邱 every two. Source: domain facts §1.2; read as excerpts. */
describeOnEachEngine('when those who are helped are looked at again', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => (opened = await open()));
  afterAll(() => opened.close());

  interface Told {
    readonly region: string;
    readonly from: string;
    /** Days on which somebody looked, in the order of entry. */
    readonly looked: readonly string[];
    readonly dueOn: string;
  }
  it.each<Told>([
    { region: '341802', from: '2024-01-15', looked: [], dueOn: '2025-01-15' },
    { region: '341522', from: '2024-01-15', looked: [], dueOn: '2026-01-15' },
    // A 29 February comes back on the last day of February, and on itself after four years only.
    { region: '341802', from: '2024-02-29', looked: [], dueOn: '2025-02-28' },
    { region: '341522', from: '2024-02-29', looked: [], dueOn: '2026-02-28' },
    { region: '341522', from: '2022-02-28', looked: [], dueOn: '2024-02-28' },
    // Who is looked at early is asked about from that day on; the latest day counts, not the last entered.
    { region: '341802', from: '2024-01-15', looked: ['2024-12-31'], dueOn: '2025-12-31' },
    { region: '341522', from: '2024-01-15', looked: ['2024-12-31'], dueOn: '2026-12-31' },
    { region: '341522', from: '2022-03-31', looked: ['2024-04-30', '2023-06-30'], dueOn: '2026-04-30' },
    { region: '341802', from: '2022-03-31', looked: ['2023-03-31', '2024-04-01'], dueOn: '2025-04-01' },
  ])('$region, helped from $from, looked at on $looked: $dueOn', async ({ region, from, looked, dueOn }) => {
    const village = await villageUnder(opened.database, region, from);
    const { households, reviews, ...rest } = postsOf(opened.database, village);
    const person = { identity: identityOf((made += 1)), fromDay: '2021-01-01' };
    const at = await enterPerson({ ...rest, households, reviews }, village.id, person);
    const [word] = await households.offeredWords(village.id);
    const status = { status: word?.id ?? '', statusFrom: from, statusPaper: 'list' };
    const home = { collectiveId: village.id, householdId: at.householdId };
    await households.giveStatus(home, status, ACCOUNTANT);
    const { clock } = village.services;
    clock.moveTo(looked.toSorted().at(-1) ?? from);
    const note = (reviewDay: string) => {
      const form = { reviewDay, reviewPaper: 'minutes', reviewed: { [`${at.householdId}.1`]: 'yes' } };
      return reviews.noteReviews(village.id, form, ACCOUNTANT);
    };
    for (const day of looked) await note(day);
    const due = await reviews.listDue(village.id);
    expect(due.map((each) => each.dueOn)).toEqual([dueOn]);
    expect(await refusals(note(looked[0] ?? from))).toEqual(
      looked.length === 0 ? [] : ['review.sameDay reviewed'],
    );
    // A day before the status began is refused; who is helped no more is asked about no more.
    expect(await refusals(note('2021-12-31'))).toEqual(['review.beforeStatus reviewDay']);
    const end = { statusNumber: '1', statusEnd: 'ended', endedOn: clock.today(), endPaper: 'list' };
    await households.endStatus(home, end, ACCOUNTANT);
    expect(await reviews.listDue(village.id)).toEqual([]);
  });
});

let made = 0;

import { BookChecksService } from '../../src/features/oversight/book-checks.service';
import { problemSentence } from '../../src/glossary/sentences';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

/** The result of a check is a row like any other: whoever spoils it is told, and the books are checked. */
describeOnEachEngine('the kept result of the last check', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let checks: BookChecksService;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    const { check, clock, collectives } = village.services;
    checks = new BookChecksService(opened.database, clock, check, collectives);
    await checks.checkNow(village.id, ACCOUNTANT);
  });
  afterEach(() => opened.close());

  it.each([
    ['found', '[x'],
    ['passes', '[x'],
    ['passes', '{}'],
    ['found', '5'],
    ['passes', '[null]'],
    ['passes', ''],
  ])('says that it cannot be read (%s: %s), and everything else is looked at', async (column, text) => {
    const hand = await Tampering.on(opened);
    await hand.run(`UPDATE book_checks SET ${column} = '${text}'`);
    await hand.close();
    const last = await checks.findLast(village.id);
    expect(last).toMatchObject({ number: 1, breaks: 1, passes: [], isSpoilt: true });
    const { passes, breaks } = await checks.checkBeside(village.id);
    expect(passes.find(({ pass }) => pass === 'rows')?.broken).toBe(1);
    expect(passes.find(({ pass }) => pass === 'chain')).toMatchObject({ looked: 1, broken: 0 });
    const [first] = breaks.map(({ code, facts }) => problemSentence({ code, field: '', facts }));
    expect(first).toContain('上一次查账（第 1 次）留下的结果读不出来');
    // The row is on record, too: it is told as changed for ever.
    expect(breaks.some(({ pass }) => pass === 'records')).toBe(true);
    await checks.checkNow(village.id, ACCOUNTANT);
    expect((await checks.checkNow(village.id, ACCOUNTANT)).found.map(({ pass }) => pass)).toEqual([
      'records',
    ]);
  });
});

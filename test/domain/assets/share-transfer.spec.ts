import type { LifeFacts, StandingEvent } from '../../../src/domain/assets/asset-life';
import { readShareTransfer } from '../../../src/domain/assets/share-transfer';

const BOOKS = { cost: 4_000_000n, accumulated: 40_000n };
const FACTS: LifeFacts = {
  asset: { name: 'Joint station', acquiredOn: '2024-05-10' },
  ...{ today: '2025-07-20', books: BOOKS, terms: [], events: [] },
};
const later: StandingEvent = { kind: 'shareTransfer', happenedOn: '2025-06-30' };
const GOOD = { happenedOn: '2025-05-31', paper: 'No 7' };

describe('the day and the paper of a transfer of a part', () => {
  const cases: readonly (readonly [says: string, form: Partial<typeof GOOD>, LifeFacts, codes: string[]])[] =
    [
      ['a day on which the books say what they say now', {}, { ...FACTS, booksOfDay: BOOKS }, []],
      ['the first day of the table', { happenedOn: '2025-02-01' }, FACTS, []],
      ['a day before the table', { happenedOn: '2025-01-31' }, FACTS, ['assets.beforeShareTable']],
      ['a day to come', { happenedOn: '2025-07-21' }, FACTS, ['assetLife.notYet']],
      ['no day', { happenedOn: 'soon' }, FACTS, ['calendar.notADay']],
      [
        'a day before the last depreciation was booked',
        {},
        { ...FACTS, booksOfDay: { ...BOOKS, accumulated: 0n } },
        ['assets.lossAfterTransfer'],
      ],
      [
        'a day before its cost came',
        {},
        { ...FACTS, booksOfDay: { cost: 0n, accumulated: 0n } },
        ['assetLife.costLater'],
      ],
      ['a day before a later transfer', {}, { ...FACTS, events: [later] }, ['assetLife.laterExists']],
      ['no paper', { paper: ' ' }, FACTS, ['form.missing']],
      ["a person's number", { paper: 'ID 340304199001011234' }, FACTS, ['form.privateNumber']],
    ];

  it.each(cases)('reads %s', (_says, form, facts, codes) => {
    const { problems } = readShareTransfer({ ...GOOD, ...form }, facts, '2025-02-01');
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

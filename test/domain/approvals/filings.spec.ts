import { type Filing, filingBreaks, filingNumber, readFiling } from '../../../src/domain/approvals/filings';

const at = (year: number, number: number, filedOn: string): Filing => ({ year, number, filedOn });
const BOOK = [at(2025, 1, '2025-12-28'), at(2026, 1, '2026-01-05'), at(2026, 2, '2026-03-10')];
const read = (heldOn: string, receiptPaper = '', filed: readonly Filing[] = BOOK) =>
  readFiling({ heldOn, receiptPaper }, { filed, today: '2026-03-20' });

describe('what a county files', () => {
  it.each([
    ['the next one of the day’s year', '2026-03-10', BOOK, '2026-0003'],
    ['the year before goes on where it stood', '2025-12-31', BOOK, '2025-0002'],
    ['from 1 where nothing was filed', '2026-03-10', [], '2026-0001'],
    ['after the highest, whichever way they come', '2026-03-10', [...BOOK].reverse(), '2026-0003'],
  ])('gets %s', (_, heldOn, filed, number) => {
    const { filing, problems } = read(heldOn, '', filed);
    expect([filingNumber(filing), problems]).toEqual([number, []]);
  });

  it.each([
    ['no day', '', '', ['form.missing']],
    ['none that is one', '2026-02-30', '', ['calendar.notADay']],
    ['a day to come', '2026-03-21', '', ['approvals.meetingAhead']],
    ['one before the last number’s', '2026-03-09', '', ['approvals.filedBefore']],
    ['a receipt as long as a letter', '2026-03-10', 'x'.repeat(101), ['form.tooLong']],
    ['somebody’s number as its receipt', '2026-03-10', '13812345678', ['form.privateNumber']],
  ])('is refused with %s', (_, heldOn, receipt, codes) => {
    expect(read(heldOn, receipt).problems.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['nothing of a book in order', BOOK, []],
    ['a number that is gone', [BOOK[0], BOOK[2]], [['2026-0002', 'check.filingGap']]],
    ['a day before the last', [...BOOK, at(2026, 3, '2026-03-09')], [['2026-0003', 'check.filingDay']]],
    ['a day of another year', [at(2026, 1, '2025-12-31')], [['2026-0001', 'check.filingDay']]],
  ])('its check finds %s', (_, filed, found) => {
    const breaks = filingBreaks(filed as readonly Filing[]);
    expect(breaks.map(({ at: one, code }) => [filingNumber(one), code])).toEqual(found);
  });
});

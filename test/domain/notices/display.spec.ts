import type { DisplaySpan } from '../../../src/domain/approvals/display-clock';
import { displayProblems, MOST_DISPLAYS, takedownProblems } from '../../../src/domain/notices/display';

const RULE = { days: 7, firstDayCounts: true };
const FACTS = {
  rule: RULE,
  ...{ today: '2025-07-20', notBefore: '2025-07-11', mediaType: 'image/jpeg' },
  displays: [] as DisplaySpan[],
};
const FORM = { displayedOn: '2025-07-11', displayPlace: 'board' };
const UP: DisplaySpan = { number: 1, displayedOn: '2025-07-11', place: 'board', proven: true };

const told = (problems: readonly { code: string; field: string }[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

describe('a sheet that was put up', () => {
  it.each([
    [{}, {}, []],
    [{ displayedOn: '2025-07-10' }, {}, ['notices.displayBefore displayedOn']],
    [{ displayedOn: '2025-07-20' }, {}, []],
    [{ displayedOn: '2025-07-21' }, {}, ['notices.displayLater displayedOn']],
    [{ displayedOn: '' }, {}, ['form.missing displayedOn']],
    [{ displayedOn: '2025-02-29' }, {}, ['calendar.notADay displayedOn']],
    [{ displayPlace: ' ' }, {}, ['form.missing displayPlace']],
    [{ displayPlace: 'ask 13800138000' }, {}, ['form.privateNumber displayPlace']],
    [{}, { mediaType: 'application/pdf' }, ['keptFile.notAPhoto file']],
    [{ displayPlace: ' board ' }, { displays: [UP] }, ['notices.hangsThere displayPlace']],
    [{ displayPlace: 'school' }, { displays: [UP] }, []],
    [
      { displayedOn: '2025-07-12' },
      { displays: [{ ...UP, takenDownOn: '2025-07-13' }] },
      ['notices.hungThere displayedOn'],
    ],
    // Nobody dates one back before a display that hung there and came down: the days would overlap.
    [
      { displayedOn: '2025-07-11' },
      { displays: [{ ...UP, displayedOn: '2025-07-12', takenDownOn: '2025-07-13' }] },
      ['notices.hungThere displayedOn'],
    ],
    [{ displayedOn: '2025-07-13' }, { displays: [{ ...UP, takenDownOn: '2025-07-13' }] }, []],
    // Nor at another place: the sheet would be spared the days it has to hang anew.
    [
      { displayedOn: '2025-07-12', displayPlace: 'school' },
      { displays: [{ ...UP, takenDownOn: '2025-07-13' }] },
      ['notices.beforeTornDown displayedOn'],
    ],
    [
      { displayedOn: '2025-07-13', displayPlace: 'school' },
      { displays: [{ ...UP, takenDownOn: '2025-07-13' }] },
      [],
    ],
    // Taken down when its days were over, it spares nothing.
    [
      { displayedOn: '2025-07-12', displayPlace: 'school' },
      { displays: [{ ...UP, takenDownOn: '2025-07-18' }] },
      [],
    ],
    [
      {},
      { displays: Array.from({ length: MOST_DISPLAYS }, () => ({ ...UP, place: 'school' })) },
      ['notices.tooManyDisplays '],
    ],
  ])('%j beside %j: %j', (form, facts, problems) => {
    expect(told(displayProblems({ ...FORM, ...form }, { ...FACTS, ...facts }))).toEqual(problems);
  });
});

describe('a sheet that was taken down', () => {
  it.each([
    ['2025-07-10', 'storm', ['notices.downBefore takenDownOn']],
    ['2025-07-11', 'storm', []],
    ['2025-07-17', '', ['form.missing takedownReason']],
    ['2025-07-18', '', []],
    ['2025-07-21', '', ['notices.displayLater takenDownOn']],
    ['2025-07-18', 'ask 13800138000', ['form.privateNumber takedownReason']],
    ['', '', ['form.missing takenDownOn']],
  ])('on %j because of %j: %j', (takenDownOn, takedownReason, problems) => {
    const facts = { today: '2025-07-20', rule: RULE, display: UP };
    expect(told(takedownProblems({ takenDownOn, takedownReason }, facts))).toEqual(problems);
  });
});

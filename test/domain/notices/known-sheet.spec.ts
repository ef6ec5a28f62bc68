import { type KeptSheet, sheetAsKnown } from '../../../src/domain/notices/known-sheet';

const RULE = { days: 7, firstDayCounts: true };
const hung = (more: object = {}) => ({
  ...{ number: 1, displayedOn: '2025-07-05', place: 'board', proven: true },
  ...{ enteredAt: '2025-07-05T02:00:00.000Z', ...more },
});
const objection = (more: object = {}) => ({
  ...{ year: 2025, number: 1, receivedOn: '2025-07-11', dueOn: '2025-07-16' },
  ...{ enteredAt: '2025-07-13T02:00:00.000Z', ...more },
});
const sheet = (more: Partial<KeptSheet> = {}): KeptSheet => ({
  ...{ publishedOn: '2025-07-05', rule: RULE, displays: [hung()], objections: [], ...more },
});
const answer = { on: '2025-07-14', gist: 'posts', words: 'by days' };

describe('where a sheet stood as was known at an instant', () => {
  const NOON_12 = '2025-07-12T04:00:00.000Z';
  const NOON_14 = '2025-07-14T04:00:00.000Z';
  it.each([
    ['not published yet', sheet({ publishedOn: '2025-07-13' }), NOON_12, 'none'],
    ['its days are over', sheet(), NOON_12, 'served 0'],
    ['no photo', sheet({ displays: [] }), NOON_12, 'unproven 0'],
    ['photographed later', sheet({ displays: [hung({ enteredAt: NOON_14 })] }), NOON_12, 'unproven 0'],
    [
      'photographed in that instant',
      sheet({ displays: [hung({ enteredAt: NOON_12 })] }),
      NOON_12,
      'served 0',
    ],
    [
      'torn down as was entered later',
      sheet({ displays: [hung({ takenDownOn: '2025-07-08', downAt: NOON_14 })] }),
      NOON_12,
      'served 0',
    ],
    [
      'torn down as was known',
      sheet({ displays: [hung({ takenDownOn: '2025-07-08', downAt: '2025-07-08T02:00:00.000Z' })] }),
      NOON_12,
      'takenDown 0',
    ],
    ['objected to as was entered later', sheet({ objections: [objection()] }), NOON_12, 'served 0'],
    ['objected to', sheet({ objections: [objection()] }), NOON_14, 'served 1'],
    [
      'objected to in that instant',
      sheet({ objections: [objection({ enteredAt: NOON_14 })] }),
      NOON_14,
      'served 0',
    ],
    [
      'answered later on',
      sheet({ objections: [objection({ answer, answeredAt: '2025-07-14T05:00:00.000Z' })] }),
      NOON_14,
      'served 1',
    ],
    [
      'answered in that instant',
      sheet({ objections: [objection({ answer, answeredAt: NOON_14 })] }),
      NOON_14,
      'served 0',
    ],
  ] as const)('%s', (_, kept, at, told) => {
    const stood = sheetAsKnown(kept, { day: at.slice(0, 10), at });
    expect(stood === undefined ? 'none' : `${stood.clock.state} ${String(stood.openObjections)}`).toBe(told);
  });
});

import { reportProblems } from '../../../src/domain/notices/check-report-notice';
import {
  OBJECTIONS,
  objectionsNotice,
  type ToldObjection,
} from '../../../src/domain/notices/objections-sheet';
import { reportOf } from '../../notices/report-sheet.fixture';

const DAYS = { from: '2025-01-01', to: '2025-06-30' };
const asked = (receivedOn: string, on?: string): ToldObjection => ({
  ...{ year: 2025, number: 1, name: '〔2025〕第1号', sheet: 'S1', receivedOn, dueOn: '2025-06-15' },
  answer: on === undefined ? undefined : { on, gist: 'gist', words: 'words' },
});

describe('the figures of objections and answers', () => {
  test.each([
    ['nothing', [], ['0', '0', '0', '0']],
    ['one that waits', [asked('2025-06-10')], ['0', '1', '0', '1']],
    ['one that was answered', [asked('2025-06-10', '2025-06-12')], ['0', '1', '1', '0']],
    ['one that is answered later', [asked('2025-06-10', '2025-07-01')], ['0', '1', '0', '1']],
    ['one of before that waits', [asked('2024-12-31')], ['1', '0', '0', '1']],
    ['one of before, answered now', [asked('2024-12-31', '2025-01-01')], ['1', '0', '1', '0']],
    ['one of before, answered before', [asked('2024-12-30', '2024-12-31')], ['0', '0', '0', '0']],
    ['one of after', [asked('2025-07-01')], ['0', '0', '0', '0']],
  ] as const)('count %s', (_, objections, expected) => {
    const figures = objectionsNotice(objections, DAYS);
    const { before, received, answered, waiting } = figures.sums;
    expect([before, received, answered, waiting]).toEqual(expected);
    expect(reportProblems(reportOf('objections-answers', figures), OBJECTIONS)).toEqual([]);
  });

  test('say what it was about once it is answered, and which is late', () => {
    const told = [asked('2025-06-01', '2025-06-16'), asked('2025-06-01'), asked('2025-06-01', '2025-06-15')];
    const { tables } = objectionsNotice(told, DAYS);
    expect(tables['answers']?.rows).toMatchObject([
      { gist: 'gist', answer: 'words', on: '2025-06-16', state: 'answeredLate' },
      { on: '2025-06-15', state: 'answered' },
    ]);
    expect(tables['waiting']?.rows).toEqual([
      {
        ...{ number: '〔2025〕第1号', sheet: 'S1', received: '2025-06-01', due: '2025-06-15' },
        state: 'overdue',
      },
    ]);
  });
});

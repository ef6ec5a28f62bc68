import type { MeetingCounts } from '../../../src/domain/approvals/quorum';
import { reportNoticeProblems } from '../../../src/domain/notices/report-sheets';
import { resolutionNotice } from '../../../src/domain/notices/resolution';
import { reportOf } from '../../notices/report-sheet.fixture';

const share = (numerator: bigint, denominator: bigint) => ({ numerator, denominator });
/** Of representatives of the village: two thirds come, more than half of those agree. */
const COMMITTEE = {
  fewestDue: undefined,
  majority: {
    quorum: { share: share(2n, 3n), bound: 'at_least', of: 'due' },
    inFavour: { share: share(1n, 2n), bound: 'more_than', of: 'present' },
  },
} as const;
/** Of representatives of a collective: more than twenty, of whom two thirds agree. */
const COLLECTIVE = {
  fewestDue: 21,
  majority: { quorum: undefined, inFavour: { share: share(2n, 3n), bound: 'at_least', of: 'due' } },
} as const;
const votes = ([due, present, inFavour, against, abstained]: readonly number[]): MeetingCounts => {
  const [all, came] = [due ?? 0, present ?? 0];
  return {
    due: all,
    present: came,
    inFavour: inFavour ?? 0,
    against: against ?? 0,
    abstained: abstained ?? 0,
  };
};

describe('the figures of a vote', () => {
  test.each([
    [
      'one that passed',
      COMMITTEE,
      [42, 36, 33, 2, 1],
      true,
      'passed',
      ['present 36 28 yes', 'agreed 33 19 yes'],
    ],
    [
      'just enough of all',
      COMMITTEE,
      [42, 28, 15, 13, 0],
      true,
      'passed',
      ['present 28 28 yes', 'agreed 15 15 yes'],
    ],
    [
      'half is not more',
      COMMITTEE,
      [42, 36, 18, 18, 0],
      false,
      'failed',
      ['present 36 28 yes', 'agreed 18 19 no'],
    ],
    [
      'too few came, who voted',
      COMMITTEE,
      [42, 27, 27, 0, 0],
      false,
      'failed',
      ['present 27 28 no', 'agreed 27 14 yes'],
    ],
    [
      'no vote was taken',
      COMMITTEE,
      [42, 9, 0, 0, 0],
      false,
      'notHeld',
      ['present 9 28 no', 'agreed 0 5 notHeld'],
    ],
    ['nobody came', COMMITTEE, [42, 0, 0, 0, 0], false, 'notHeld', ['present 0 28 no', 'agreed 0 1 notHeld']],
    [
      'a body of a size',
      COLLECTIVE,
      [30, 25, 20, 5, 0],
      true,
      'passed',
      ['due 30 21 yes', 'agreed 20 20 yes'],
    ],
    [
      'a third of all short',
      COLLECTIVE,
      [30, 25, 19, 5, 1],
      false,
      'failed',
      ['due 30 21 yes', 'agreed 19 20 no'],
    ],
  ] as const)('%s', (_, step, counted, isPassed, result, expected) => {
    const counts = votes(counted);
    const vote = { step, counts, isPassed, facts: { body: 'body' }, uses: [], papers: [], signers: [] };
    const figures = resolutionNotice(vote, ({ of }, base) => `${of} ${String(base)}`);
    const rows = figures.tables['tests']?.rows ?? [];
    expect(rows.map(({ test, have, needed, met }) => [test, have, needed, met].join(' '))).toEqual(expected);
    expect(figures.facts?.['result']).toBe(result);
    expect(figures.facts?.['favoured']).toBe(result === 'notHeld' ? undefined : counts.inFavour);
    expect(figures.sums['voted']).toBe(result === 'notHeld' ? '0' : String(counts.present));
    expect(reportNoticeProblems(reportOf('resolution', figures))).toEqual([]);
  });
});

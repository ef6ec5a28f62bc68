import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { offeredWords, type StatusPeriod, wordsOn } from '../../../src/domain/collectives/status-periods';

const { periods } = parse(readFileSync('seeds/people/standings.yaml', 'utf8'), { schema: 'core' }) as {
  periods: StatusPeriod[];
};

describe('what those who are helped are called where no document is in force', () => {
  it.each<[day: string, words: string[]]>([
    ['2013-12-31', []],
    ['2014-01-01', ['registered', 'lifted_out']],
    ['2016-06-30', ['registered', 'lifted_out']],
    ['2020-03-19', ['registered', 'lifted_out']],
    ['2020-03-20', ['registered', 'lifted_out', 'monitored']],
    ['2020-12-31', ['registered', 'lifted_out', 'monitored']],
    ['2021-01-01', ['lifted_out', 'monitored']],
    ['2023-09-20', ['lifted_out', 'monitored']],
  ])('on %s', (day, words) => {
    expect(wordsOn(periods, day).map(({ id }) => id)).toEqual(words);
  });

  it('is asked oldest first', () => {
    expect(periods.map(({ from }) => from)).toEqual(periods.map(({ from }) => from).sort());
  });

  it('offers each word once, as the document in force has it', () => {
    const present = [
      { id: 'monitored', name: 'watched' },
      { id: 'others', name: 'others' },
    ];
    expect(offeredWords(present, periods)).toEqual([
      ...present,
      { id: 'lifted_out', name: '脱贫人口' },
      { id: 'registered', name: '建档立卡贫困户' },
    ]);
    expect(offeredWords([], []).length).toBe(0);
  });
});

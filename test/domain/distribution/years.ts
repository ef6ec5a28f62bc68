import type { Year, YearPeriod, YearRule, YearWhole } from '../../../src/domain/distribution/year-standing';
import { readRatio } from '../../../src/domain/money/ratio';

export const rule = (side: YearRule['side'], share: string | undefined, whole: YearWhole): YearRule => ({
  id: 'R-1',
  side,
  uses: [
    { id: 'posts', name: '岗位' },
    { id: 'labour', name: '劳务' },
  ],
  share: share === undefined ? undefined : readRatio(share),
  shareNumber: 'posts.floor',
  whole,
});
export const GROSS: YearWhole = { of: 'everything_received' };
export const period = (received: bigint, posts: bigint, costs: YearPeriod['costs'] = {}): YearPeriod => ({
  received,
  costs,
  used: { posts, industry: 7n },
});
export const year = (periods: YearPeriod[], isOver: boolean, entered: Year['entered'] = {}): Year => ({
  year: '2020',
  isOver,
  periods,
  entered,
});

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Returns } from '../../src/features/distribution/industry.pages';

const AGREED = { yearly: 100_000n, from: 2026 };
const YEAR = { year: 2026, promised: 100_000n, due: 0n, received: 0n, short: 0n };

describe('what a project gives back', () => {
  it.each([
    ['was not agreed', { agreed: undefined, years: [] }, '没有说好每年回报多少，也没有收到过。'],
    [
      'is agreed from a later year on',
      { agreed: AGREED, years: [] },
      '说好从 2026 年起每年回报 1,000.00 元，还没有到那一年。',
    ],
    ['is told year by year once one has begun', { agreed: AGREED, years: [YEAR] }, '年底再看'],
  ])('%s', (_what, of, told) => {
    const html = renderToString(h(Returns, { page: { ...of, returns: [] } }));
    expect(html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')).toContain(told);
  });
});

import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Claim, type ClaimView } from '../../src/features/distribution/plan-claim.pages';

const CLAIM: ClaimView = { forWhat: '村内保洁', count: '6人', amount: 60_000n };
const GRANTED = { on: '2025-07-11', voucherNumber: '记-0030', href: '#' };
const GRANTING = { action: '/grant', claimId: 'c1', grantedOn: '2025-07-20' };

/** What a person reads, and what the button posts. */
function drawn(change: Partial<ClaimView>): string {
  const html = renderToString(h(Claim, { claim: { ...CLAIM, ...change }, comparesYears: false }));
  const posted = /name="claimId" value="([^"]*)"/.exec(html)?.[1] ?? 'nothing';
  const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return `${text.trim()} → ${posted}`;
}

describe('a claim on the page of its plan', () => {
  it.each<[what: string, change: Partial<ClaimView>, told: string]>([
    ['that is not granted', { granting: GRANTING }, '村内保洁 6人 600.00 列支 村内保洁 → c1'],
    [
      'of which a part was released',
      { released: 20_000n, granting: GRANTING },
      '村内保洁 6人 600.00 放回 200.00 ，余 400.00 列支 村内保洁 → c1',
    ],
    [
      'granted but for what was released',
      { released: 20_000n, granted: GRANTED },
      '村内保洁 6人 600.00 放回 200.00 ，余 400.00 7月11日已列支 记-0030 → nothing',
    ],
    [
      'granted in part, whose release was taken back',
      { granted: GRANTED, rest: 20_000n, granting: GRANTING },
      '村内保洁 6人 600.00 7月11日已列支 记-0030 还剩 200.00 列支余下的 村内保洁 → c1',
    ],
    [
      'for people, which another grants without a list',
      { granting: { ...GRANTING, asksWhy: true } },
      '村内保洁 6人 600.00 没有名单，整笔列支 村内保洁 为什么没有名单 列支 村内保洁 → c1',
    ],
    [
      'for people, as who drafted the plan sees it',
      { leads: { href: '/posts', by: 'another' } },
      '村内保洁 6人 600.00 凭名单，或由别人列支 → nothing',
    ],
    [
      'for which the document has a procedure',
      { leads: { href: '/aid', by: 'procedure' } },
      '村内保洁 6人 600.00 按程序凭清单 → nothing',
    ],
    [
      'granted without a list',
      { granted: GRANTED, wholeWhy: '考勤是纸质的' },
      '村内保洁 6人 600.00 7月11日已列支 记-0030 没有名单：考勤是纸质的 → nothing',
    ],
    [
      'whose reversed voucher waits, with each choice whole',
      {
        granting: {
          ...GRANTING,
          places: [
            { value: 'e1', label: '重填的是2023年记-0004' },
            { value: 'another', label: '另外一份' },
          ],
        },
      },
      '村内保洁 6人 600.00 是不是重填 重填的是2023年记-0004 另外一份 列支 村内保洁 → c1',
    ],
    ['that somebody else only looks at', {}, '村内保洁 6人 600.00 还没列支 → nothing'],
  ])('%s', (_what, change, told) => {
    expect(drawn(change)).toBe(told);
  });

  it('chooses what was answered where it was refused, and the summary leads to it', () => {
    const places = [
      { value: 'e1', label: '记-0004' },
      { value: 'another', label: '另外一份' },
    ];
    const granting = { ...GRANTING, places, placeOf: 'another', isRefused: true };
    const html = renderToString(h(Claim, { claim: { ...CLAIM, granting }, comparesYears: false }));
    const radios = html.match(/<input[^>]*type="radio"[^>]*>/g) ?? [];
    expect(radios.map((radio) => [/ id="/.test(radio), / checked/.test(radio)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('keeps the reason that was refused', () => {
    const granting = { ...GRANTING, asksWhy: true, isRefused: true, typedWhy: '没有' };
    const html = renderToString(h(Claim, { claim: { ...CLAIM, granting }, comparesYears: false }));
    expect(html).toMatch(/<input name="wholeWhy"[^>]* value="没有"/);
  });
});

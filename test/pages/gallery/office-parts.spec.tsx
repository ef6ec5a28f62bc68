import { render } from 'preact-render-to-string';
import { DraftPlanPage } from '../../../src/features/distribution/draft-plan.pages';
import { TrialBalancePage } from '../../../src/features/ledger/ledger.pages';
import type { QueuedPlan } from '../../../src/features/oversight/review-queue.pages';
import { TownshipPage } from '../../../src/features/oversight/township.pages';
import { CheckList, type CheckView } from '../../../src/platform/views/check-result';
import { Citation } from '../../../src/platform/views/citation';
import { ErrorSummary, FieldErrors, fieldPath } from '../../../src/platform/views/error-summary';
import { Money, SideMoney } from '../../../src/platform/views/money';
import type { MonthTab } from '../../../src/platform/views/month-tabs';
import { OfficeFrame } from '../../../src/platform/views/office-frame';
import { Waterfall } from '../../../src/platform/views/waterfall';
import { formOf, fuyangClause, HALF_YEAR, TOWNSHIP_FRAME, villageFrame } from './gallery-frame';
import { renderGallery } from './render-gallery';
import { DRAFT_PAGE } from './plan-gallery';

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, '');
}

describe('amounts', () => {
  test.each([
    [126000n, false, '1,260.00', '1260.00'],
    [-126000n, false, '−1,260.00', '-1260.00'],
    [126000n, true, '+1,260.00', '1260.00'],
    [0n, true, '0.00', '0.00'],
  ])('%p, as a difference %p, reads %s and is copied as %s', (fen, signed, text, copied) => {
    const html = render(<Money fen={fen} signed={signed} />);
    expect(textOf(html)).toBe(text);
    expect(html).toContain(`value="${copied}"`);
  });

  test('the empty side of a voucher line stays empty, as on paper', () => {
    expect(render(<SideMoney fen={0n} />)).toBe('');
  });
});

describe('waterfall', () => {
  const html = render(<Waterfall caption="收益" rows={HALF_YEAR} />);
  const widths = [...html.matchAll(/<rect class="bar-(\w+)" x="([\d.]+)%" y="50%" width="([\d.]+)%"/g)];

  test('prints the amount of every row, cost with a minus', () => {
    for (const amount of ['3,412.66', '+49,145.62', '+36,320.52', '−3,000.00', '−920.00', '81,220.28'])
      expect(textOf(html)).toContain(amount);
  });

  test('draws the result on the same scale, ending where the last cost ends', () => {
    const last = widths.at(-2);
    const total = widths.at(-1);
    expect(total?.[2]).toBe('0');
    expect(Number(total?.[3])).toBeCloseTo(Number(last?.[2]), 1);
  });

  test('gives a line too thin to see a bar all the same', () => {
    const rows = [...HALF_YEAR.slice(0, 2), { kind: 'out' as const, label: '零头', fen: 1n }];
    expect(render(<Waterfall caption="收益" rows={rows} />)).toContain('width="0.5%"');
  });
});

describe('problems of a form', () => {
  const form = formOf({}, [
    { code: 'calendar.notAYear', field: 'funds.1.year', value: '一六' },
    { code: 'plan.withoutClaims', field: '' },
  ]);

  test('are numbered, linked to their field, and plain where they concern the whole form', () => {
    const html = render(<ErrorSummary form={form} />);
    expect(html).toContain('href="#field-funds.1.year"');
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  test('find their field by its posted name', () => {
    expect(fieldPath('funds[1][year]')).toBe('funds.1.year');
    expect(render(<FieldErrors form={form} name="funds[1][year]" />)).toContain('一六');
    expect(render(<FieldErrors form={form} name="funds[0][year]" />)).toBe('');
  });
});

describe('clauses and checks', () => {
  test('a clause whose text was not seen is called a paraphrase and stands without quotation marks', () => {
    const html = render(<Citation clause={{ ...fuyangClause(''), text: '先扣后分', secondHand: true }} />);
    expect(html).toContain('转述，未见原文：先扣后分');
    expect(html).not.toContain('“');
  });

  test('what cannot pass stands first, undecided is not passed, the passed are folded to their count', () => {
    const outcomes = ['passed', 'reason', 'undecided', 'blocked', 'passed'] as const;
    const checks = outcomes.map((outcome): CheckView => ({ outcome, title: outcome }));
    const html = render(<CheckList checks={checks} />);
    const order = [...html.matchAll(/class="check check-(\w+)"/g)].map((match) => match[1]);
    expect(order).toEqual(['blocked', 'undecided', 'reason', 'passed']);
    expect(html).toContain('2项通过');
  });
});

describe('a draft', () => {
  test('with a check that cannot pass is not sent, and says why beside the button', () => {
    const html = render(<DraftPlanPage {...DRAFT_PAGE} />);
    expect(html).toMatch(/<button type="button" class="waiting" disabled/);
    expect(html).toContain('还有1项不能提交');
  });

  test('whose lines and carry-over do not meet the distributable surplus says so', () => {
    expect(render(<DraftPlanPage {...DRAFT_PAGE} />)).toContain('与可分配收益相等，分文不差');
    expect(render(<DraftPlanPage {...DRAFT_PAGE} carryOver={452027n} />)).toContain('与可分配收益不相等');
  });

  test('that is above the money says by how much, and shows no total', () => {
    const html = textOf(render(<DraftPlanPage {...DRAFT_PAGE} carryOver={-126000n} />));
    expect(html).toContain('超出');
    expect(html).toContain('1,260.00');
    expect(html).not.toContain('与可分配收益');
    expect(html).not.toContain('留到下期');
  });

  test('labels every box in sight, and is saved by Enter before any row is added', () => {
    const html = render(<DraftPlanPage {...DRAFT_PAGE} />);
    for (const label of ['用在哪里', '是否帮扶对象', '人数或户数', '单位', '金额'])
      expect(html).toContain(`</span>${label}</label>`);
    const form = html.slice(html.indexOf('id="draft"'));
    expect(/<button[^>]*>([^<]*)/.exec(form)?.[1]).toBe('存草稿');
  });
});

test('F4 is named only where a box shows a value in grey', () => {
  const gallery = renderGallery();
  expect(gallery.get('settlement')).toContain('<kbd>F4</kbd>');
  expect(gallery.get('deduction')).not.toContain('<kbd>F4</kbd>');
});

test('a trial balance that does not meet says so above its figures', () => {
  const zero = { openingDebit: 0n, openingCredit: 0n, closingDebit: 0n, closingCredit: 0n };
  const row = { ...zero, code: '102', name: '银行存款', debit: 1n, credit: 0n };
  const page = {
    frame: villageFrame('books'),
    from: '2025-01-01',
    through: '2025-06-30',
    chart: '2023',
  };
  expect(render(<TrialBalancePage {...page} rows={[row]} />)).toContain('借贷不相等');
  expect(render(<TrialBalancePage {...page} rows={[{ ...row, credit: 1n }]} />)).toContain('三组借贷都相等');
});

test('the township reads failed plans first, clean ones last, the longest waiting first', () => {
  const plans = [
    ['甲', 'passed', 9],
    ['乙', 'reason', 1],
    ['丙', 'blocked', 1],
    ['丁', 'blocked', 4],
    ['戊', 'undecided', 2],
  ] as const;
  const queue = plans.map(([village, worst, waitingDays]): QueuedPlan => ({
    village,
    worst,
    waitingDays,
    href: '#',
    plan: '',
    isOfYear: false,
    distributable: 1n,
    finding: '',
  }));
  const lists = {
    months: [],
    villages: [],
    sealable: [],
    checks: [],
    batchHref: '#batch',
    actsHref: '#acts',
    remindersHref: '#reminders',
    peopleHref: '#people',
    accountsHref: '#accounts',
    arrearsHref: '#arrears',
    watchHref: '#arrears',
    coloursHref: '/colours',
    linkageHref: '/linkage',
    goalsHref: '/goals',
    yieldsHref: '/yields',
    payListsHref: '/pay-lists',
    idleHref: '/idle-money',
    papersHref: '/papers',
    sheetsHref: '/sheets',
  };
  const page = { frame: TOWNSHIP_FRAME, today: '2025-07-08', ...lists };
  const html = render(<TownshipPage {...page} queue={queue} />);
  const villages = [...html.matchAll(/<th scope="row"><a href="#">(.)<\/a>/g)].map((match) => match[1]);
  expect(villages.join('')).toBe('丁丙戊乙甲');
  expect(html).toContain('<a href="#batch">没有问题的 1 份，一起看、一次同意</a>');
  const remarked = render(<TownshipPage {...page} queue={queue.slice(1)} />);
  expect(remarked).not.toContain('#batch');
});

test('the top bar leads to the year before and the year after, which stand beside the year', () => {
  const months: MonthTab[] = [{ month: '2025-01', state: 'open', href: '/2025-01' }];
  const years = ['2024-12', '2026-01'].map((month) => ({ month, href: `/${month}` }));
  const html = render(<OfficeFrame frame={{ ...villageFrame('month'), months, years }}>{null}</OfficeFrame>);
  const bar = /<nav class="months".*?<\/nav>/s.exec(html)?.[0] ?? '';
  expect(
    [...bar.matchAll(/href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, label]) => `${href} ${label}`),
  ).toEqual([...['/2024-12 ‹', '/2026-01 ›', '/2025-01 1月']]);
});

test.each([
  [['open', 'open'], ''],
  [['sealed', 'open'], '1月已封账'],
  [['sealed', 'held', 'open'], '1月已封账，2月已结账'],
  [['sealed', 'sealed', 'held', 'held', 'open'], '1至2月已封账，3至4月已结账'],
  [['held', 'held'], '1至2月已结账'],
] as const)('the top bar sums the months %p up as “%s”', (states, text) => {
  const months = states.map((state, index): MonthTab => ({ month: `2025-0${index + 1}`, state }));
  const html = render(<OfficeFrame frame={{ ...villageFrame('month'), months }}>{null}</OfficeFrame>);
  expect(textOf(html)).toMatch(new RegExp(`^.*2025年1月.*月${text}本月`, 's'));
});

import { render } from 'preact-render-to-string';
import type { PlanCheck } from '../../src/domain/distribution/plan-checks';
import { givenFigure, reckonedFigure } from '../../src/domain/policy/explanation';
import type { Force } from '../../src/domain/policy/pack-words';
import { checkViews, trialView } from '../../src/features/distribution/plan-check.view';
import { CheckCounts, CheckList } from '../../src/platform/views/check-result';
import { figureViews } from '../../src/features/distribution/plan-explanation.view';
import { packWithRules, rule } from '../domain/policy/small-pack';

const pack = packWithRules(rule({}));

function undecided(force: Force, missing: string): PlanCheck {
  const judgement = {
    ruleId: 'XX-1',
    outcome: 'undecided' as const,
    force,
    clause: 'uses',
    says: '四类用途,最低占多少',
    missing: [missing],
    facts: {},
  };
  return { key: 'XX-1', about: { kind: 'plan', id: '' }, judgement, reason: '' };
}

function failed(force: Force, facts: PlanCheck['judgement']['facts']): PlanCheck {
  const check = undecided(force, '');
  return { ...check, judgement: { ...check.judgement, outcome: 'failed', missing: [], facts } };
}

describe('a check that was missed', () => {
  it.each<[string, PlanCheck, string, string]>([
    [
      'below its floor',
      failed('block', { shortfall: 10_000n }),
      'blocked',
      '四类用途，最低占多少：差 100.00',
    ],
    ['above its cap', failed('block', { excess: 10_000n }), 'blocked', '四类用途，最低占多少：超 100.00'],
    [
      'below a floor of a year that goes on',
      failed('target', { shortfall: 10_000n }),
      'shown',
      '四类用途，最低占多少：到现在还差 100.00',
    ],
    ['a target without an amount', failed('target', {}), 'shown', '四类用途，最低占多少：到现在还不够'],
    ['a rule that warns', failed('warn', { shortfall: 10_000n }), 'reason', '四类用途，最低占多少'],
  ])('says by how much, and on which side: %s', (_case, check, outcome, title) => {
    const [view] = checkViews(pack, [check], () => undefined);
    expect(view).toMatchObject({ outcome, title });
  });

  it.each([
    ['', '700.00 ÷ 各项用途合计 1,000.00 = 70%；要写理由，理由会印在公示上。'],
    ['修路', '700.00 ÷ 各项用途合计 1,000.00 = 70%；理由已写：“修路”，会印在公示上。'],
  ])('with a share says its arithmetic before the reason: %p', (reason, detail) => {
    const share = { planned: 70_000n, whole: 100_000n, of: 'planned', percent: '70%' } as const;
    const check = { ...failed('warn', { shortfall: 20_000n }), share, reason };
    const [view] = checkViews(pack, [check], () => undefined);
    expect(view).toMatchObject({ title: '四类用途，最低占多少：差 200.00，要从别的用途调过来', detail });
  });

  it('as a part of what there is to give is met by more for it', () => {
    const share = { planned: 50_000n, whole: 100_000n, of: 'distributable', percent: '50%' } as const;
    const [view] = checkViews(pack, [{ ...failed('warn', { shortfall: 20_000n }), share }], () => undefined);
    expect(view?.title).toBe('四类用途，最低占多少：差 200.00');
  });

  it('is never among those that passed', () => {
    const checks = checkViews(pack, [failed('target', {})], () => undefined);
    const html = render(CheckCounts({ checks })) + render(CheckList({ checks }));
    expect(html).toContain('1项到现在还不够');
    expect(html).not.toContain('通过');
  });
});

describe('a check that cannot be decided', () => {
  const cases: [string, Force, string, string][] = [
    ['a number, of a rule that stops a plan', 'block', 'main.floor', '县里还没给数字；没定之前不算通过'],
    [
      'a number, of a rule that warns',
      'warn',
      'main.floor',
      '县里还没给数字；不影响提交；表决以后才给的，这份方案不再补查',
    ],
    [
      'a number, of a target',
      'target',
      'main.floor',
      '县里还没给数字；不影响提交；表决以后才给的，这份方案不再补查',
    ],
    ['a fact, of a rule that stops a plan', 'block', 'recipients', '钱给了哪些人；没弄清之前不算通过'],
    ['a fact, of a rule that warns', 'warn', 'recipients', '钱给了哪些人；不影响提交'],
  ];
  it.each(cases)('says what is missing and whether the plan waits: %s', (_case, force, missing, says) => {
    const [view] = checkViews(pack, [undecided(force, missing)], () => undefined);
    expect(view?.outcome).toBe('undecided');
    expect(view?.detail).toContain(says);
  });

  it('says no word of submitting where the pack is only tried', () => {
    const tried = trialView(pack, undecided('warn', 'main.floor'), () => undefined);
    expect(tried.detail).toMatch(/县里还没给数字。$/);
    expect(trialView(pack, undecided('block', 'recipients'), () => undefined).detail).toMatch(
      /钱给了哪些人。$/,
    );
    const blocked = trialView(pack, failed('block', {}), () => undefined);
    expect(render(CheckCounts({ checks: [blocked], isTrial: true }))).toContain('1项通不过');
  });

  it('reads with Chinese punctuation, whatever the pack was typed with', () => {
    const [view] = checkViews(pack, [undecided('warn', 'main.floor')], () => undefined);
    expect(view?.title).toBe('四类用途，最低占多少：定不了');
  });
});

describe('an explanation', () => {
  const viewed = (figure: Parameters<typeof reckonedFigure>) => {
    const split = { formula: 'uses_and_left', inputs: [reckonedFigure(...figure)], result: 'split' };
    return figureViews(pack, reckonedFigure('split', split))[0];
  };

  it('names the uses of a floor over the year', () => {
    const terms = ['公益岗位', '劳务'].map((subject) => givenFigure('term', 1n, { subject }));
    const covered = reckonedFigure('covered', { formula: 'sum', inputs: terms, result: 2n });
    const year = { subject: '2025', formula: 'at_least', inputs: [covered], result: 'outside' };
    expect(viewed(['year', year])?.name).toBe('全年　2025　公益岗位、劳务');
  });

  it.each([
    [0n, 0n],
    [-176_734n, '不够分，差 1,767.34'],
  ])('never shows less than nothing as left: %p', (result, shown) => {
    expect(viewed(['left', { formula: 'net_less_uses', inputs: [], result }])?.result).toBe(shown);
  });
});

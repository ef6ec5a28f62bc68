import type { PlanCheck } from '../../src/domain/distribution/plan-checks';
import type { Force } from '../../src/domain/policy/pack-words';
import { checkViews } from '../../src/features/distribution/plan-check.view';
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

describe('a check that cannot be decided', () => {
  const cases: [string, Force, string, string][] = [
    ['a number, of a rule that stops a plan', 'block', 'main.floor', '县里还没给数字；没定之前不算通过'],
    ['a number, of a rule that warns', 'warn', 'main.floor', '县里还没给数字；不影响提交'],
    ['a number, of a target', 'target', 'main.floor', '县里还没给数字；不影响提交'],
    ['a fact, of a rule that stops a plan', 'block', 'recipients', '钱给了哪些人；没弄清之前不算通过'],
    ['a fact, of a rule that warns', 'warn', 'recipients', '钱给了哪些人；不影响提交'],
  ];
  it.each(cases)('says what is missing and whether the plan waits: %s', (_case, force, missing, says) => {
    const [view] = checkViews(pack, [undecided(force, missing)], () => undefined);
    expect(view?.outcome).toBe('undecided');
    expect(view?.detail).toContain(says);
  });

  it('reads with Chinese punctuation, whatever the pack was typed with', () => {
    const [view] = checkViews(pack, [undecided('warn', 'main.floor')], () => undefined);
    expect(view?.title).toBe('四类用途，最低占多少：定不了');
  });
});

import { lint } from './lint';
import { rule } from './small-pack';

describe('a rule of a pack', () => {
  const branches: [string, Record<string, unknown>, string[]][] = [
    [
      'words that exclude each other',
      { for: 'plan_line', when: ['bucket is posts', 'bucket is other'] },
      ['when'],
    ],
    [
      'a word that its own line excludes',
      { for: 'plan_line', when: ['pool is pv', 'pool is_not pv'] },
      ['when'],
    ],
    [
      'words of two lines that share one',
      { for: 'plan_line', when: ['bucket is_one_of posts, reward', 'bucket is_not posts'] },
      [],
    ],
    [
      'amounts that leave nothing',
      { when: ['planned more_than value:yearly', 'planned at_most 12000'] },
      ['when'],
    ],
    [
      'amounts that leave one number',
      { when: ['planned at_least value:yearly', 'planned at_most 12000'] },
      [],
    ],
    [
      'two facts that cannot stand so',
      { when: ['planned more_than received', 'planned at_most received'] },
      ['when'],
    ],
    [
      'what cannot be told from the lines',
      { when: ['planned more_than received', 'received more_than planned_named'] },
      [],
    ],
    [
      'an exception the rule excludes',
      {
        when: 'planned more_than 12000',
        except: [{ when: 'planned less_than 12000', need: 'received more_than 0' }],
      },
      ['except.0.when'],
    ],
    [
      'exceptions that leave the rule nothing',
      {
        except: [
          { when: 'planned at_most 12000', need: 'received more_than 0' },
          { when: 'planned more_than 12000', need: 'received more_than 0' },
        ],
      },
      ['need'],
    ],
    [
      'exceptions with a gap between',
      {
        except: [
          { when: 'planned less_than 12000', need: 'received more_than 0' },
          { when: 'planned more_than 12000', need: 'received more_than 0' },
        ],
      },
      [],
    ],
    [
      'yes and no as exceptions',
      {
        for: 'plan_line',
        need: 'amount more_than 0',
        except: [
          { when: 'township_agreed is yes', need: 'amount more_than 0' },
          { when: 'township_agreed is no', need: 'amount more_than 0' },
        ],
      },
      ['need'],
    ],
  ];
  it.each(branches)('a branch is never reached: %s', (_, change, at) => {
    const need = change['for'] === 'plan_line' ? 'amount more_than 0' : 'planned at_most distributable';
    const found = lint((pack) => (pack.rules = [rule({ need, cite: 'scale', ...change })]));
    expect(found).toEqual(at.map((place) => `rules.0.${place}: policy.branchNeverReached`));
  });

  const exceptions: [string, string[], string[]][] = [
    ['ranges that meet in one number', ['planned at_least 3000', 'planned at_least 12000'], ['1']],
    ['ranges that do not meet', ['planned less_than 3000', 'planned more_than 12000'], []],
    ['two different facts', ['planned more_than 12000', 'received more_than 12000'], ['1']],
    ['days before and after another', ['distributable more_than 0', 'distributable exactly 0'], []],
  ];
  it.each(exceptions)('two exceptions may hold at once: %s', (_, whens, at) => {
    const except = whens.map((when) => ({ when, need: 'planned_named more_than 0' }));
    const found = lint((pack) => (pack.rules = [rule({ cite: 'scale', except })]));
    expect(found).toEqual(at.map((place) => `rules.0.except.${place}.when: policy.exceptionsOverlap`));
  });
});

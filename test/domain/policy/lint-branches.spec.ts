import { faults, lint } from './lint';
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

describe('lines that exclude each other, or do not', () => {
  it.each<[subject: string, when: unknown[], isNever: boolean]>([
    ['post_month', ['month before appointed_from', 'month not_before appointed_from'], true],
    ['post_month', ['month after appointed_from', 'month not_after appointed_from'], true],
    ['post_month', ['month not_before appointed_from', 'month not_after appointed_from'], false],
    ['post_month', ['month after appointed_from', 'month before appointed_to'], false],
    ['post_month', ['month after value:first', 'month before value:first'], true],
    ['post_month', ['month after value:first', 'month before appointed_to'], false],
    ['subsidy', ['proofs includes_all farmer', 'proofs includes_all lifted_out'], false],
    ['plan_line', ['township_agreed is_not yes', 'township_agreed is_not no'], true],
    ['plan_line', ['township_agreed is_not yes', 'township_agreed is no'], false],
    ['plan_line', ['township_agreed is yes', 'township_agreed is no'], true],
    ['plan_line', ['township_agreed is_not yes'], false],
    ['plan_line', ['bucket is_not posts', 'bucket is_not other', 'bucket is_not reward'], false],
    ['plan_line', ['bucket is_one_of posts, reward', 'bucket is_one_of reward, other'], false],
    ['plan_line', ['bucket is_one_of posts, reward', 'bucket is other'], true],
    ['plan_line', ['bucket is posts', 'pool is other'], false],
    ['plan_line', ['recipients is_one_of list:target', 'recipients is_not farmer'], false],
    [
      'plan_line',
      ['recipients is_one_of list:target', 'recipients is_not farmer', 'recipients is_not lifted_out'],
      true,
    ],
    ['plan_line', ['reason is_given', 'bucket is posts'], false],
    ['plan', ['planned exactly 3000', 'planned exactly 12000'], true],
    ['plan', ['planned exactly 3000', 'planned exactly 3000'], false],
    ['plan', ['planned exactly 3000', 'planned more_than 3000'], true],
    ['plan', ['planned exactly 3000', 'planned less_than 3000'], true],
    ['plan', ['planned exactly 3000', 'planned at_most 3000'], false],
    ['plan', ['planned at_least 12000', 'planned less_than 12000'], true],
    ['plan', ['planned less_than 12000', 'planned more_than 3000'], false],
    ['plan', ['planned less_than 3000', 'planned more_than 12000'], true],
    ['plan', ['planned less_than 3000', 'received more_than 12000'], false],
    ['plan', ['planned more_than value:yearly', 'planned less_than value:yearly'], true],
    ['plan', ['planned more_than value:once', 'planned less_than 3000'], false],
    ['plan', ['planned more_than value:once', 'planned less_than value:once'], true],
    ['plan', ['planned more_than value:yearly', 'planned less_than value:once'], false],
    ['plan', [{ all: ['planned more_than 12000', 'planned less_than 3000'] }], true],
    ['plan', [{ all: ['planned more_than 12000'] }, 'planned less_than 3000'], true],
    ['plan', [{ all: [{ any: ['planned more_than 12000'] }] }, 'planned less_than 3000'], false],
    ['plan', [{ any: ['planned more_than 12000', 'received more_than 0'] }, 'planned less_than 3000'], false],
    ['plan', [{ none: ['planned more_than 12000'] }, 'planned more_than 12000'], false],
  ])('for a %s: %j, never together: %p', (subject, when, isNever) => {
    const need = { post_month: 'wage', plan: 'planned_named' }[subject] ?? 'amount';
    const found = lint((pack) => {
      pack.clauses['first'] = { at: '七', text: '自3月1日起' };
      pack.values.push({ id: 'first', value: '2024-03-01', unit: 'day', cite: 'first' });
      const once = { id: 'once', unit: 'yuan', cite: 'scale' };
      pack.values.push({ ...once, value: '3000', to: '2024-06-30' });
      pack.values.push({ ...once, value: '12000', from: '2024-07-01' });
      pack.rules = [rule({ for: subject, when, need: `${need} more_than 0`, cite: 'scale' })];
    });
    expect(found).toEqual(isNever ? ['rules.0.when: policy.branchNeverReached'] : []);
  });
});

it('lines over a number that could not be read are passed over', () => {
  const found = lint((pack) => {
    Object.assign(pack.values[0] ?? {}, { value: '1.2万' });
    pack.rules = [
      rule({ when: ['planned more_than value:yearly', 'planned less_than 3000'], cite: 'scale' }),
    ];
  });
  expect(found).toEqual(['values.0.value: policy.wrongType']);
});

describe('exceptions over one fact', () => {
  it.each<[what: string, whens: unknown[], leavesNothing: boolean]>([
    ['up to and above', ['planned at_most 3000', 'planned more_than 3000'], true],
    ['below and from', ['planned less_than 3000', 'planned at_least 3000'], true],
    [
      'above and up to, written the other way round',
      ['planned more_than 3000', 'planned at_most 3000'],
      true,
    ],
    [
      'below, exactly and above',
      ['planned less_than 3000', 'planned exactly 3000', 'planned more_than 3000'],
      true,
    ],
    ['below and exactly', ['planned less_than 3000', 'planned exactly 3000'], false],
    ['exactly and above', ['planned exactly 3000', 'planned more_than 3000'], false],
    ['below and above', ['planned less_than 3000', 'planned more_than 3000'], false],
    [
      'below, exactly something higher, and above that',
      ['planned less_than 3000', 'planned exactly 12000', 'planned more_than 12000'],
      false,
    ],
    ['up to something and above something lower', ['planned at_most 12000', 'planned more_than 3000'], true],
    [
      'below and above one number, and exactly another',
      ['planned less_than 3000', 'planned more_than 3000', 'planned exactly 12000'],
      false,
    ],
    ['exactly two numbers', ['planned exactly 3000', 'planned exactly 12000'], false],
    ['one only', ['planned at_most 3000'], false],
    ['one only, the other way', ['planned more_than 3000'], false],
    ['two facts', ['planned at_most 3000', 'received more_than 3000'], false],
    [
      'one with a second line',
      [['planned at_most 3000', 'received more_than 0'], 'planned more_than 3000'],
      false,
    ],
    [
      'one of them gathered',
      [{ any: ['planned at_most 3000', 'received more_than 0'] }, 'planned more_than 3000'],
      false,
    ],
  ])('that say %s leave the rule nothing: %p', (_what, whens, leavesNothing) => {
    const except = whens.map((when) => ({
      when: Array.isArray(when) ? when : [when],
      need: 'planned_named more_than 0',
    }));
    const found = lint((pack) => (pack.rules = [rule({ cite: 'scale', except })]));
    const never = found.filter((line) => line.endsWith('branchNeverReached'));
    expect(never).toEqual(leavesNothing ? ['rules.0.need: policy.branchNeverReached'] : []);
  });

  it.each<[whens: string[], leavesNothing: boolean]>([
    [['township_agreed is yes', 'township_agreed is_not yes'], true],
    [['township_agreed is no', 'township_agreed is yes'], true],
    [['township_agreed is yes'], false],
    [['bucket is posts', 'bucket is_not posts'], false],
  ])('that answer %p leave the rule nothing: %p', (whens, leavesNothing) => {
    const except = whens.map((when) => ({ when, need: 'amount more_than 0' }));
    const found = faults((pack) => {
      pack.rules = [rule({ for: 'plan_line', need: 'new_income more_than 0', except })];
    });
    expect(found).toEqual(leavesNothing ? ['rules.0.need: policy.branchNeverReached XX-1'] : []);
  });

  it.each<[whens: unknown[], overlapping: string[]]>([
    [[{ any: ['planned at_most 3000'] }, 'planned more_than 3000'], ['1']],
    [['planned at_most 3000', { none: ['planned at_most 3000'] }], ['1']],
    [[{ all: ['planned at_most 3000'] }, 'planned more_than 3000'], []],
    [['planned at_most 3000', 'planned more_than 12000', 'planned exactly 12000'], []],
    [['planned at_most 3000', 'planned more_than 12000', 'planned at_least 12000'], ['2']],
    [
      ['planned at_most 3000', 'planned less_than 3000', 'planned exactly 3000'],
      ['1', '2'],
    ],
  ])('%j hold at once: %p', (whens, overlapping) => {
    const except = whens.map((when) => ({ when: [when], need: 'planned_named more_than 0' }));
    const found = lint((pack) => (pack.rules = [rule({ cite: 'scale', except })]));
    expect(found.filter((line) => line.endsWith('exceptionsOverlap'))).toEqual(
      overlapping.map((place) => `rules.0.except.${place}.when: policy.exceptionsOverlap`),
    );
  });
});

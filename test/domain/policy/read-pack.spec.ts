import { readPack } from '../../../src/domain/policy/read-pack';
import { FormProblems } from '../../../src/domain/shared/problem';
import { rule, SMALL_PACK_ID, smallPack } from './small-pack';

type Pack = ReturnType<typeof smallPack>;

function problemsOf(raw: unknown, id = SMALL_PACK_ID): string[] {
  try {
    readPack(raw, id);
    return [];
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return error.problems.map((problem) => `${problem.field}: ${problem.code}`);
  }
}

function afterChange(change: (pack: Pack) => void, id = SMALL_PACK_ID): string[] {
  const pack = smallPack();
  change(pack);
  return problemsOf(pack, id);
}

describe('reading a policy pack', () => {
  it('reads a pack in which every part stands once', () => {
    const pack = readPack(smallPack(), SMALL_PACK_ID);
    expect(pack.pools[0]?.buckets.map(({ id, mark }) => [id, mark])).toEqual([
      ['posts', 1],
      ['reward', 2],
      ['other', undefined],
    ]);
    expect(pack.rules[0]?.need).toEqual([
      {
        kind: 'amounts',
        left: { kind: 'fact', id: 'planned' },
        operator: 'at_most',
        right: { kind: 'fact', id: 'distributable' },
      },
    ]);
  });

  const forms: [string, (pack: Pack) => void, string[]][] = [
    ['a key it does not know', (p) => (p.valid['until'] = '2025-01-01'), ['valid.until: policy.unknownKey']],
    ['a pool it does not know', (p) => (p.pools['gold'] = {}), ['pools.gold: policy.unknownKey']],
    ['a key that is missing', (p) => delete p.source['issuer'], ['source.issuer: policy.missingKey']],
    [
      'a part left out, named once',
      (p) => Object.assign(p, { rounding: undefined }),
      ['rounding: policy.missingKey'],
    ],
    ['an end that is not told', (p) => delete p.valid['to'], ['valid.to: policy.missingKey']],
    ['a rule that needs nothing', (p) => delete p.rules[0]?.['need'], ['rules.0.need: policy.missingKey']],
    ['a number where text belongs', (p) => (p.source['title'] = 7), ['source.title: policy.wrongType']],
    ['a text with a line break', (p) => (p.source['title'] = 'a\nb'), ['source.title: policy.wrongType']],
    [
      'a float for a value',
      (p) => Object.assign(p.values[0] ?? {}, { value: 12000 }),
      ['values.0.value: policy.wrongType'],
    ],
    ['a mapping where a list belongs', (p) => Object.assign(p, { open: {} }), ['open: policy.wrongType']],
    [
      'a force that is none',
      (p) => (p.rules = [rule({ force: 'stop' })]),
      ['rules.0.force: policy.notInList'],
    ],
    ['a day that does not exist', (p) => (p.valid['to'] = '2025-02-29'), ['valid.to: policy.impossibleDate']],
    [
      'a line that is no condition',
      (p) => (p.rules = [rule({ need: 'planned <= 5' })]),
      ['rules.0.need: policy.notACondition'],
    ],
    ['nothing, where a document says it has no end', (p) => (p.valid['to'] = null), []],
    ['another form of the format', (p) => (p.format = '1'), ['format: policy.notInList']],
  ];
  it.each(forms)('refuses %s', (_, change, expected) => {
    expect(afterChange(change)).toEqual(expected);
  });

  const contradictions: [string, (pack: Pack) => void, string[]][] = [
    [
      'an end before its beginning',
      (p) => (p.valid['to'] = '2023-12-31'),
      ['valid.to: policy.periodReversed'],
    ],
    ['an end on the day of its beginning', (p) => Object.assign(p.valid, { to: '2024-01-01' }), []],
    [
      'a confirmation due before its beginning',
      (p) => (p.valid['confirm_after'] = '2023-12-31'),
      ['valid.confirm_after: policy.periodReversed'],
    ],
    [
      'force before the document was issued',
      (p) => (p.source['issued_on'] = '2024-01-02'),
      ['valid.from: policy.inForceBeforeIssue'],
    ],
    ['force on the day of issue', (p) => (p.source['issued_on'] = '2024-01-01'), []],
    [
      'a citation of a clause that is not there',
      (p) => (p.rules = [rule({ cite: 'nowhere' })]),
      ['rules.0.cite: policy.citationUnresolved'],
    ],
    [
      'a clause nobody cites',
      (p) => (p.clauses['spare'] = { at: '五', text: '其他' }),
      ['clauses.spare: policy.clauseUnused'],
    ],
    ['the same id twice', (p) => p.rules.push(rule({})), ['rules.1.id: policy.duplicateId']],
    [
      'a number that is given and left open',
      (p) => Object.assign(p.needs[0] ?? {}, { id: 'posts.floor' }),
      ['needs.0.id: policy.duplicateId'],
    ],
    [
      'a value its clause does not state',
      (p) => Object.assign(p.values[0] ?? {}, { value: '12000.01' }),
      ['values.0: policy.numberNotInClause'],
    ],
    ['a value as the clause scales it', (p) => Object.assign(p.values[0] ?? {}, { value: '12000.00' }), []],
    ['a value with grouped digits', (p) => Object.assign(p.values[0] ?? {}, { value: '3000' }), []],
    [
      'a threshold its clause does not state',
      (p) => (p.rules = [rule({ need: 'planned at_least 5000' })]),
      ['rules.0.need: policy.numberNotInClause'],
    ],
    [
      'a share its clause states in per cent',
      (p) => (p.rules = [rule({ need: 'planned_named of planned at_least 0.6' })]),
      [],
    ],
    ['zero, which asks for anything at all', (p) => (p.rules = [rule({ need: 'planned more_than 0' })]), []],
    [
      'a word of a list its clause does not hold',
      (p) => Object.assign(p.lists[0]?.of[0] ?? {}, { phrase: '五保户' }),
      ['lists.0.of.0.phrase: policy.phraseNotInClause'],
    ],
    ['a file that lies in the wrong place', (p) => (p.region.code = '990200'), [': policy.misfiled']],
  ];
  it.each(contradictions)('holds the pack against itself: %s', (_, change, expected) => {
    expect(afterChange(change)).toEqual(expected);
  });

  const phrases: [string, Record<string, unknown>, string[]][] = [
    [
      'words the clause does not hold',
      { phrase: '发展产业' },
      ['pools.pv.buckets.1.phrase: policy.phraseNotInClause'],
    ],
    ['words that stand twice', { phrase: '岗位' }, ['pools.pv.buckets.1.phrase: policy.phraseTwiceInClause']],
    [
      'words that reach into another mark',
      { phrase: '工资,必要' },
      ['pools.pv.buckets.1.phrase: policy.phrasesOverlap'],
    ],
    ['words right behind another mark', { phrase: ',必要的奖励补助' }, []],
  ];
  it.each(phrases)('marks a use only where print can set it: %s', (_, change, expected) => {
    const marked = (pack: Pack) =>
      Object.assign((pack.pools['pv']?.['buckets'] as object[])[1] ?? {}, change);
    expect(afterChange(marked)).toEqual(expected);
  });

  const conditions: [string, string, string][] = [
    ['plan', 'plannde at_most distributable', 'policy.unknownFact'],
    ['plan', 'planned at_most line_left', 'policy.unknownFact'],
    ['plan', 'planned_named of everything at_least 0.6', 'policy.unknownFact'],
    ['plan_line', 'bucket at_most amount', 'policy.wrongComparison'],
    ['plan_line', 'amount is posts', 'policy.wrongComparison'],
    ['plan_line', 'amount at_most bucket', 'policy.wrongComparison'],
    ['plan_line', 'bucket is post', 'policy.unknownWord'],
    ['plan_line', 'bucket is_one_of posts, gifts', 'policy.unknownWord'],
    ['plan_line', 'pool is gold', 'policy.unknownWord'],
    ['deduction', 'kind is posts', 'policy.unknownWord'],
    ['plan_line', 'recipients is_one_of list:everybody', 'policy.unknownReference'],
    ['plan', 'planned at_least value:nothing', 'policy.unknownReference'],
    ['plan', 'planned at_least need:nothing', 'policy.unknownReference'],
    ['plan', 'planned at_least need:main.floor', 'policy.shareWithoutBase'],
    ['plan', 'planned_named of planned at_least value:yearly', 'policy.shareWithoutBase'],
    ['plan', 'planned is_not list:target', 'policy.notACondition'],
    ['plan', 'planned of is posts', 'policy.notACondition'],
    ['plan', 'planned at_least -5', 'policy.notACondition'],
    ['plan', 'planned at_least', 'policy.notACondition'],
  ];
  it.each(conditions)('refuses in a rule for a %s: %s', (subject, need, code) => {
    expect(afterChange((pack) => (pack.rules = [rule({ for: subject, need })]))).toEqual([
      `rules.0.need: ${code}`,
    ]);
  });

  it('names all problems of a file at once', () => {
    const found = afterChange((pack) => {
      pack.valid['to'] = '2025-13-01';
      pack.rules = [rule({ cite: 'nowhere', need: 'plannde at_most distributable' })];
      pack.rounding['to'] = 'fen';
    });
    expect(found).toEqual([
      'valid.to: policy.impossibleDate',
      'rules.0.cite: policy.citationUnresolved',
      'rules.0.need: policy.unknownFact',
      'rounding.to: policy.unknownKey',
    ]);
  });

  it.each([[undefined], [null], ['text'], [[]], [7], [{}]])('answers %p with problems', (raw) => {
    expect(problemsOf(raw).length).toBeGreaterThan(0);
  });
});

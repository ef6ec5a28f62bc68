import { faults, lint, type Pack, problemsAfter } from './lint';
import { band, limit, rule } from './small-pack';

const pv = (pack: Pack): Record<string, unknown> => pack.pools['pv'] ?? {};

describe('what a problem of a pack tells, to be found and mended', () => {
  const period = { from: '2024-01-01' };
  const needs = [{ id: 'yearly', unit: 'yuan', decided_by: 'county', cite: 'scale', says: '每年' }];
  it.each<[what: string, change: (pack: Pack) => void, problem: object]>([
    [
      'a file in another place',
      (p) => (p.region.code = '990200'),
      {
        ...{ code: 'policy.misfiled', field: '', value: '990100/2024-01-01' },
        facts: { place: '990200/2024-01-01' },
      },
    ],
    [
      'an end before the beginning',
      (p) => (p.valid['to'] = '2023-12-31'),
      { code: 'policy.periodReversed', field: 'valid.to', value: '2023-12-31', facts: period },
    ],
    [
      'a day of confirmation before the beginning',
      (p) => (p.valid['confirm_after'] = '2023-12-31'),
      { code: 'policy.periodReversed', field: 'valid.confirm_after', value: '2023-12-31', facts: period },
    ],
    [
      'force before it was issued',
      (p) => (p.source['issued_on'] = '2024-01-02'),
      { code: 'policy.inForceBeforeIssue', field: 'valid.from', value: '2024-01-01' },
    ],
    [
      'a number both given and left open',
      (p) => (p.needs = needs),
      { code: 'policy.duplicateId', field: 'needs.0.id', value: 'yearly' },
    ],
    [
      'a number that ends before it begins',
      (p) =>
        p.values.push({
          ...{ id: 'once', value: '3000', unit: 'yuan', cite: 'scale' },
          ...{ from: '2024-02-01', to: '2024-01-31' },
        }),
      {
        ...{ code: 'policy.periodReversed', field: 'values.2', value: 'once' },
        facts: { from: '2024-02-01' },
      },
    ],
    [
      'a number that ended before the pack began',
      (p) => p.values.push({ id: 'once', value: '3000', unit: 'yuan', cite: 'scale', to: '2023-12-31' }),
      {
        ...{ code: 'policy.periodReversed', field: 'values.2', value: 'once' },
        facts: { from: '2024-01-01' },
      },
    ],
    [
      'rows that meet',
      (p) =>
        (p.bands = [
          band({
            rows: [
              { from: '3', to: '200000' },
              { from: '20', to: '500000' },
            ],
          }),
        ]),
      { code: 'policy.bandsOverlap', field: 'bands.0.rows.1', value: '20' },
    ],
    [
      'a row with nothing in it',
      (p) => (p.bands = [band({ rows: [{ from: '200000', to: '200000' }] })]),
      { code: 'policy.bandReversed', field: 'bands.0.rows.0', value: '200000' },
    ],
    [
      'a floor above a cap',
      (p) =>
        Object.assign(pv(p), {
          limits: [
            limit({ id: 'XX-F', at_least: 'value:yearly', cite: 'scale' }),
            limit({ id: 'XX-C2', on: ['posts', 'reward'], at_most: '3000', cite: 'scale' }),
          ],
        }),
      {
        ...{ code: 'policy.floorAboveCap', field: 'pools.pv.limits.0', value: 'XX-F' },
        facts: { cap: 'XX-C2' },
      },
    ],
    [
      'a limit over a year of what one plan distributes',
      (p) =>
        Object.assign(pv(p), {
          limits: [limit({}), limit({ id: 'XX-Y', at_most: 'value:posts.floor of distributable' })],
        }),
      { code: 'policy.baseNotOfYear', field: 'pools.pv.limits.1', value: 'XX-Y' },
    ],
    [
      'a limit on nothing',
      (p) => Object.assign(pv(p), { limits: [limit({ on: [] })] }),
      { code: 'policy.missingKey', field: 'pools.pv.limits.0.on', facts: { key: 'on' } },
    ],
    [
      'a limit on a use that is not there',
      (p) => Object.assign(pv(p), { limits: [limit({ on: ['posts', 'gifts'] })] }),
      { code: 'policy.unknownWord', field: 'pools.pv.limits.0.on', value: 'gifts' },
    ],
    [
      'a list served first that is not there',
      (p) => Object.assign(pv(p), { served_first: { list: 'nobody', cite: 'uses' } }),
      { code: 'policy.unknownReference', field: 'pools.pv.served_first.list', value: 'nobody' },
    ],
    [
      'shares over the whole',
      (p) => {
        p.clauses['shares'] = { at: '七', text: '分成41%' };
        p.values.push({ id: 'more', value: '0.41', unit: 'share', cite: 'shares' });
        const limits = [
          limit({}),
          limit({ id: 'XX-M', on: 'reward', at_least: 'value:more of after_deductions' }),
        ];
        Object.assign(pv(p), { limits });
      },
      { code: 'policy.sharesOverWhole', field: 'pools.pv', facts: { base: 'after_deductions' } },
    ],
    [
      'a citation of no clause',
      (p) => (p.rules = [rule({ cite: 'nowhere' })]),
      { code: 'policy.citationUnresolved', field: 'rules.0.cite', value: 'nowhere' },
    ],
    [
      'a clause nobody cites',
      (p) => (p.clauses['idle'] = { at: '九', text: '本办法由县里解释' }),
      { code: 'policy.clauseUnused', field: 'clauses.idle', value: 'idle' },
    ],
    [
      'words that do not stand in the clause',
      (p) => Object.assign(pv(p), { income: { phrase: '光伏收入', cite: 'uses' } }),
      {
        ...{ code: 'policy.phraseNotInClause', field: 'pools.pv.income.phrase', value: '光伏收入' },
        facts: { clause: 'uses' },
      },
    ],
    [
      'a number its clause does not state',
      (p) => p.values.push({ id: 'once', value: '4000', unit: 'yuan', cite: 'scale' }),
      {
        ...{ code: 'policy.numberNotInClause', field: 'values.2', value: '4000' },
        facts: { clause: 'scale', numbers: ['1.2万', '3,000'] },
      },
    ],
    [
      'a third exception beside the second',
      (p) => {
        const whens = ['planned less_than 3000', 'planned exactly 3000', 'planned exactly 3000'];
        const except = whens.map((when) => ({ when, need: 'received more_than 0' }));
        p.rules = [rule({ cite: 'scale', except })];
      },
      {
        ...{ code: 'policy.exceptionsOverlap', field: 'rules.0.except.2.when', value: '3' },
        facts: { other: 2, rule: 'XX-1' },
      },
    ],
    [
      'a branch that is never reached',
      (p) => (p.rules = [rule({ when: ['planned exactly 0', 'planned more_than 0'] })]),
      { code: 'policy.branchNeverReached', field: 'rules.0.when', value: 'XX-1' },
    ],
  ])('of %s', (_what, change, problem) => {
    expect(problemsAfter(change)).toEqual([problem]);
  });

  it('of a limit on costs and uses, each of them', () => {
    const change = (p: Pack): unknown =>
      Object.assign(pv(p), { limits: [limit({ on: ['posts', 'land_rent'] })] });
    expect(faults(change)).toEqual([
      'pools.pv.limits.0.on: policy.unknownWord posts',
      'pools.pv.limits.0.on: policy.unknownWord land_rent',
    ]);
  });
});

describe('what a pack may say', () => {
  const once = (changes: object): Record<string, unknown> => ({
    ...{ id: 'once', value: '3000', unit: 'yuan', cite: 'scale', ...changes },
  });
  it.each<[what: string, change: (pack: Pack) => void]>([
    ['force from the day of issue', (p) => (p.source['issued_on'] = '2024-01-01')],
    ['force for one day', (p) => Object.assign(p.valid, { to: '2024-01-01', confirm_after: '2024-01-01' })],
    ['a number for one day', (p) => p.values.push(once({ from: '2024-03-01', to: '2024-03-01' }))],
    [
      'a number from the first to the last day of the pack',
      (p) => p.values.push(once({ from: '2024-01-01', to: '2025-12-31' })),
    ],
    [
      'a number far ahead, where the pack has no end',
      (p) => {
        p.valid['to'] = null;
        p.values.push(once({ from: '2024-01-01', to: '2099-12-31' }));
      },
    ],
    [
      'a later number before the earlier one',
      (p) => p.values.push(once({ from: '2024-07-01' }), once({ to: '2024-06-30' })),
    ],
    [
      'rows with a gap, the higher first',
      (p) =>
        (p.bands = [
          band({
            rows: [
              { from: '200000', to: '500000' },
              { from: '3', to: '20' },
            ],
          }),
        ]),
    ],
    [
      'a floor over the year above a cap over the period',
      (p) =>
        Object.assign(pv(p), {
          limits: [
            limit({ id: 'XX-F', at_least: 'value:yearly', cite: 'scale' }),
            limit({ id: 'XX-C2', at_most: '3000', over: 'period', cite: 'scale' }),
          ],
        }),
    ],
    [
      'a floor above the cap of fewer uses',
      (p) =>
        Object.assign(pv(p), {
          limits: [
            limit({ id: 'XX-F', on: ['posts', 'reward'], at_least: 'value:yearly', cite: 'scale' }),
            limit({ id: 'XX-C2', at_most: '3000', cite: 'scale' }),
          ],
        }),
    ],
  ])('%s', (_what, change) => {
    expect(faults(change)).toEqual([]);
  });

  it.each<[what: string, values: Record<string, unknown>[]]>([
    ['the day after the pack', [once({ to: '2026-01-01' })]],
    ['the day before it', [once({ from: '2023-12-31', to: '2024-01-01' })]],
  ])('but no number of %s', (_what, values) => {
    expect(lint((p) => p.values.push(...values))).toEqual(['values.2: policy.valueOutsidePack']);
  });
});

describe('an id', () => {
  const twice = (change: (pack: Pack) => void): string[] =>
    faults(change).filter((fault) => fault.includes('duplicateId'));

  it.each([
    ...(['needs', 'lists', 'measures', 'open', 'rules', 'tags', 'flows', 'notices'] as const),
    ...(['goals', 'bands', 'calendar'] as const),
  ])('stands once among %s', (part) => {
    let at = '';
    const found = twice((p) => {
      const items: { readonly id?: unknown }[] = p[part];
      at = `${part}.1.id: policy.duplicateId ${String(items[0]?.id)}`;
      items.push({ ...items[0] });
    });
    expect(found).toEqual([at]);
  });

  it.each(['deductions', 'buckets', 'limits'])('stands once among the %s of a pool', (part) => {
    let at = '';
    const found = twice((p) => {
      const items = pv(p)[part] as Record<string, unknown>[];
      at = `pools.pv.${part}.${items.length}.id: policy.duplicateId ${String(items[0]?.['id'])}`;
      items.push({ ...items[0] });
    });
    expect(found).toEqual([at]);
  });

  it('may stand in two parts', () => {
    expect(faults((p) => p.open.push({ ...p.open[0], id: 'target' } as never))).toEqual([]);
  });
});

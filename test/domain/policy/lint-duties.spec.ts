import { faults, lint, type Pack } from './lint';
import { band, goal, line } from './small-pack';

describe('what else a pack orders', () => {
  const duties: [string, (pack: Pack) => void, string[]][] = [
    [
      'a goal its clause does not state',
      (p) => (p.goals = [goal({ need: 'value at_least 600000' })]),
      ['goals.0.need: policy.numberNotInClause'],
    ],
    [
      'a goal of a year the clause does not name',
      (p) => (p.goals = [goal({ year: 2025 })]),
      ['goals.0: policy.numberNotInClause'],
    ],
    ['a goal that is only shown', (p) => (p.goals = [goal({ need: undefined })]), []],
    [
      'a goal over a fact that is none',
      (p) => (p.goals = [goal({ need: 'planned at_least 500000' })]),
      ['goals.0.need: policy.unknownFact'],
    ],
    [
      'rows that meet',
      (p) => (p.bands = [band({ rows: [{ from: '200000' }, { from: '500000' }] })]),
      ['bands.0.rows.1: policy.bandsOverlap'],
    ],
    [
      'rows that touch',
      (p) => (p.bands = [band({ rows: [{ from: '500000' }, { from: '200000', to: '500000' }] })]),
      [],
    ],
    [
      'a row upside down',
      (p) => (p.bands = [band({ rows: [{ from: '500000', to: '200000' }] })]),
      ['bands.0.rows.0: policy.bandReversed'],
    ],
    [
      'a number of villages the clause does not state',
      (p) => (p.bands = [band({ rows: [{ from: '200000', wanted: '4' }] })]),
      ['bands.0.rows.0: policy.numberNotInClause'],
    ],
    [
      'a day of the year that the clause does not state',
      (p) => (p.calendar = [line({ on: '12-31' })]),
      ['calendar.0: policy.numberNotInClause'],
    ],
    [
      'a day of the year that is none',
      (p) => (p.calendar = [line({ on: '13-31' })]),
      ['calendar.0.on: policy.impossibleDate', 'calendar.0: policy.numberNotInClause'],
    ],
    [
      'two rhythms',
      (p) => (p.calendar = [line({ on: '06-30', every: 'month' })]),
      ['calendar.0.every: policy.oneRhythm'],
    ],
    ['no rhythm', (p) => (p.calendar = [line({ on: undefined })]), ['calendar.0.every: policy.oneRhythm']],
    [
      'a step in words that are not the clause’s',
      (p) => Object.assign(p.flows[0] ?? {}, { steps: [{ id: 'x', phrase: '县长审批' }] }),
      ['flows.0.steps.0.phrase: policy.phraseNotInClause'],
    ],
    [
      'a span the clause does not state',
      (p) =>
        Object.assign(p.flows[0] ?? {}, {
          within: { count: '16', unit: 'working_days', after: '乡镇审核后' },
        }),
      ['flows.0.within: policy.numberNotInClause'],
    ],
    [
      'a sheet that shows what no sheet has',
      (p) => Object.assign(p.notices[0] ?? {}, { shows: ['uses', 'secrets'] }),
      ['notices.0.shows: policy.notInList'],
    ],
    [
      'a text that was not seen, with its digest',
      (p) => (p.source['kind'] = 'second_hand'),
      ['source.text_sha256: policy.digestOfUnseenText'],
    ],
    [
      'a text that was not seen',
      (p) => Object.assign(p.source, { kind: 'second_hand', text_sha256: null }),
      [],
    ],
    [
      'a text that was seen, without its digest',
      (p) => delete p.source['text_sha256'],
      ['source.text_sha256: policy.missingKey'],
    ],
    [
      'neither issued nor published',
      (p) => delete p.source['issued_on'],
      ['source.issued_on: policy.missingKey'],
    ],
    [
      'a text only published',
      (p) => Object.assign(p.source, { issued_on: null, published_on: '2023-12-20' }),
      [],
    ],
    [
      'force before it was published',
      (p) => Object.assign(p.source, { issued_on: null, published_on: '2024-01-02' }),
      ['valid.from: policy.inForceBeforeIssue'],
    ],
    [
      'a word with neither phrase nor name',
      (p) => p.lists[0]?.of.push({ id: 'who' } as never),
      ['lists.0.of.2.phrase: policy.missingKey'],
    ],
    [
      'a word in the words of another clause',
      (p) => p.lists[0]?.of.push({ id: 'who', phrase: '村主任' }),
      ['lists.0.of.2.phrase: policy.phraseNotInClause'],
    ],
  ];
  it.each(duties)('duties stand in their clauses: %s', (_, change, at) => {
    expect(lint(change)).toEqual(at);
  });
});

describe('every part of a pack rests on a clause', () => {
  const parts = [
    'values',
    'needs',
    'lists',
    'measures',
    'open',
    'rules',
    'tags',
    'flows',
    'notices',
  ] as const;
  const duties = ['goals', 'bands', 'calendar'] as const;

  it.each([...parts, ...duties])('of its %s, too', (part) => {
    const found = (cite: string | undefined): string[] =>
      faults((pack) => Object.assign(pack[part][0] ?? {}, { cite }));
    expect(found('nowhere')).toContain(`${part}.0.cite: policy.citationUnresolved nowhere`);
    expect(found(undefined)).toContain(`${part}.0.cite: policy.missingKey`);
    expect(found(undefined).filter((fault) => fault.includes('citationUnresolved'))).toEqual([]);
  });
});

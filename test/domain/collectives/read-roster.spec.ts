import {
  readRoster,
  ROSTER_COLUMNS,
  type RosterColumn,
  type RosterGround,
  type RosterRecord,
} from '../../../src/domain/collectives/read-roster';

const [FATHER, DAUGHTER, SON] = ['341202193602290014', '34120219850615009X', '341202199912311236'];

const words = (...pairs: [string, string][]): ReadonlyMap<string, string> => new Map(pairs);
const GROUND: RosterGround = {
  today: '2025-07-11',
  words: {
    relation: words(['head', 'head'], ['child', 'child']),
    belongs: words(['yes', 'yes'], ['no', 'no']),
    labour: words(['able', 'able']),
    officerRelation: words(['none', 'none']),
    accountKind: words(['card', 'card']),
    otherVillageWhy: words(['wed', 'married']),
  },
  householdOf: () => undefined,
  hasHead: () => false,
  totals: ['合计'],
  standsElsewhere: () => false,
};

type Row = Partial<Record<RosterColumn, string>>;
const USUAL: Row = {
  personName: 'Li',
  relation: 'head',
  belongs: 'yes',
  labour: 'able',
  officerRelation: 'none',
};

function records(...rows: readonly Row[]): RosterRecord[] {
  return rows.map((row, index) => ({
    row: index + 2,
    value: (column) => ({ ...USUAL, ...row })[column] ?? '',
    cell: (column) => `${column}${String(index + 2)}`,
  }));
}
const told = (rows: readonly Row[], ground: Partial<RosterGround> = {}) => {
  const { households, standing, problems } = readRoster(records(...rows), { ...GROUND, ...ground });
  return {
    households: households.map(({ people, standingId }) => `${standingId ?? 'new'} ${String(people.length)}`),
    standing,
    problems: problems.map(({ code, field }) => `${code} ${field}`),
  };
};

describe('a table of people', () => {
  const sound: [string, Row[], string[]][] = [
    [
      'households by their mark',
      [
        { household: '1', identity: FATHER },
        { household: '2', identity: DAUGHTER },
        { household: '1', identity: SON, relation: 'child' },
      ],
      ['new 2', 'new 1'],
    ],
    [
      'households by their heads',
      [{ identity: FATHER }, { identity: SON, relation: 'child' }, { identity: DAUGHTER }],
      ['new 2', 'new 1'],
    ],
    [
      'no row that counts the others',
      [{ identity: FATHER }, { personName: '合 计：', identity: '' }],
      ['new 1'],
    ],
    [
      'a household whose head stands below',
      [
        { household: '1', identity: SON, relation: 'child' },
        { household: '1', identity: FATHER },
      ],
      ['new 2'],
    ],
  ];
  it.each(sound)('%s', (_name, rows, households) => {
    expect(told(rows)).toEqual({ households, standing: 0, problems: [] });
  });

  const wrong: [string, Row[], string[]][] = [
    [
      'a number twice',
      [
        { household: '1', identity: FATHER },
        { household: '2', identity: FATHER },
      ],
      ['roster.identityTwice identity3'],
    ],
    [
      'a number twice, of a row that is wrong elsewhere, too',
      [
        { household: '1', identity: FATHER, labour: 'flying' },
        { household: '2', identity: FATHER },
      ],
      ['roster.wordUnknown labour2', 'roster.identityTwice identity3'],
    ],
    [
      'nobody is head',
      [{ household: '1', identity: SON, relation: 'child' }],
      ['roster.withoutHead relation2'],
    ],
    [
      'two heads',
      [
        { household: '1', identity: FATHER },
        { household: '1', identity: SON },
      ],
      ['person.secondHead relation3'],
    ],
    ['a word nobody knows', [{ identity: FATHER, labour: 'strong' }], ['roster.wordUnknown labour2']],
    [
      'a mistyped number and card',
      [{ identity: '341202193602290015', accountKind: 'card', accountNumber: '6217000000000007', bank: 'b' }],
      ['person.identityCheck identity2', 'person.cardCheck accountNumber2'],
    ],
    [
      'a blank relation to officers',
      [{ identity: FATHER, officerRelation: '' }],
      ['form.missing officerRelation2'],
    ],
    ['a day to come', [{ identity: FATHER, fromDay: '2025-07-12' }], ['person.dayAhead fromDay2']],
  ];
  it.each(wrong)('refuses %s', (_name, rows, problems) => {
    expect(told(rows).problems).toEqual(problems);
  });

  it('never repeats a number or a name', () => {
    const rows = [{ identity: FATHER }, { identity: FATHER, personName: 'Li1', mobile: '1380013800' }];
    const text = JSON.stringify(readRoster(records(...rows), GROUND).problems);
    expect([FATHER, 'Li1', '1380013800'].filter((each) => text.includes(each))).toEqual([]);
  });

  it.each(ROSTER_COLUMNS)('repeats no number that slipped into the column %s', (column) => {
    for (const number of ['341202197505050017', '13800138000', '6228480402564890018']) {
      const row: Row = { identity: SON, [column]: number };
      expect(JSON.stringify(readRoster(records(row), GROUND).problems)).not.toContain(number);
    }
  });

  it('leaves who is on the list, and adds to the household', () => {
    const ground = {
      householdOf: (identity: string) => (identity === FATHER ? 'h1' : undefined),
      hasHead: (id: string) => id === 'h1',
    };
    const rows = [
      { household: '1', identity: FATHER },
      { household: '1', identity: SON, relation: 'child' },
    ];
    expect(told(rows, ground)).toEqual({ households: ['h1 1'], standing: 1, problems: [] });
    expect(told(rows.slice(0, 1), ground)).toEqual({ households: [], standing: 1, problems: [] });
    const head = [rows[0] ?? {}, { household: '1', identity: SON, relation: 'head' }];
    expect(told(head, ground).problems).toEqual(['person.secondHead relation3']);
    const both = { householdOf: (identity: string) => (identity === FATHER ? 'h1' : 'h2') };
    expect(told(rows, both).problems).toEqual(['roster.twoHouseholds household2']);
  });

  it('asks by row why somebody is here whom another village has on its list', () => {
    const ground = {
      standsElsewhere: (identity: string, day: string) => identity === FATHER && day < '2025-02-01',
    };
    const asked = (row: Row) => told([{ identity: FATHER, ...row }], ground).problems;
    const [early, late] = ['2025-01-31', '2025-02-01'];
    expect(asked({ fromDay: early })).toEqual(['person.onOtherList otherVillageWhy2']);
    expect(asked({ fromDay: early, otherVillageWhy: 'wed' })).toEqual([]);
    expect(asked({ fromDay: early, otherVillageWhy: 'moon' })).toEqual([
      'roster.wordUnknown otherVillageWhy2',
    ]);
    expect(asked({ fromDay: late })).toEqual([]);
    expect(asked({ fromDay: late, otherVillageWhy: 'wed' })).toEqual([
      'person.onNoOtherList otherVillageWhy2',
    ]);
    // Who is on the own list already is left as is.
    const own = { ...ground, householdOf: () => 'h1' };
    expect(told([{ identity: FATHER, fromDay: early }], own).problems).toEqual([]);
  });

  it('starts on the day of the table where no day is written', () => {
    const [household] = readRoster(records({ identity: FATHER }), GROUND).households;
    expect(household?.people[0]?.fromDay).toBe('2025-07-11');
    expect(ROSTER_COLUMNS).toContain('fromDay');
  });

  it.each(['2024年1月1日', '2024.1.1', '2024/1/1', '20240101'])('reads the day %s', (fromDay) => {
    const [household] = readRoster(records({ identity: FATHER, fromDay }), GROUND).households;
    expect(household?.people[0]?.fromDay).toBe('2024-01-01');
  });
});

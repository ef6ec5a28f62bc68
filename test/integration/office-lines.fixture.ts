/** Figures by name, those of an earlier year as `part@2021`; and how the goal stands then. */
type Step = readonly [figures: Readonly<Record<string, string>>, outcome: string];
export type GoalCase = readonly [rule: string, goal: string, year: number, ...steps: readonly Step[]];

export interface OfficeScene {
  readonly region: string;
  readonly today: string;
  readonly goals: readonly GoalCase[];
  /** Something due: of which month, the last day in time. It is late before somebody says it was done. */
  readonly due: readonly (readonly [rule: string, line: string, about: string, lastDay: string])[];
}

const one = (name: string, less: string, enough: string): readonly Step[] => [
  [{}, 'undecided'],
  [{ [name]: less }, 'missed'],
  [{ [name]: enough }, 'met'],
];
const part = (less: string, enough: string): readonly Step[] => [
  [{ part: enough }, 'undecided'],
  [{ part: less, whole: '100' }, 'missed'],
  [{ part: enough }, 'met'],
];

const FUYANG: OfficeScene = {
  ...{ region: '341200', today: '2024-06-01' },
  goals: [
    [
      'FY-T',
      'FY-T1',
      2023,
      [{ value: '7.7' }, 'undecided'],
      [{ base: '7.7' }, 'missed'],
      [{ value: '7.71' }, 'met'],
    ],
    ['FY-T', 'FY-T2', 2023, [{ value: '8', base: '8' }, 'missed'], [{ base: '7.99' }, 'met']],
    ['FY-T', 'FY-T3', 2023, [{ value: '900', 'value@2022': '900' }, 'missed'], [{ value: '899.99' }, 'met']],
    [
      ...(['FY-T', 'FY-T4', 2023] as const),
      [{ part: '3', whole: '100', 'part@2022': '3', 'whole@2022': '100' }, 'missed'],
      [{ part: '2.99' }, 'met'],
    ],
    ['FY-22', 'FY-22', 2023, ...part('99.99', '100')],
  ],
  due: [
    ['FY-02e', 'FY-02e1', '2023-09', '2023-09-30'],
    ['FY-02e', 'FY-02e2', '2023-11', '2023-11-30'],
  ],
};

const DONGCHUAN: OfficeScene = {
  ...{ region: '530113', today: '2024-11-20' },
  goals: [
    ['DC-02', 'DC-02a', 2024, ...one('count', '0', '1')],
    ['DC-02', 'DC-02c', 2024, ...one('count', '5', '6')],
    [
      'DC-02b',
      'DC-02b',
      2024,
      [{ count: '8' }, 'undecided'],
      [{ years: '3' }, 'missed'],
      [{ count: '9' }, 'met'],
    ],
    ['DC-03', 'DC-03', 2024, ...part('9.99', '10')],
    ['DC-05a', 'DC-05a', 2024, ...one('count', '6', '7')],
    ['DC-07', 'DC-07', 2024, ...one('value', '299999.99', '300000')],
    ['DC-II2', 'DC-II2a', 2024, ...one('count', '0', '1')],
    ['DC-II2', 'DC-II2b', 2024, ...one('count', '0', '1')],
    [
      ...(['DC-11c', 'DC-11c', 2024, [{ value: '9999.99' }, 'undecided']] as const),
      ...([
        [{ count_of: '10' }, 'missed'],
        [{ value: '10,000.00' }, 'met'],
      ] as const),
    ],
    [
      'DC-17',
      'DC-17',
      2024,
      [{ count: '148' }, 'undecided'],
      [{ count_of: '149' }, 'missed'],
      [{ count: '149' }, 'met'],
    ],
    ['DC-21a', 'DC-21a1', 2024, ...one('count', '4,999', '5,000')],
    ['DC-21a', 'DC-21a2', 2024, ...one('count', '1999', '2000')],
    ['DC-21a', 'DC-21a3', 2024, ...one('count', '799', '800')],
    ['DC-T1', 'DC-T1', 2024, [{ value: '29.20' }, 'shown']],
    ['DC-T1', 'DC-T1a', 2022, ...one('value', '13080.99', '13081')],
    ['DC-T1', 'DC-T1b', 2023, ...one('value', '16901.99', '16902')],
    ['DC-T1', 'DC-T1c', 2024, ...one('value', '21838.99', '21839')],
    ['DC-T2', 'DC-T2a', 2024, ...part('69.99', '70')],
    ['DC-T2', 'DC-T2b', 2024, ...part('9.99', '10')],
    ['DC-T2', 'DC-T2c', 2024, ...part('1.99', '2')],
    [
      ...(['DC-T2', 'DC-T2d', 2024] as const),
      [{ part: '9', whole: '100' }, 'undecided'],
      [{ 'part@2023': '9', 'whole@2023': '100' }, 'missed'],
      [{ part: '8.99' }, 'met'],
    ],
    ['DC-23e', 'DC-23e1', 2024, ...one('count', '99999.9999', '100000')],
    ['DC-23e', 'DC-23e2', 2024, ...one('count', '999', '1000')],
    ['DC-23e', 'DC-23e3', 2024, ...one('count', '199', '200')],
    ['DC-23e', 'DC-23e4', 2024, [{ value: '4999.99', count_of: '10' }, 'missed'], [{ value: '5000' }, 'met']],
  ],
  due: [
    ['DC-IV1', 'DC-IV1a', '2024-09', '2024-09-30'],
    ['DC-IV1', 'DC-IV1b', '2024-10', '2024-10-31'],
    ['DC-II1', 'DC-II1', '2024-10', '2024-10-31'],
    ['DC-IV4', 'DC-IV4', '2024-09', '2024-09-30'],
    ['DC-IV7', 'DC-IV7a', '2023-12', '2023-12-31'],
    ['DC-IV7', 'DC-IV7b', '2024-06', '2024-06-30'],
  ],
};

const SHANGQIU: OfficeScene = {
  ...{ region: '411400', today: '2021-03-10' },
  goals: [
    ['SQ-A5c', 'SQ-A5c', 2020, ...part('69.99', '70')],
    ['SQ-A3g', 'SQ-A3g', 2018, ...one('count', '1', '2')],
    ['SQ-A5', 'SQ-A5s', 2020, [{ count: '3' }, 'shown']],
    ['SQ-D31s', 'SQ-D31f', 2020, [{ count: '2' }, 'shown']],
  ],
  due: [
    ['SQ-E5', 'SQ-E5', '2021-02', '2021-03-05'],
    ['SQ-Q', 'SQ-Q', '2020-12', '2020-12-31'],
    ['SQ-EM', 'SQ-EM', '2021-02', '2021-02-28'],
  ],
};

const GUANGXI: OfficeScene = {
  ...{ region: '450000', today: '2022-11-20' },
  goals: [
    [
      'GX-2-2b',
      'GX-2-2b',
      2022,
      [{ count: '99' }, 'undecided'],
      [{ count_base: '100' }, 'missed'],
      [{ count: '100' }, 'met'],
    ],
    ['GX-2-2c', 'GX-2-2c', 2022, ...one('count', '245099', '245100')],
    [
      ...(['GX-2-3b', 'GX-2-3b', 2022, [{ count_of: '8000', count: '1' }, 'missed']] as const),
      ...([
        [{ count: '2' }, 'met'],
        [{ count: '0', count_of: '7999' }, 'met'],
      ] as const),
    ],
    [
      ...(['GX-3-0', 'GX-3-0a', 2022, [{ part: '55', whole: '100' }, 'undecided']] as const),
      ...([
        [{ 'part@2021': '55.01', 'whole@2021': '100' }, 'missed'],
        [{ 'part@2021': '55' }, 'met'],
      ] as const),
      ...([[{ part: '54.99' }, 'missed']] as const),
    ],
    ['GX-3-0', 'GX-3-0b', 2022, ...part('50', '50.01')],
    [
      'GX-3-4',
      'GX-3-4',
      2022,
      [{ count: '899' }, 'undecided'],
      [{ count_of: '1000' }, 'missed'],
      [{ count: '900' }, 'met'],
    ],
    ['GX-4-1', 'GX-4-1', 2022, [{ count: '94', count_of: '100' }, 'missed'], [{ count: '95' }, 'met']],
    [
      'GX-4-5b',
      'GX-4-5b2',
      2022,
      [{ part: '100000.01' }, 'undecided'],
      [{ whole: '2000000' }, 'missed'],
      [{ part: '100000' }, 'met'],
    ],
  ],
  due: [
    ['GX-1-4m', 'GX-1-4m1', '2022-10', '2022-10-31'],
    ['GX-1-4m', 'GX-1-4m2', '2022-09', '2022-09-30'],
    ['GX-1-4m', 'GX-1-4m3', '2022-10', '2022-10-31'],
    ['GX-4-0', 'GX-4-0a', '2022-07', '2022-07-31'],
    ['GX-4-0', 'GX-4-0b', '2022-09', '2022-09-30'],
    ['GX-5-1', 'GX-5-1a', '2022-10', '2022-10-31'],
    ['GX-5-1', 'GX-5-1b', '2022-09', '2022-09-30'],
  ],
};

const KAZUO: OfficeScene = {
  ...{ region: '211324', today: '2024-11-20' },
  goals: [
    ['KZ-3-0', 'KZ-3-0', 2024, ...part('59.99', '60')],
    ['KZ-5-1a', 'KZ-5-1a2', 2024, [{ part: '8', whole: '9' }, 'shown']],
    ['KZ-III4', 'KZ-III4t', 2024, [{ part: '22', whole: '24' }, 'shown']],
    ['KZ-III4', 'KZ-III4h', 2024, [{ part: '21', whole: '24' }, 'shown']],
    ['KZ-4-1b', 'KZ-4-1b2', 2024, ...one('count', '7399', '7400')],
    [
      'KZ-2-2',
      'KZ-2-2',
      2024,
      [{ value: '100' }, 'undecided'],
      [{ 'value@2023': '100' }, 'missed'],
      [{ value: '100.01' }, 'met'],
    ],
    [
      'KZ-5-1c',
      'KZ-5-1c',
      2024,
      [{ value: '99.99', 'value@2023': '100' }, 'missed'],
      [{ value: '100' }, 'met'],
    ],
    ['KZ-2-3', 'KZ-2-3a', 2024, ...one('count', '0', '1')],
    [
      ...(['KZ-2-3', 'KZ-2-3b', 2024] as const),
      [{ part: '50', whole: '100', 'part@2023': '50', 'whole@2023': '100' }, 'missed'],
      [{ part: '50.01' }, 'met'],
    ],
  ],
  due: [],
};

export const OFFICE_SCENES: readonly OfficeScene[] = [FUYANG, DONGCHUAN, SHANGQIU, GUANGXI, KAZUO];

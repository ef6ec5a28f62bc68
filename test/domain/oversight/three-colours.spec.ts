import type { AssetKnown } from '../../../src/domain/assets/asset-facts';
import { type AssetMark, type MarkForm, readMark } from '../../../src/domain/assets/asset-mark';
import { quarterText } from '../../../src/domain/assets/asset-quarter';
import { PARTICULARS, type Particulars } from '../../../src/domain/assets/asset-particulars';
import {
  addQuarters,
  lastDayOfQuarter,
  monthsOfQuarter,
  quarterOf,
} from '../../../src/domain/calendar/quarter';
import { booksIndicate, type QuarterKnown } from '../../../src/domain/oversight/indicators';
import {
  colourChanges,
  colourOf,
  type ColouredAsset,
  countColours,
  readSix,
  sixText,
  type Standing,
  withMarks,
} from '../../../src/domain/oversight/three-colours';

const BOUNDS = {
  ...{ confirmed: false, yellowFrom: 1, redFrom: 2, yieldLeast: '0.06' },
  ...{ yieldOf: 'income' as const, splitWithinMonths: 12 },
};
const blank = Object.fromEntries(PARTICULARS.map((name) => [name, ''])) as Particulars;
const noted = (particulars: Partial<Particulars>) => ({ ...blank, ...particulars, validFrom: '2024-01-01' });
const month = (name: string, earned: bigint, spent = 0n) => ({ month: name, earned, spent });
const contract = (firstOn: string, lastOn: string) => {
  return { id: 'l', name: 'L-1', signedOn: firstOn, firstOn, lastOn };
};
const well: AssetKnown = {
  asset: {
    ...{ id: 'a', kind: 'workshop', assetClass: 'operating', titleLevel: 'village', name: 'Hall' },
    ...{ pool: 'other', cost: 10_000_000n, titleHolder: 'the cooperative', acquiredOn: '2023-01-10' },
  },
  ...{ funds: [], particulars: noted({ keepingBody: 'the committee' }), upkeepBills: 0, classId: undefined },
  ...{ contracts: [contract('2024-01-01', '2026-12-31')], months: [month('2024-07', 600_000n)] },
  earnedOn: [],
  ...{ remedy: undefined, numberTaken: false, organisation: 'the cooperative', booksFrom: '2024-01-01' },
};
const asked = (wish: Partial<AssetKnown> = {}, at: Partial<QuarterKnown> = {}): QuarterKnown => ({
  ...{ known: { ...well, ...wish }, quarter: '2025-Q2', asOf: '2025-06-30', late: undefined },
  ...{ splitTo: '2024-12-31', grace: 0, ...at },
});
const six = (at: QuarterKnown, bounds = BOUNDS): string =>
  booksIndicate(at, bounds)
    .map(({ standing }) => standing[0])
    .join('');
const why = (at: QuarterKnown, indicator: string): string => {
  const found = booksIndicate(at, BOUNDS).find((each) => each.indicator === indicator);
  return `${found?.standing ?? ''} ${found?.why ?? ''}`;
};

describe('a quarter', () => {
  it.each([
    ['2025-01-01', '2025-Q1', '2025-03-31'],
    ['2025-03-31', '2025-Q1', '2025-03-31'],
    ['2024-04', '2024-Q2', '2024-06-30'],
    ['2024-12-31', '2024-Q4', '2024-12-31'],
  ])('of %s is %s and ends on %s', (day, quarter, last) => {
    expect([quarterOf(day), lastDayOfQuarter(quarter)]).toEqual([quarter, last]);
  });

  it('has its three months, and others beside it', () => {
    expect(monthsOfQuarter('2025-Q4')).toEqual(['2025-10', '2025-11', '2025-12']);
    expect([addQuarters('2025-Q1', -1), addQuarters('2024-Q4', 1)]).toEqual(['2024-Q4', '2025-Q1']);
  });
});

describe('the colour of six indicators', () => {
  const standings = (text: string): Standing[] =>
    [...text].flatMap(
      (letter) =>
        (['normal', 'abnormal', 'unknown', 'none'] as const).filter((each) => each[0] === letter)[0] ?? [],
    );
  it.each([
    ['all six normal', 'nnnnnn', 'green'],
    ['one abnormal', 'nnannn', 'yellow'],
    ['two abnormal', 'nanann', 'red'],
    ['six abnormal', 'aaaaaa', 'red'],
    ['one unknown, the others normal', 'nnnnnu', 'grey'],
    ['all unknown', 'uuuuuu', 'grey'],
    ['one abnormal, the others unknown', 'uuauuu', 'yellow'],
    ['two abnormal, the others unknown', 'uauauu', 'red'],
  ])('%s', (_what, text, colour) => {
    expect(colourOf(standings(text), BOUNDS)).toBe(colour);
  });

  it('is green where what concerns it is normal, and none where nothing concerns it', () => {
    expect(colourOf(['normal', 'none', 'none', 'normal', 'normal', 'normal'], BOUNDS)).toBe('green');
    expect(
      colourOf(
        Array.from({ length: 6 }, () => 'none'),
        BOUNDS,
      ),
    ).toBe('grey');
  });

  it('follows the bounds of the county', () => {
    const strict = { yellowFrom: 2, redFrom: 3 };
    expect(colourOf(standings('annnnn'), strict)).toBe('green');
    expect(colourOf(standings('aannnn'), strict)).toBe('yellow');
    expect(colourOf(standings('aaannn'), strict)).toBe('red');
  });
});

describe('what the books say of the six', () => {
  it.each<[what: string, at: QuarterKnown, standings: string]>([
    ['all well', asked(), 'nnnnnn'],
    ['a fen below six in a hundred', asked({ months: [month('2024-07', 599_999n)] }), 'nnnann'],
    ['what it earned a month before the twelve', asked({ months: [month('2024-06', 600_000n)] }), 'nnnann'],
    ['a day before the quarter ends', asked({}, { asOf: '2025-06-29' }), 'nnnunn'],
    ['rent that is late', asked({}, { late: { outstanding: 1n, daysLate: 1 } }), 'nnannn'],
    [
      'rent that is late on the last day of grace',
      asked({}, { late: { outstanding: 1n, daysLate: 30 }, grace: 30 }),
      'nnnnnn',
    ],
    [
      'rent that is late a day after',
      asked({}, { late: { outstanding: 1n, daysLate: 31 }, grace: 30 }),
      'nnannn',
    ],
    ['books of just the twelve months', asked({ booksFrom: '2024-07-01' }), 'nnnnnn'],
    ['books of a day less', asked({ booksFrom: '2024-07-02' }), 'nnnunn'],
    ['a quarter before the books', asked({ booksFrom: '2025-07-01', contracts: [], months: [] }), 'uununn'],
    [
      'a station kept for its owners',
      asked({ asset: { ...well.asset, kind: 'keptPvStation' }, contracts: [], months: [] }),
      'uunnnn',
    ],
    ['distributed to a year before', asked({}, { splitTo: '2024-06-30' }), 'nnnnnn'],
    ['distributed to a day before that', asked({}, { splitTo: '2024-06-29' }), 'nnnnan'],
  ])('%s', (_what, at, standings) => {
    expect(six(at)).toBe(standings);
  });

  it('takes what is left after every cost where the county says so', () => {
    const at = asked({ months: [month('2024-07', 700_000n, 100_001n)] });
    expect([six(at), six(at, { ...BOUNDS, yieldOf: 'net' as never })]).toEqual(['nnnnnn', 'nnnann']);
  });

  it.each<[indicator: string, at: QuarterKnown, told: string]>([
    ['business', asked({ particulars: noted({ condition: 'idle' }) }), 'abnormal noted'],
    ['business', asked({ months: [month('2025-04', 1n)], contracts: [] }), 'normal earned'],
    ['business', asked({ contracts: [] }), 'abnormal nothingEarned'],
    ['business', asked({ contracts: [] }, { asOf: '2025-06-29' }), 'unknown quarterNotWhole'],
    [
      ...(['business'] as const),
      asked({ contracts: [], months: [], asset: { ...well.asset, acquiredOn: '2025-04-02' } }),
      'unknown quarterNotWhole',
    ],
    ['business', asked({ contracts: [], booksFrom: '2025-04-01' }), 'abnormal nothingEarned'],
    ['business', asked({ contracts: [], booksFrom: '2025-04-02' }), 'unknown booksBeganLater'],
    ['yield', asked({ booksFrom: '2024-07-02' }), 'unknown booksBeganLater'],
    ['yield', asked({ asset: { ...well.asset, kind: 'keptPvStation' } }), 'none keptForOthers'],
    ['contract', asked({ contracts: [contract('2024-01-01', '2025-06-30')] }), 'normal inForce'],
    ['contract', asked({ contracts: [contract('2024-01-01', '2025-06-29')] }), 'abnormal contractEnded'],
    ['contract', asked({ contracts: [] }), 'unknown operatorNotNoted'],
    [
      ...(['contract'] as const),
      asked({ contracts: [], particulars: noted({ operatingBody: 'the cooperative' }) }),
      'none ownRun',
    ],
    [
      ...(['contract'] as const),
      asked({ contracts: [], particulars: noted({ operatingBody: 'a firm' }) }),
      'abnormal runWithoutContract',
    ],
    ['rent', asked({ contracts: [] }), 'none nothingLet'],
    ['yield', asked({ asset: { ...well.asset, acquiredOn: '2024-08-01' } }), 'unknown notAYear'],
    ['yield', asked({ asset: { ...well.asset, acquiredOn: '2024-07-31' } }), 'normal yieldReached'],
    ['yield', asked({ asset: { ...well.asset, titleLevel: 'county', cost: 0n } }), 'unknown noCost'],
    ['distribution', asked({ months: [] }), 'none nothingToSplit'],
    ['distribution', asked({}, { splitTo: undefined }), 'unknown notSplitYet'],
    [
      ...(['distribution'] as const),
      asked({ months: [month('2024-06', 1n)] }, { splitTo: undefined }),
      'abnormal neverSplit',
    ],
    ['care', asked({ particulars: noted({}) }), 'abnormal noKeeper'],
    ['care', asked({ particulars: noted({ keeperPost: 'a guard' }) }), 'normal keeper'],
    ['care', asked({ particulars: undefined }), 'unknown careNotNoted'],
  ])('of %s', (indicator, at, told) => {
    expect(why(at, indicator)).toBe(told);
  });
});

const form: MarkForm = {
  ...{ quarter: '2025-Q2', indicator: 'care', mark: 'normal', markedOn: '2025-06-20' },
  ...{ markReason: 'seen on the spot', paper: 'round of June' },
};
const mark = (wish: Partial<AssetMark>): AssetMark => ({
  ...{ number: 1, quarter: '2025-Q2', indicator: 'care', mark: 'normal', markedOn: '2025-06-20' },
  ...{ reason: 'seen', paper: 'round', ...wish },
});

describe('a mark of the office', () => {
  it.each<[what: string, wish: Partial<MarkForm>, problems: string[]]>([
    ['is well', {}, []],
    ['of no indicator', { indicator: 'beauty' }, ['indicator form.notAllowed']],
    ['that says neither', { mark: 'so so' }, ['mark form.notAllowed']],
    ['that makes normal what is not', { indicator: 'rent' }, ['mark colours.booksSayAbnormal']],
    ['that agrees it is not', { indicator: 'rent', mark: 'abnormal' }, []],
    [
      'without reason or paper',
      { markReason: ' ', paper: '' },
      ['markReason form.missing', 'paper form.missing'],
    ],
    ['of a day to come', { markedOn: '2025-07-21' }, ['markedOn assetLife.notYet']],
    ['of today', { markedOn: '2025-07-20' }, []],
    ['of the day before the quarter', { markedOn: '2025-03-31' }, ['markedOn colours.beforeQuarter']],
    ['of its first day', { markedOn: '2025-04-01' }, []],
    ['of no quarter', { quarter: '2025-Q5' }, ['quarter calendar.notAQuarter']],
    ['that is a novel', { markReason: 'x'.repeat(201) }, ['markReason form.tooLong']],
  ])('%s', (_what, wish, problems) => {
    const isAbnormal = (of: string) => of === 'rent';
    const facts = { today: '2025-07-20', isAbnormal, keepsBooks: false };
    const read = readMark({ ...form, ...wish }, facts);
    expect(read.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });

  it('is made by nobody who keeps the books, whatever it says', () => {
    const facts = { today: '2025-07-20', isAbnormal: () => false, keepsBooks: true };
    const codesOf = (wish: Partial<MarkForm>) =>
      readMark({ ...form, ...wish }, facts).problems.map(({ code }) => code);
    expect(codesOf({})).toEqual(['colours.ownHand']);
    expect(codesOf({ mark: 'abnormal', paper: '' })).toEqual(['colours.ownHand', 'form.missing']);
  });

  it.each<[what: string, at: QuarterKnown, marks: AssetMark[], standings: string]>([
    ['tells what the books do not know', asked({ particulars: undefined }), [mark({})], 'nnnnnn'],
    [
      'of another quarter tells nothing',
      asked({ particulars: undefined }),
      [mark({ quarter: '2025-Q1' })],
      'nnnnnu',
    ],
    ['makes abnormal what looked normal', asked(), [mark({ mark: 'abnormal' })], 'nnnnna'],
    ['makes normal nothing that is abnormal', asked({ particulars: noted({}) }), [mark({})], 'nnnnna'],
    [
      'is taken over by a later one',
      asked({ particulars: undefined }),
      [mark({ mark: 'abnormal' }), mark({ number: 2 })],
      'nnnnnn',
    ],
  ])('%s', (_what, at, marks, standings) => {
    const marked = withMarks(booksIndicate(at, BOUNDS), marks, '2025-Q2');
    expect(marked.map(({ standing }) => standing[0]).join('')).toBe(standings);
  });
});

describe('a quarter that was kept', () => {
  const asset = (id: string, at: QuarterKnown): ColouredAsset => {
    const six = booksIndicate(at, BOUNDS);
    const standings = six.map(({ standing }) => standing);
    return { id, name: id, six, colour: colourOf(standings, BOUNDS) };
  };
  const late = asked({}, { late: { outstanding: 1n, daysLate: 3 } });

  it('tells its six again from its text', () => {
    const { six: own } = asset('a', late);
    expect(readSix(sixText(own)).map(({ standing }) => standing)).toEqual(
      own.map(({ standing }) => standing),
    );
  });

  it('names what a later look finds otherwise, and says nothing where all is the same', () => {
    const kept = [asset('a', asked()), asset('b', asked()), asset('gone', asked())];
    const now = [asset('a', late), asset('b', asked()), asset('new', asked())];
    expect(colourChanges(kept, kept)).toEqual([]);
    expect(colourChanges(kept, now)).toEqual([
      { name: 'a', before: 'green', after: 'yellow', indicators: ['rent'] },
      expect.objectContaining({ name: 'gone', before: 'green', after: undefined }),
      expect.objectContaining({ name: 'new', before: undefined, after: 'green' }),
    ]);
  });

  it('is hashed by everything it says', () => {
    const head = {
      ...{ id: 'q', quarter: '2025-Q2', asOf: '2025-06-30', bounds: '{}' },
      ...{ recordedBy: 'u', recordedAt: 't' },
    };
    const line = { assetId: 'a', name: 'Hall', colour: 'green', six: '[]' };
    const texts = [
      quarterText(head, [line]),
      ...Object.keys(head).map((key) => quarterText({ ...head, [key]: 'x' }, [line])),
      ...Object.keys(line).map((key) => quarterText(head, [{ ...line, [key]: 'x' }])),
      quarterText(head, []),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('counts its colours', () => {
    const assets = (['green', 'red', 'green', 'grey'] as const).map((colour) => ({ colour }));
    expect(countColours(assets)).toEqual({ red: 1, yellow: 0, grey: 1, green: 2 });
  });
});

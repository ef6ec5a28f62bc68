import {
  kwhOfWholeMonth,
  type MeteredSpan,
  meteredMonth,
  readMeterKwh,
} from '../../../src/domain/income/metered-month';
import {
  type MonthSides,
  readTolerance,
  reconcileMonth,
  toleranceAt,
} from '../../../src/domain/income/reconcile-month';

const span = (of: string, kwh: string): MeteredSpan => ({ span: of, kwh, source: 'inverter' });
const days = (count: number): MeteredSpan[] =>
  Array.from({ length: count }, (_, at) => span(`2025-06-${String(at + 1).padStart(2, '0')}`, '10.5'));

describe('what was read of a month', () => {
  it.each<[rule: string, spans: MeteredSpan[], until: string, found: [string, string, number] | undefined]>([
    ['is nothing where nothing was', [span('2025-05', '9')], '2025-07-20', undefined],
    ['is the month’s own figure', [span('2025-06', '300')], '2025-07-20', ['300', 'month', 0]],
    [
      'is the latest figure',
      [span('2025-06', '9'), span('2025-06', '300')],
      '2025-07-20',
      ['300', 'month', 0],
    ],
    ['is the sum of its days', days(30), '2025-07-20', ['315', 'days', 0]],
    ['names the days that are missing', days(28), '2025-07-20', ['294', 'days', 2]],
    ['misses no day that is still to come', days(9), '2025-06-10', ['94.5', 'days', 1]],
    [
      'is the month’s figure before its days',
      [...days(3), span('2025-06', '300')],
      '2025-07-20',
      ['300', 'month', 0],
    ],
  ])('%s', (_rule, spans, until, found) => {
    const month = meteredMonth(spans, '2025-06', until);
    expect(month && [month.kwh, month.by, month.missingDays.length]).toEqual(found);
  });

  it.each<[lines: string, spans: string[], codes: string[]]>([
    ['2025-06 31,250.5', ['2025-06 31250.5'], []],
    ['2025/6/1\t100\n\n2025.06.02 90', ['2025-06-01 100', '2025-06-02 90'], []],
    ['2025-07-20 1', ['2025-07-20 1'], []],
    ['2025-07-21 1', [], ['1 meterKwh.ahead']],
    ['2025-08 1', [], ['1 meterKwh.ahead']],
    ['2024-12-31 1', [], ['1 meterKwh.before']],
    ['2025-06-01 2400', ['2025-06-01 2400'], []],
    ['2025-06-01 2400.01', [], ['1 meterKwh.tooMuch']],
    ['2025-06 72000', ['2025-06 72000'], []],
    ['2025-06 72001', [], ['1 meterKwh.tooMuch']],
    ['2025-06 1\n2025-06 2', ['2025-06 1'], ['2 meterKwh.twice']],
    ['2025-13 1', [], ['1 meterKwh.unreadable']],
    ['2025-06-31 1', [], ['1 meterKwh.unreadable']],
    ['2025-06', [], ['1 meterKwh.unreadable']],
    ['2025-06 1 2', [], ['1 meterKwh.unreadable']],
    ['2025-06 -1', [], ['1 meterKwh.unreadable']],
  ])('is typed as %j', (meterLines, spans, codes) => {
    const station = { today: '2025-07-20', acquiredOn: '2025-01-01', capacityKw: '100' };
    const read = readMeterKwh({ meterSource: 'meter', meterLines }, station);
    expect(read.spans.map((each) => `${each.span} ${each.kwh}`)).toEqual(spans);
    expect(read.problems.map(({ code, facts }) => `${String(facts?.['line'])} ${code}`)).toEqual(codes);
  });

  it('says from what it was read, and something', () => {
    const station = { today: '2025-07-20', acquiredOn: '2025-01-01', capacityKw: '100' };
    const { problems } = readMeterKwh({ meterSource: '', meterLines: ' ' }, station);
    expect(problems.map(({ code }) => code)).toEqual(['form.notAllowed', 'form.missing']);
  });
});

const METERED = { kwh: '1000', source: 'inverter', by: 'month', missingDays: [] } as const;
const ODD = { why: 'tooMuch', from: '2025-06-02', day: '2025-06-02', kwh: '541', most: '540' } as const;
const AGREED: MonthSides = {
  ...{ metered: METERED, settledKwh: '1000', tolerance: { percent: '3', leastKwh: '10' } },
  owed: [
    { stream: 'energy', amount: 40n, received: 40n, cut: 0n },
    { stream: 'subsidy', amount: 35n, received: 30n, cut: 5n },
  ],
};
const owed = (received: bigint, cut = 0n, netted = 0n): Pick<MonthSides, 'owed'> => ({
  owed: [{ stream: 'subsidy', amount: 35n, received, cut, netted }],
});

describe('the energy by which a month is judged', () => {
  const part = { ...METERED, by: 'days', missingDays: ['2025-06-30'] } as const;
  it.each<
    [rule: string, settled: string | undefined, metered: MonthSides['metered'], kwh: string | undefined]
  >([
    ['is the slip’s', '990', METERED, '990'],
    ['is the slip’s where days are missing', '990', part, '990'],
    ['is what was read of the whole month', undefined, METERED, '1000'],
    ['is nothing where days are missing', undefined, part, undefined],
    ['is nothing where nothing was read', undefined, undefined, undefined],
  ])('%s', (_rule, settled, metered, kwh) => {
    expect(kwhOfWholeMonth(settled, metered)).toBe(kwh);
  });
});

describe('meter, slip and bank of a month', () => {
  it.each<[rule: string, wish: Partial<MonthSides>, whys: string[]]>([
    ['agree, but for what was cut', {}, ['cut 5']],
    ['miss the meter', { metered: undefined }, ['unmetered', 'cut 5']],
    ['miss the slip', { settledKwh: undefined, owed: [] }, ['unsettled']],
    ['miss both', { metered: undefined, settledKwh: undefined, owed: [] }, ['unmetered', 'unsettled']],
    [
      'name the days that are missing, and tell no difference of their sum',
      {
        ...{ metered: { ...METERED, kwh: '1', missingDays: ['2025-06-30'] }, owed: [] },
      },
      ['daysMissing'],
    ],
    [
      'name the days that hold more than they gave, before the slip is held against their sum',
      { oddDays: [ODD], metered: { ...METERED, kwh: '900' }, owed: [] },
      ['oddDays', 'kwhDiffers -100'],
    ],
    ['bear the tolerance to its last kWh', { metered: { ...METERED, kwh: '1030' }, owed: [] }, []],
    ['differ above it', { metered: { ...METERED, kwh: '1030.01' }, owed: [] }, ['kwhDiffers 30.01']],
    ['differ below it', { metered: { ...METERED, kwh: '969.99' }, owed: [] }, ['kwhDiffers -30.01']],
    [
      'bear the least kWh of a small month',
      { metered: { ...METERED, kwh: '20' }, settledKwh: '10', owed: [] },
      [],
    ],
    [
      'differ above it, too',
      { metered: { ...METERED, kwh: '21' }, settledKwh: '10', owed: [] },
      ['kwhDiffers 11'],
    ],
    ['wait for the bank', owed(0n), ['waits 35']],
    ['have a part of it', owed(34n), ['partly 1']],
    ['wait for nothing that was cut', owed(0n, 35n), ['cut 35']],
    ['wait for nothing that a cost cleared', owed(30n, 0n, 5n), ['netted 5']],
    [
      'have a cost cleared of it, and wait for the rest',
      owed(0n, 4n, 5n),
      ['netted 5', 'cut 4', 'partly 26'],
    ],
  ])('%s', (_rule, wish, whys) => {
    const { differences } = reconcileMonth({ ...AGREED, ...wish });
    expect(
      differences.map((each) =>
        [each.why, ...('kwh' in each ? [each.kwh] : 'amount' in each ? [String(each.amount)] : [])].join(' '),
      ),
    ).toEqual(whys);
  });

  it('sum up what is owed without what was cut, and what came', () => {
    expect(reconcileMonth(AGREED)).toMatchObject({ owed: 70n, received: 70n });
  });

  const standard = { percent: '3', leastKwh: '10' };
  const own = (validFrom: string, percent: string) => ({ validFrom, percent, leastKwh: '5', reason: 'r' });
  it.each<[month: string, percent: string]>([
    ['2025-01', '3'],
    ['2025-02', '2'],
    ['2025-05', '1'],
  ])('bear in %s the tolerance of that day: %s per cent', (month, percent) => {
    const rows = [own('2025-04-15', '9'), own('2025-02-01', '2'), own('2025-04-15', '1')];
    expect(toleranceAt(rows, month, standard).percent).toBe(percent);
  });

  it.each<[percent: string, kwh: string, reason: string, codes: string[]]>([
    ['20', '0', 'old cable', []],
    ['3', '14880', 'old cable', []],
    ['3', '14880.01', 'old cable', ['reconcile.leastTooWide']],
    ['20.1', '0', 'old cable', ['reconcile.tooWide']],
    ['20.1', '99999999', 'old cable', ['reconcile.tooWide', 'reconcile.leastTooWide']],
    ['x', 'y', ' ', ['reconcile.notANumber', 'reconcile.notANumber', 'form.missing']],
    ['', ' ', 'old cable', ['form.missing', 'form.missing']],
  ])('bear %s per cent and %s kWh as typed', (tolerancePercent, toleranceKwh, reason, codes) => {
    const form = { validFrom: '2025-01-01', tolerancePercent, toleranceKwh, reason };
    expect(readTolerance(form, '100').problems.map(({ code }) => code)).toEqual(codes);
  });
});

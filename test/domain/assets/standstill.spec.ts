import { isStillAllMonth, isStillIn, standstillOf, stillDaysOf } from '../../../src/domain/assets/asset-life';
import { PARTICULARS, type ParticularsVersion } from '../../../src/domain/assets/asset-particulars';
import { conditionOf, knownBy } from '../../../src/domain/assets/standstill';

const version = (condition: string, validFrom: string): ParticularsVersion => ({
  ...(Object.fromEntries(PARTICULARS.map((name) => [name, ''])) as Record<
    (typeof PARTICULARS)[number],
    string
  >),
  ...{ version: 1, why: '', enteredBy: 'wang', enteredAt: 'then', condition, validFrom },
});

describe('what is known of an asset', () => {
  it.each<[rule: string, noted: [string, string] | undefined, still: object, shown: string | undefined]>([
    ['is what was noted while nothing was decided', ['inUse', '2025-01-01'], {}, 'inUse 2025-01-01'],
    ['is nothing where nothing was noted or decided', undefined, {}, undefined],
    [
      'is idle since it was stopped',
      ['inUse', '2025-01-01'],
      { suspendedOn: '2025-07-01' },
      'idle 2025-07-01',
    ],
    ['is idle also where nothing was noted', undefined, { suspendedOn: '2025-07-01' }, 'idle 2025-07-01'],
    ['is idle since it was noted', ['idle', '2025-03-01'], { suspendedOn: '2025-07-01' }, 'idle 2025-03-01'],
    ['stays damaged', ['damaged', '2025-03-01'], { suspendedOn: '2025-07-01' }, 'damaged 2025-03-01'],
    [
      'is in use since it runs again',
      ['idle', '2025-03-01'],
      { resumedOn: '2025-07-05' },
      'inUse 2025-07-05',
    ],
    ['is idle again as noted', ['idle', '2025-07-05'], { resumedOn: '2025-07-05' }, 'idle 2025-07-05'],
    [
      'runs on with a low yield',
      ['lowYield', '2025-01-01'],
      { resumedOn: '2025-07-05' },
      'lowYield 2025-01-01',
    ],
    [
      'is unknown where it runs again and nothing was noted',
      undefined,
      { resumedOn: '2025-07-05' },
      undefined,
    ],
  ])('%s', (_rule, noted, still, shown) => {
    const known = knownBy(noted === undefined ? undefined : version(...noted), still);
    expect(known === undefined ? undefined : `${known.condition} ${known.validFrom}`).toBe(shown);
  });

  it('is disposed of once it has left, whatever was noted last', () => {
    const known = version('inUse', '2025-01-01');
    expect(conditionOf(known, { leftOn: '2025-07-01' })).toEqual({ ...known, condition: 'disposed' });
    expect(conditionOf(known, {})).toBe(known);
  });

  it('stands still from its last stop until it runs again', () => {
    const stop = { kind: 'suspend', happenedOn: '2025-05-01' } as const;
    const run = { kind: 'resume', happenedOn: '2025-06-01' } as const;
    const other = { kind: 'convert', happenedOn: '2025-06-02' } as const;
    expect(standstillOf([])).toEqual({});
    expect(standstillOf([stop, other])).toEqual({ suspendedOn: '2025-05-01' });
    expect(standstillOf([stop, run, other])).toEqual({ resumedOn: '2025-06-01' });
  });

  it('stands still on the days from each stop to the one before it runs again', () => {
    const at = (kind: 'suspend' | 'resume' | 'convert', happenedOn: string) => ({ kind, happenedOn });
    expect(stillDaysOf([])).toEqual([]);
    expect(stillDaysOf([at('suspend', '2025-05-10'), at('convert', '2025-05-12')])).toEqual([
      { from: '2025-05-10', to: undefined },
    ]);
    expect(
      stillDaysOf([
        ...[at('suspend', '2025-05-10'), at('resume', '2025-07-01')],
        ...[at('suspend', '2025-08-01'), at('resume', '2025-08-01')],
        ...[at('suspend', '2025-09-01'), at('resume', '2025-09-02')],
      ]),
    ).toEqual([
      { from: '2025-05-10', to: '2025-06-30' },
      { from: '2025-09-01', to: '2025-09-01' },
    ]);
  });

  it.each<[from: string, to: string | undefined, month: string, told: string]>([
    ['2025-05-31', '2025-06-29', '2025-04', 'runs'],
    ['2025-05-31', '2025-06-29', '2025-05', 'a part'],
    ['2025-05-31', '2025-06-29', '2025-06', 'a part'],
    ['2025-06-01', '2025-06-30', '2025-06', 'all'],
    ['2025-06-02', '2025-06-30', '2025-06', 'a part'],
    ['2025-06-01', '2025-06-30', '2025-07', 'runs'],
    ['2025-06-01', '2025-07-01', '2025-07', 'a part'],
    ['2025-06-30', undefined, '2025-06', 'a part'],
    ['2025-06-30', undefined, '2026-02', 'all'],
  ])('that stands still from %s to %s, in %s: %s', (from, to, month, told) => {
    const still = [{ from, to }];
    const is = isStillAllMonth(month, still) ? 'all' : isStillIn(month, still) ? 'a part' : 'runs';
    expect(is).toBe(told);
    expect([isStillAllMonth(month), isStillIn(month)]).toEqual([false, false]);
  });
});

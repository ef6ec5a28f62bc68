import {
  confirmableUntil,
  confirmationProblems,
  type PackConfirmation,
  standingOn,
} from '../../../src/domain/policy/confirmation';
import { readPack } from '../../../src/domain/policy/read-pack';
import { SMALL_PACK_ID, smallPack } from './small-pack';

/** To be confirmed from 2025-07-01 on; ends with 2025. */
const loaded = { pack: readPack(smallPack(), SMALL_PACK_ID), digest: 'digest' };

describe('a pack past its day of confirmation', () => {
  const confirmation = (id: string, wish: Partial<PackConfirmation> = {}): PackConfirmation => ({
    ...{
      id,
      region: '990100',
      officeId: 'yinghe',
      on: '2025-07-02',
      packId: SMALL_PACK_ID,
      digest: 'digest',
      until: '2025-09-30',
    },
    ...{ paper: undefined, reason: '问过印发的单位', by: 'qian', at: '2025-07-02T01:00:00.000Z' },
    ...wish,
  });
  const cases: [string, string, PackConfirmation[], string][] = [
    ['is not asked for on its last day', '2025-06-30', [], 'notNeeded'],
    ['wants one from the next day on', '2025-07-01', [], 'missing'],
    ['holds through the day it was confirmed for', '2025-09-30', [confirmation('1')], 'confirmed 1'],
    ['wants another one after it', '2025-10-01', [confirmation('1')], 'missing'],
    [
      'names the one that reaches furthest',
      '2025-08-01',
      [confirmation('1', { until: '2025-12-31' }), confirmation('2')],
      'confirmed 1',
    ],
    ['counts for the text confirmed', '2025-08-01', [confirmation('1', { digest: 'other' })], 'missing'],
    ['counts for one pack', '2025-08-01', [confirmation('1', { packId: '990100/2020-01-01' })], 'missing'],
    ['counts where it was given', '2025-08-01', [confirmation('1', { region: '990200' })], 'missing'],
    ['counts below', '2025-08-01', [confirmation('1', { region: '990000' })], 'confirmed 1'],
  ];
  it.each(cases)('%s', (_rule, day, confirmations, expected) => {
    const found = standingOn(loaded, { regionPath: ['990100', '990000'], day }, confirmations);
    expect([found.kind, ...('confirmation' in found ? [found.confirmation.id] : [])].join(' ')).toBe(
      expected,
    );
  });

  it('names for a plan the first that counts, whatever is confirmed later', () => {
    const given = [
      confirmation('1', { until: '2025-07-31' }),
      confirmation('2'),
      confirmation('3', { until: '2025-12-31' }),
    ];
    const place = { regionPath: ['990100'], day: '2025-08-01', named: 'first' } as const;
    expect(standingOn(loaded, place, given)).toMatchObject({ confirmation: { id: '2' } });
    expect(standingOn(loaded, { ...place, day: '2025-07-31' }, given)).toMatchObject({
      confirmation: { id: '1' },
    });
  });

  it.each([
    ['counts two years on where it was once given for longer', '2027-07-02', 'confirmed'],
    ['and not a day more', '2027-07-03', 'missing'],
  ])('%s', (_rule, day, kind) => {
    const pack = { ...loaded.pack, valid: { ...loaded.pack.valid, to: undefined } };
    const old = confirmation('1', { until: '2099-12-31' });
    const found = standingOn({ ...loaded, pack }, { regionPath: ['990100'], day }, [old]);
    expect(found.kind).toBe(kind);
    if (found.kind === 'confirmed') expect(found.confirmation.until).toBe('2027-07-02');
  });

  it('keeps its confirmation where only the form of its file changed', () => {
    const changed = { digest: 'new', pack: { ...loaded.pack, earlierForms: ['digest'] } };
    const place = { regionPath: ['990100'], day: '2025-08-01' };
    expect(standingOn(changed, place, [confirmation('1')]).kind).toBe('confirmed');
  });
});

describe('a confirmation as typed', () => {
  const form = { packId: SMALL_PACK_ID, until: '2025-12-31', paperTitle: '', reason: '问过印发的单位' };
  const codes = (wish: Partial<typeof form>, pack = loaded.pack): string[] =>
    confirmationProblems({ ...form, ...wish }, pack, '2025-07-20').map(
      ({ field, code }) => `${field} ${code}`,
    );
  const cases: [string, Partial<typeof form>, string[]][] = [
    ['right, to the last day of the pack', {}, []],
    ['for today', { until: '2025-07-20' }, []],
    ['for yesterday', { until: '2025-07-19' }, ['until policy.confirmedForThePast']],
    ['beyond the pack', { until: '2026-01-01' }, ['until policy.confirmedBeyondPack']],
    [
      'with a number of one person in its paper',
      { paperTitle: '13800138000' },
      ['paperTitle form.privateNumber'],
    ],
    ['with one in its reason', { reason: '问过 13800138000' }, ['reason form.privateNumber']],
    ['blank', { until: '', reason: '' }, ['until form.missing', 'reason form.missing']],
  ];
  it.each(cases)('%s', (_what, wish, expected) => {
    expect(codes(wish)).toEqual(expected);
  });

  it('reaches two years on and not a day further: a document is asked for at every second budget', () => {
    const pack = { ...loaded.pack, valid: { ...loaded.pack.valid, to: undefined } };
    expect(codes({ until: '2027-07-20' }, pack)).toEqual([]);
    expect(codes({ until: '2027-07-21' }, pack)).toEqual(['until policy.confirmedTooFar']);
    expect(codes({ until: '2099-12-31' }, pack)).toEqual(['until policy.confirmedTooFar']);
  });

  it.each([
    ['2025-07-20', '2027-07-20'],
    ['2024-02-29', '2026-02-28'],
    ['2025-12-31', '2027-12-31'],
  ])('given on %s reaches %s at most', (today, last) => {
    expect(confirmableUntil(today)).toBe(last);
  });

  it('is refused for a pack that names no such day', () => {
    const pack = { ...loaded.pack, valid: { ...loaded.pack.valid, confirmAfter: undefined } };
    expect(codes({}, pack)).toEqual(['packId policy.notToBeConfirmed']);
  });
});

describe('what is wrong with a confirmation, told with what it is held against', () => {
  const form = { packId: SMALL_PACK_ID, until: '2025-12-31', paperTitle: '', reason: '问过印发的单位' };
  it.each<[until: string, today: string, problems: object[]]>([
    ['2025-12-31', '2025-07-20', []],
    [
      '2025-07-19',
      '2025-07-20',
      [{ code: 'policy.confirmedForThePast', field: 'until', value: '2025-07-19' }],
    ],
    [
      '2026-01-01',
      '2025-07-20',
      [
        {
          ...{ code: 'policy.confirmedBeyondPack', field: 'until', value: '2026-01-01' },
          facts: { last: '2025-12-31' },
        },
      ],
    ],
    [
      '2025-12-31',
      '2023-12-30',
      [
        {
          code: 'policy.confirmedTooFar',
          field: 'until',
          value: '2025-12-31',
          facts: { last: '2025-12-30' },
        },
      ],
    ],
  ])('until %s, given on %s', (until, today, problems) => {
    expect(confirmationProblems({ ...form, until }, loaded.pack, today)).toEqual(problems);
  });
});

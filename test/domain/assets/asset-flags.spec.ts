import { type AssetKnown, idleDays, netOfLastYear } from '../../../src/domain/assets/asset-facts';
import { flagsOf, netOfTwelve, twelveMonths } from '../../../src/domain/assets/asset-flags';
import {
  readRemedy,
  readRemedyEnd,
  type Remedy,
  type RemedyEndForm,
  type RemedyForm,
  remedyOn,
} from '../../../src/domain/assets/asset-remedy';
import { PARTICULARS, type Particulars } from '../../../src/domain/assets/asset-particulars';
import { seeded } from '../policy/seeded';

const DAY = '2024-07-20';
const blank = Object.fromEntries(PARTICULARS.map((name) => [name, ''])) as Particulars;
const known = (wish: Partial<AssetKnown> = {}): AssetKnown => ({
  asset: {
    ...{ id: 'a', kind: 'workshop', assetClass: 'operating', titleLevel: 'village', name: 'Hall' },
    ...{ pool: 'other', cost: 10_000_000n, titleHolder: 'the cooperative', acquiredOn: '2020-06-30' },
  },
  ...{ funds: [], particulars: undefined, contracts: [], months: [], upkeepBills: 0, classId: undefined },
  ...{ remedy: undefined, numberTaken: false, organisation: 'the cooperative' },
  ...{ booksFrom: '2020-01-01', earnedOn: [] },
  ...wish,
});
const month = (name: string, earned: bigint, spent = 0n) => ({ month: name, earned, spent });
const contract = (lastOn: string) => {
  const days = { firstOn: '2023-01-01', lastOn, signedOn: '2022-12-20' };
  return { id: 'l', name: 'L-1', ...days };
};
const noted = (condition: string) => ({ ...blank, condition, validFrom: '2024-07-01' });
const earned = (from: string, to: string, particulars = known().particulars) =>
  known({ earnedOn: [{ from, to }], particulars });

describe('how long an asset has stood idle', () => {
  it.each([
    ['since it was acquired, where it never earned', known(), '2020-07-10', 10],
    ['from the last day of the month it last earned for', earned('2024-04-01', '2024-04-30'), DAY, 81],
    ['not at all on the last day that it earned', earned('2024-01-01', DAY), DAY, 0],
    ['a day on the day after', earned('2024-01-01', '2024-07-19'), DAY, 1],
    ['not at all on the first day of many', earned(DAY, '2024-12-31'), DAY, 0],
    ['for what it earns from tomorrow on', earned('2024-07-21', '2024-12-31'), DAY, 1481],
    [
      'from the last day of its last contract',
      known({ contracts: [contract('2023-06-30')] }),
      '2023-09-28',
      90,
    ],
    ['not at all while a contract holds', known({ contracts: [contract(DAY)] }), DAY, 0],
    [
      'from the day it was noted, where it earned later',
      earned('2024-07-01', '2024-07-31', noted('idle')),
      DAY,
      19,
    ],
    ['from the day the books began, where they tell no more', known({ booksFrom: '2024-07-01' }), DAY, 19],
  ])('%s', (_how, asset, day, days) => {
    expect(idleDays(asset, day)).toBe(days);
  });
});

describe('the flags of an asset', () => {
  const even = [month('2023-07', 1_800_000n), month('2024-06', 0n, 1_800_000n)];
  const short = [month('2023-07', 1_799_999n), month('2024-06', 0n, 1_800_000n)];
  const numbers = { 'idle.days': '90', 'low_yield.share': '0.06' };
  const held = [contract('2025-12-31')];
  it.each([
    ['none, where it breaks even and nobody settled a number', { months: even, contracts: held }, {}, []],
    ['a loss from the first fen', { months: short, contracts: held }, {}, ['loss']],
    [
      'what the settled part of its cost is more than',
      { months: even, contracts: held },
      numbers,
      ['lowYield'],
    ],
    [
      'nothing at exactly the settled part',
      { months: [month('2024-01', 600_000n)], contracts: held },
      numbers,
      [],
    ],
    ['idle at exactly so many days', { contracts: [contract('2024-04-21')] }, numbers, ['idle', 'lowYield']],
    [
      'no stake, which cannot stand empty, even where somebody noted it',
      { asset: { ...known().asset, kind: 'equity' as const }, particulars: noted('idle') },
      numbers,
      ['lowYield'],
    ],
    ['no day of bound at all', { months: even, contracts: held }, { 'idle.days': '0' }, []],
    ['nor less than one, however long', {}, { 'idle.days': '0' }, []],
    ['from one day on', {}, { 'idle.days': '1' }, ['idle']],
    [
      'nothing of twelve months where books tell eleven',
      { booksFrom: '2023-07-02', contracts: held },
      numbers,
      [],
    ],
    [
      'of twelve where they tell just these',
      { booksFrom: '2023-07-01', contracts: held },
      numbers,
      ['lowYield'],
    ],
    [
      'nothing of a station kept for its owners, who book what it brings',
      { asset: { ...known().asset, kind: 'keptPvStation' as const } },
      numbers,
      [],
    ],
    [
      'but what was noted of it by hand',
      {
        asset: { ...known().asset, kind: 'keptPvStation' as const },
        particulars: noted('idle'),
      },
      numbers,
      ['idle'],
    ],
    ['not a day before', { contracts: [contract('2024-04-22')] }, numbers, ['lowYield']],
    [
      'what was noted by hand, whatever the figures say',
      { particulars: noted('lowYield') },
      {},
      ['lowYield'],
    ],
  ])('%s', (_how, wish, given, flags) => {
    expect(flagsOf(known(wish), DAY, given).flags.map(({ kind }) => kind)).toEqual(flags);
  });

  it('say which numbers nobody settled, and nothing of what need not earn', () => {
    expect(flagsOf(known(), DAY, {}).openNumbers).toEqual(['idle.days', 'low_yield.share']);
    expect(flagsOf(known(), DAY, { ...numbers, 'idle.days': '0' }).openNumbers).toEqual(['idle.days']);
    const stake = known({ asset: { ...known().asset, kind: 'equity' } });
    expect(flagsOf(stake, DAY, {})).toMatchObject({ idleDays: 0, openNumbers: ['low_yield.share'] });
    const road = known({ asset: { ...known().asset, assetClass: 'public' } });
    expect(flagsOf(road, DAY, numbers)).toMatchObject({ flags: [], openNumbers: [] });
  });

  it('say why the books cannot tell', () => {
    expect(flagsOf(known({ booksFrom: '2023-07-01' }), DAY, {})).not.toHaveProperty('untold');
    expect(flagsOf(known({ booksFrom: '2023-07-02' }), DAY, {}).untold).toEqual({ booksFrom: '2023-07-02' });
    const kept = known({ asset: { ...known().asset, kind: 'keptPvStation' } });
    expect(flagsOf(kept, DAY, {}).untold).toBe('keptForOthers');
  });

  it('reckon the twelve full months before, once there were twelve', () => {
    const months = [
      month('2023-06', 1n),
      month('2023-07', 10n),
      month('2024-06', 100n),
      month('2024-07', 1_000n),
    ];
    expect(netOfTwelve(known({ months }), DAY)).toBe(110n);
    const told = twelveMonths(known({ months }), DAY)?.map(({ earned, spent }) => earned - spent) ?? [];
    expect(told.reduce((sum, net) => sum + net, 0n)).toBe(110n);
    const young = { ...known().asset, acquiredOn: '2023-08-01' };
    expect(netOfTwelve(known({ months, asset: young }), DAY)).toBeUndefined();
    expect(netOfTwelve(known({ months, booksFrom: '2023-07-01' }), DAY)).toBe(110n);
    expect(netOfTwelve(known({ months, booksFrom: '2023-07-02' }), DAY)).toBeUndefined();
  });

  it('reckon the last full year where the books tell of all of it, and it is the own income', () => {
    const months = [month('2023-01', 5n), month('2024-01', 7n)];
    expect(netOfLastYear(known({ months, booksFrom: '2023-01-01' }), DAY)).toBe(5n);
    expect(netOfLastYear(known({ months, booksFrom: '2023-01-02' }), DAY)).toBeUndefined();
    const kept = { ...known().asset, kind: 'keptPvStation' as const };
    expect(netOfLastYear(known({ months, asset: kept }), DAY)).toBeUndefined();
  });
});

describe('a remedy', () => {
  const KAZUO = seeded.requirePack('211324/2024-08-15').pack;
  const FORM: RemedyForm = {
    ...{ remedy: 'custody', what: 'let it to a firm', who: 'the council', doneBy: '2024-09-30' },
    ...{ decidedOn: '2024-07-10', paper: 'minutes 7' },
  };
  const one: Remedy = {
    ...{ number: 1, remedy: 'custody', what: 'let', who: 'council', dueOn: '2024-09-30' },
    ...{ decidedOn: '2024-07-10', paper: 'minutes', ended: undefined },
  };
  it.each<[string, Partial<RemedyForm>, string[]]>([
    ['is one of the words of the document', {}, []],
    ['or one of the usual ones', { remedy: 'lease' }, []],
    ['and no other', { remedy: 'sell' }, ['form.notAllowed remedy']],
    [
      'says what, who, by what paper',
      { remedy: '', what: ' ', who: '', paper: '' },
      ['form.missing remedy', 'form.missing what', 'form.missing who', 'form.missing paper'],
    ],
    ['is not of tomorrow', { decidedOn: '2024-07-21' }, ['assetLife.notYet decidedOn']],
    ['is due after it was decided', { doneBy: '2024-07-09' }, ['remedy.dueBefore doneBy']],
    ['names a day', { doneBy: 'soon' }, ['calendar.notADay doneBy']],
    ['names nobody by a number', { who: '13812345678' }, ['form.privateNumber who']],
  ])('%s', (_how, wish, codes) => {
    const { problems } = readRemedy({ ...FORM, ...wish }, { today: DAY, pack: KAZUO, remedies: [] });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  const same: Remedy = { ...one, what: 'let it to a firm' };
  it.each<[string, Remedy, Partial<RemedyForm>, string[]]>([
    ['once while it is under way', same, {}, ['remedy.underWay what']],
    ['in other spaces, too', same, { what: ' let it to a firm ' }, ['remedy.underWay what']],
    ['anew once it has ended', { ...same, ended: { doneOn: '2024-07-12', outcome: 'no' } }, {}, []],
    ['for something else', same, { what: 'let the other half' }, []],
    ['by another remedy', same, { remedy: 'lease' }, []],
    ['on another day', same, { decidedOn: '2024-07-11' }, []],
  ])('is decided %s', (_how, before, wish, codes) => {
    const { problems } = readRemedy({ ...FORM, ...wish }, { today: DAY, pack: KAZUO, remedies: [before] });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it.each<[string, Partial<RemedyEndForm>, string[]]>([
    ['ends with what came of it', {}, []],
    ['once', { remedyNumber: '2' }, ['remedy.notOpen remedyNumber']],
    ['not before it was decided', { doneOn: '2024-07-09' }, ['remedy.endBefore doneOn']],
    [
      'not tomorrow, nor without a word',
      { doneOn: '2024-07-21', cameOf: '' },
      ['form.missing cameOf', 'assetLife.notYet doneOn'],
    ],
  ])('%s', (_how, wish, codes) => {
    const form = { remedyNumber: '1', doneOn: '2024-07-15', cameOf: 'let for 6,000 a year', ...wish };
    const { problems } = readRemedyEnd(form, { today: DAY, remedies: [one] });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('is under way from the day it was decided to the day it ended', () => {
    const ended = { ...one, ended: { doneOn: '2024-07-15', outcome: 'let' } };
    expect(['2024-07-09', '2024-07-10', DAY].map((day) => remedyOn([one], day)?.number)).toEqual([
      ...[undefined, 1, 1],
    ]);
    expect(['2024-07-14', '2024-07-15'].map((day) => remedyOn([ended], day)?.number)).toEqual([1, undefined]);
  });
});

import {
  classesOf,
  classesOn,
  type GivenClass,
  readReview,
  type ReviewedAsset,
  type ReviewForm,
} from '../../../src/domain/assets/review';
import { loadCoverage } from '../../../src/features/policy/example-files';
import { SEEDS } from '../../support/policy-seeds';
import { seeded } from '../policy/seeded';

const FUYANG = seeded.requirePack('341200/2023-09-21').pack;
const KAZUO = seeded.requirePack('211324/2024-08-15').pack;
const GUANGXI = seeded.requirePack('450000/2022-07-19').pack;
const ASSETS: ReviewedAsset[] = [
  { id: 'a', name: 'hall', acquiredOn: '2021-09-30' },
  { id: 'b', name: 'shed', acquiredOn: '2021-09-30', leftOn: '2025-06-30' },
];
const FORM: ReviewForm = { reviewedOn: '2025-03-31', paper: 'survey 3', classes: { a: 'improve' } };
const read = (form: Partial<ReviewForm> = {}, pack = FUYANG) =>
  readReview({ ...FORM, ...form }, { today: '2025-07-20', pack, assets: ASSETS });
const told = (form: Partial<ReviewForm>, pack = FUYANG) =>
  read(form, pack).problems.map(({ code, field }) => `${code} ${field}`);

/** Every rule about reviews that is said to be wired, with a class it lets pass and one it does not. */
const WIRED = { 'FY-03': [FUYANG, 'improve', '升级'], 'KZ-3-1': [KAZUO, 'upgrade', '提升'] } as const;

describe('a review of the assets that earn', () => {
  it('gives each its class in the words of the document', () => {
    const { given, paper, problems } = read({ classes: { a: '提升', b: ' 另起炉灶一批 ' } });
    expect([problems, paper]).toEqual([[], 'survey 3']);
    const of = { reviewedOn: '2025-03-31', pack: '341200/2023-09-21' };
    expect(given).toEqual([
      { assetId: 'a', ...of, classId: 'improve', className: '提升' },
      { assetId: 'b', ...of, classId: 'restart', className: '另起炉灶' },
    ]);
  });

  it.each<[rule: string, form: Partial<ReviewForm>, found: string[]]>([
    ['says on which day', { reviewedOn: '31.3.' }, ['calendar.notADay reviewedOn']],
    ['is not to come', { reviewedOn: '2025-07-21' }, ['assetLife.notYet reviewedOn']],
    ['is of today', { reviewedOn: '2025-07-20' }, []],
    ['has a paper', { paper: ' ' }, ['form.missing paper']],
    ['looks at something', { classes: { a: ' ', b: '' } }, ['review.nothing ']],
    ['passes over what nobody looked at', { classes: { a: 'revive', b: '' } }, []],
    ['is of what earns', { classes: { c: 'revive' } }, ['review.notEarning classes.c']],
    ['is not before the asset', { reviewedOn: '2021-09-29' }, ['review.beforeAsset classes.a']],
    ['is on its first day', { reviewedOn: '2021-09-30' }, []],
    ['is before it left', { reviewedOn: '2025-06-29', classes: { b: 'revive' } }, []],
    [
      'is not on the day it left',
      { reviewedOn: '2025-06-30', classes: { b: 'revive' } },
      ['review.afterAsset classes.b'],
    ],
  ])('%s', (_rule, form, found) => {
    expect(told(form)).toEqual(found);
  });

  it('takes no word of another document, and names its own', () => {
    expect(read({ classes: { a: '升级' } }).problems).toEqual([
      {
        ...{ code: 'review.notInList', field: 'classes.a', value: '升级' },
        facts: { known: ['巩固', '提升', '盘活', '另起炉灶'], title: FUYANG.source.title },
      },
    ]);
    expect(told({ classes: { a: 'adjust' } })).toEqual(['review.notInList classes.a']);
    expect(told({ classes: { a: 'adjust' } }, KAZUO)).toEqual([]);
  });

  it('is made under no document that has no classes', () => {
    expect([FUYANG, KAZUO, GUANGXI].map((pack) => classesOf(pack)?.of.length)).toEqual([4, 4, undefined]);
  });

  it.each<[day: string, found: string | undefined]>([
    ['2023-09-30', undefined],
    ['2023-10-01', 'revive'],
    ['2024-10-01', 'consolidate'],
  ])('holds on %s', (day, found) => {
    const given = (reviewedOn: string, classId: string): GivenClass => {
      return { assetId: 'a', reviewedOn, pack: 'p', classId, className: classId };
    };
    const all = [
      ...[given('2024-10-01', 'consolidate'), given('2023-10-01', 'improve'), given('2023-10-01', 'revive')],
    ];
    expect(classesOn(all, day).get('a')?.classId).toBe(found);
    expect(classesOn(all, day).get('b')).toBeUndefined();
  });
});

/** The lines of all packs that are for reviews. */
const ABOUT_REVIEWS = seeded
  .listPacks()
  .flatMap(({ pack }) => pack.rules.filter(({ subject }) => subject === 'asset_review').map(({ id }) => id));

describe('a rule about classes that is said to be wired', () => {
  it('is among those that reviews are judged by, and the reverse', () => {
    const said = loadCoverage(SEEDS).flatMap(({ covered }) =>
      covered
        .filter(({ standing, facts }) => standing === 'wired' && facts === 'assets')
        .flatMap(({ by }) => by)
        .filter((line) => ABOUT_REVIEWS.includes(line)),
    );
    expect(said.sort()).toEqual(Object.keys(WIRED).sort());
  });

  it.each(Object.entries(WIRED))('%s is judged by what a review hands in', (_rule, [pack, passes, fails]) => {
    expect(told({ classes: { a: passes } }, pack)).toEqual([]);
    expect(told({ classes: { a: fails } }, pack)).toEqual(['review.notInList classes.a']);
  });
});

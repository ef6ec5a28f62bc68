import {
  ASSET_CLASSES,
  ASSET_KINDS,
  type AssetClass,
  type AssetKind,
  isOwnFixedAsset,
  isTitledElsewhere,
  mayHaveNoCost,
  requireEarning,
  standingProblems,
  TITLE_LEVELS,
  type TitleLevel,
} from '../../../src/domain/assets/asset-classes';
import { DomainError } from '../../../src/domain/shared/domain-error';

const titleOf = (assetClass: AssetClass): TitleLevel =>
  assetClass === 'household' ? 'household' : 'village';

describe('the class of an asset', () => {
  it.each<[AssetKind, AssetClass[]]>([
    ['pvStation', ['operating']],
    ['jointPvStation', ['operating']],
    ['keptPvStation', ['operating']],
    ['householdPv', ['household']],
    ['workshop', ['operating', 'public', 'household']],
    ['coldStore', ['operating', 'public', 'household']],
    ['plant', ['operating', 'public', 'household']],
    ['market', ['operating', 'public', 'household']],
    ['machinery', ['operating', 'public', 'household']],
    ['land', ['operating', 'public', 'household']],
    ['water', ['operating', 'public', 'household']],
    ['infrastructure', ['public']],
    ['equity', ['operating']],
    ['biological', ['operating', 'public', 'household']],
    ['other', ['operating', 'public', 'household']],
  ])('of %s is one of %j', (kind, allowed) => {
    const sound = ASSET_CLASSES.filter(
      (assetClass) => standingProblems({ kind, assetClass, titleLevel: titleOf(assetClass) }).length === 0,
    );
    expect(sound).toEqual(allowed);
  });

  it('is named where another one is typed', () => {
    expect(standingProblems({ kind: 'pvStation', assetClass: 'public', titleLevel: 'village' })).toEqual([
      {
        code: 'assets.classNotOfKind',
        field: 'assetClass',
        value: 'public',
        facts: { kind: 'pvStation', class: 'operating' },
      },
    ]);
  });

  it.each(ASSET_CLASSES)('%s goes with the titles of its kind', (assetClass) => {
    const sound = TITLE_LEVELS.filter(
      (titleLevel) => standingProblems({ kind: 'other', assetClass, titleLevel }).length === 0,
    );
    expect(sound).toEqual(assetClass === 'household' ? ['household'] : ['village', 'township', 'county']);
  });

  it('that does not go with the title is said of the title', () => {
    expect(standingProblems({ kind: 'other', assetClass: 'public', titleLevel: 'household' })).toEqual([
      { code: 'assets.householdTitle', field: 'titleLevel', value: 'household' },
    ]);
  });

  it('decides whether there is income to book and cost to deduct', () => {
    const asset = { name: 'Road' };
    expect(() => {
      requireEarning({ ...asset, assetClass: 'operating' });
    }).not.toThrow();
    for (const assetClass of ['public', 'household'] as const) {
      const facts = { asset: 'Road', class: assetClass };
      expect(() => {
        requireEarning({ ...asset, assetClass });
      }).toThrow(new DomainError('assets.earnsNothing', facts));
    }
  });
});

describe('the title of an asset', () => {
  it.each<[TitleLevel, boolean]>([
    ['village', false],
    ['household', false],
    ['township', true],
    ['county', true],
  ])('%s lies elsewhere: %j', (titleLevel, elsewhere) => {
    expect(isTitledElsewhere({ titleLevel })).toBe(elsewhere);
    expect(mayHaveNoCost({ kind: 'workshop', titleLevel })).toBe(elsewhere);
  });

  it.each(ASSET_KINDS)("makes %s a fixed asset of the books where it is the village's", (kind) => {
    const valued = !['land', 'water', 'equity', 'biological', 'keptPvStation'].includes(kind);
    expect(isOwnFixedAsset({ kind, titleLevel: 'village' })).toBe(valued);
    for (const titleLevel of ['township', 'county', 'household'] as const)
      expect(isOwnFixedAsset({ kind, titleLevel })).toBe(false);
    expect(mayHaveNoCost({ kind, titleLevel: 'village' })).toBe(['land', 'water'].includes(kind));
  });
});

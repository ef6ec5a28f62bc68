import {
  type NatureForm,
  type NatureGround,
  naturePicks,
  natureSaid,
  readNature,
} from '../../../src/domain/income/income-nature';
import { seeded } from '../policy/seeded';

const SHANGQIU = seeded.requirePack('411400/2018-04-09').pack;
const DONGCHUAN = seeded.requirePack('530113/2022-09-19').pack;
const FUYANG = seeded.requirePack('341200/2023-09-21').pack;
const BLANK = { kind: undefined, mode: undefined, paper: undefined, reason: undefined };

const read = (form: NatureForm, ground: Partial<NatureGround> = {}) =>
  readNature(form, {
    ...{ pack: SHANGQIU, local: {}, on: '2019-07-20', asset: { kind: 'workshop' }, amount: 2_000_000n },
    ...ground,
  });
const said = (form: NatureForm, ground: Partial<NatureGround> = {}) =>
  read(form, ground).problems.map(({ code, field, facts }) =>
    [code, field, facts?.['rule'] ?? ''].join(' ').trim(),
  );

describe('what a document calls income', () => {
  it.each([
    [
      'rent, a share, a fund and its yield',
      SHANGQIU,
      ['house_rent', 'equipment_rent', 'workshop_shares', 'development_fund', 'fund_yield'],
    ],
    ['income of stations, of other assets, a share of taxes', DONGCHUAN, ['pv', 'fixed_asset', 'tax_share']],
    ['nothing where it has no words for it', FUYANG, []],
  ])('is %s', (_what, pack, kinds) => {
    expect(naturePicks(pack).kinds.map(({ id }) => id)).toEqual(kinds);
  });

  it('is how an asset earns, and all its paper says, where a line looks at them', () => {
    expect(naturePicks(SHANGQIU).modes.map(({ id }) => id)).toContain('loan_shares');
    expect([SHANGQIU, DONGCHUAN].map((pack) => naturePicks(pack).asksPaper)).toEqual([true, false]);
  });
});

describe('income under the document of Shangqiu', () => {
  it.each<[string, NatureForm, Partial<NatureGround>, string[]]>([
    ['is not booked before its kind is said', {}, {}, ['income.kindMissing incomeKind SQ-C53']],
    ['is rent of premises', { incomeKind: 'house_rent' }, {}, []],
    [
      'of a workshop is rent or a share, or has a reason',
      { incomeKind: 'none_of_these' },
      {},
      ['policy.reasonMissing incomeReason SQ-D3'],
    ],
    ['goes on with a reason', { incomeKind: 'none_of_these', incomeReason: 'scrap was sold' }, {}, []],
    [
      'needs a reason that says something',
      { incomeKind: 'fund_yield', incomeReason: 'yes' },
      {},
      ['policy.reasonTooShort incomeReason'],
    ],
    [
      'of something else may be of no kind it names',
      { incomeKind: 'none_of_these' },
      { asset: { kind: 'coldStore' } },
      [],
    ],
    [
      'is no money put in for the collective to work with',
      { incomeKind: 'development_fund' },
      { asset: { kind: 'equity' } },
      ['policy.ruleBroken incomeKind SQ-C53'],
    ],
    ['may be what such money yields', { incomeKind: 'fund_yield' }, { asset: { kind: 'equity' } }, []],
    [
      'of a workshop is booked whole: 20,000.00 of 24,000.00 are not',
      { incomeKind: 'house_rent', paperAmount: '24,000.00' },
      {},
      ['policy.ruleBroken paperAmount SQ-D32r'],
    ],
    ['is booked whole', { incomeKind: 'house_rent', paperAmount: '20000' }, {}, []],
    [
      'that is more than its paper says is refused, too',
      { incomeKind: 'house_rent', paperAmount: '19999.99' },
      {},
      ['policy.ruleBroken paperAmount SQ-D32r'],
    ],
    [
      "of a household's own roof is the household's",
      { incomeKind: 'none_of_these' },
      { asset: { kind: 'other' }, answeredKind: 'household_station' },
      ['policy.ruleBroken assetId SQ-A7c'],
    ],
    [
      'of a thing nobody has named waits until somebody does',
      { incomeKind: 'none_of_these' },
      { asset: { kind: 'other' } },
      ['income.assetKindMissing assetId SQ-A7c', 'income.assetKindMissing assetId SQ-D32r'],
    ],
    [
      'has words of the document only',
      { incomeKind: 'gift' },
      {},
      ['form.notAllowed incomeKind', 'income.kindMissing incomeKind SQ-C53'],
    ],
    ['by contract is rent, whatever its kind', {}, { byContract: { kind: undefined } }, []],
    [
      'by contract is judged by what it was called before',
      {},
      { byContract: { kind: 'none_of_these' } },
      ['policy.reasonMissing incomeReason SQ-D3'],
    ],
  ])('%s', (_what, form, ground, problems) => {
    expect(said(form, ground)).toEqual(problems);
  });
});

describe('what is kept of income', () => {
  it.each<[string, NatureForm, Partial<NatureGround>, object | undefined]>([
    [
      'the mode that the asset surely is',
      { incomeKind: 'house_rent' },
      {},
      { kind: 'house_rent', mode: 'workshop_income' },
    ],
    [
      'a mode that was chosen',
      { incomeKind: 'none_of_these', incomeMode: 'loan_shares' },
      { asset: { kind: 'machinery' } },
      { kind: 'none_of_these', mode: 'loan_shares' },
    ],
    ['the kind that the asset surely is', {}, { pack: DONGCHUAN }, { kind: 'fixed_asset' }],
    ['the kind of a station', {}, { pack: DONGCHUAN, asset: { kind: 'pvStation' } }, { kind: 'pv' }],
    ['a share of taxes', { incomeKind: 'tax_share' }, { pack: DONGCHUAN }, { kind: 'tax_share' }],
    [
      'a reason only where one was asked',
      { incomeKind: 'house_rent', incomeReason: 'for nothing' },
      {},
      { kind: 'house_rent', mode: 'workshop_income' },
    ],
    ['nothing under a document without words', {}, { pack: FUYANG }, undefined],
  ])('is %s', (_what, form, ground, kept) => {
    const pack = ground.pack ?? SHANGQIU;
    expect(read(form, ground).nature).toEqual(kept && { ...BLANK, packId: pack.id, ...kept });
  });

  it('is said in the words of the document, income of an asset with its mark', () => {
    const kept = { kind: 'house_rent', mode: 'workshop_income', reason: null };
    const told = natureSaid(SHANGQIU, kept);
    expect([told.marks.length, told.reason]).toEqual([1, undefined]);
    expect(told.kind).toBe(naturePicks(SHANGQIU).kinds[0]?.name);
    expect(natureSaid(SHANGQIU, { ...kept, mode: 'none_of_these' }).marks).toEqual([]);
  });
});

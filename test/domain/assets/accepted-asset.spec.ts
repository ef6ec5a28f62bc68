import {
  type AcceptedAssetForm,
  isTyped,
  readAcceptedAsset,
} from '../../../src/domain/assets/accepted-asset';
import {
  type ProjectActForm,
  type ProjectStand,
  readProjectAct,
} from '../../../src/domain/assets/construction';

const FORM: AcceptedAssetForm = {
  ...{ kind: 'coldStore', assetClass: 'operating', name: ' cold store ', titleHolder: 'Donghe' },
  ...{ capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '' },
  funds: [{ level: 'county', year: '2025', amount: '1000.00' }],
};
const FACTS = { built: 100_000n, happenedOn: '2025-06-30', today: '2025-07-20', namesTaken: ['hall'] };
const told = (form: Partial<AcceptedAssetForm>, happenedOn = FACTS.happenedOn) =>
  readAcceptedAsset({ ...FORM, ...form }, { ...FACTS, happenedOn }).problems.map(
    ({ code, field }) => `${code} ${field}`,
  );

describe('an asset that is entered with its acceptance', () => {
  it('is the village’s own, acquired that day at what was built', () => {
    const { asset, funds, problems } = readAcceptedAsset(FORM, FACTS);
    expect([problems, funds]).toEqual([[], [{ level: 'county', year: 2025, amount: 100_000n }]]);
    expect(asset).toMatchObject({
      ...{ kind: 'coldStore', name: 'cold store', titleLevel: 'village', cost: 100_000n, pool: 'other' },
      acquiredOn: '2025-06-30',
    });
  });

  it.each<[rule: string, form: Partial<AcceptedAssetForm>, found: string[]]>([
    ['is paid for whole', { funds: [] }, ['assets.fundsNotCost asset.funds']],
    ['has a name of its own', { name: 'hall' }, ['assets.nameTaken asset.name']],
    ['has a name', { name: '' }, ['form.missing asset.name']],
    ['is no resource', { kind: 'land' }, ['form.notAllowed asset.kind']],
    ['is no stake', { kind: 'equity' }, ['form.notAllowed asset.kind']],
    [
      'is no station of several owners',
      { kind: 'jointPvStation', capacityKw: '1', meterMultiplier: '1', energyPrice: '1', subsidyPrice: '0' },
      ['form.missing asset.keeper', 'form.missing asset.ownShareKey', 'form.notAllowed asset.kind'],
    ],
    [
      'is a station with its meter',
      { kind: 'pvStation', meterMultiplier: '1', energyPrice: '1', subsidyPrice: '0' },
      ['form.missing asset.capacityKw'],
    ],
  ])('%s', (_rule, form, found) => {
    expect(told(form)).toEqual(found);
  });

  it('leaves it to the act to say that a day is none, or to come', () => {
    expect([told({}, '30.6.'), told({}, '2025-07-21')]).toEqual([[], []]);
  });

  it.each<[typed: boolean, wish: Partial<AcceptedAssetForm>]>([
    [true, {}],
    [true, { kind: ' ' }],
    [true, { name: '' }],
    [false, { name: ' ', kind: '' }],
  ])('counts as typed: %s', (typed, wish) => {
    expect(isTyped({ ...FORM, ...wish })).toBe(typed);
    expect(isTyped(undefined)).toBe(false);
  });
});

describe('an act on a project that cost 300.00', () => {
  const ACT = { act: 'fund', happenedOn: '2025-07-01', amount: '', kept: '', keptDueOn: '', assetId: '' };
  const read = (form: Partial<ProjectActForm>, stand: Partial<ProjectStand>) => {
    const built = { built: 30_000n, labour: 0n, cost: 30_000n };
    const usual = { funded: 0n, ...built, paid: 30_000n, owed: 0n, overdue: 0n, open: [] };
    return readProjectAct(
      { ...ACT, ...form },
      {
        ...{ project: { contractSum: 30_000n }, stand: { ...usual, ...stand }, today: '2025-07-20' },
        asset: { cost: 30_000n, inBooks: 0n, acquiredOn: '2025-06-30' },
      },
    );
  };

  it.each<[amount: string, funded: bigint, acceptedOn: string | undefined, kept: bigint]>([
    ['100.00', 20_000n, '2025-06-30', 10_000n],
    ['99.99', 20_000n, '2025-06-30', 9_999n],
    ['100.01', 20_000n, '2025-06-30', 10_000n],
    ['1.00', 30_000n, '2025-06-30', 0n],
    ['1.00', 30_001n, '2025-06-30', 0n],
    ['100.00', 20_000n, undefined, 0n],
  ])('of %s that come after %s have come pays for what was built', (amount, funded, acceptedOn, kept) => {
    const { event, problems } = read({ amount }, { funded, acceptedOn });
    expect([problems, event.kept]).toEqual([[], kept]);
  });

  it('takes one asset, of the register or a new one', () => {
    const codes = (assetId: string): string[] =>
      read({ act: 'acceptance', assetId, asset: FORM }, {}).problems.map(({ code }) => code);
    expect([codes('a'), codes(' ')]).toEqual([['construction.twoAssets'], []]);
  });
});

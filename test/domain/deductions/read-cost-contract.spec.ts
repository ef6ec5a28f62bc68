import {
  type CostContractFacts,
  type CostContractForm,
  readCostContract,
} from '../../../src/domain/deductions/read-cost-contract';

const RENT: CostContractForm = {
  ...{ kind: 'land_rent', name: ' field ', assetId: 'a', pool: '', termType: 'landRent', amount: '' },
  ...{ yearPart: 'half-year', mu: '4.20', yuanPerMuYear: '1,800', ownShare: '', rate: '' },
  ...{ yuanPerWattYear: '', capacityKw: '', clause: 'art. 3', validFrom: '2025-01-01', validTo: '' },
  ...{ reason: '', policyNumber: '', sumInsured: '' },
};
const BESIDE = {
  ...{
    kind: 'land_rent' as const,
    name: 'other field',
    assetId: 'a',
    validFrom: '2020-01-01',
    validTo: undefined,
  },
};
const FIXED = { ...RENT, kind: 'o_and_m', termType: 'fixed', amount: '1,200', yearPart: 'year' };
const POLICY = {
  ...{ ...FIXED, kind: 'insurance', yearPart: 'once', validTo: '2025-12-31' },
  ...{ policyNumber: 'PICC 7', sumInsured: '500000' },
};
const CAPPED = { ...RENT, kind: 'o_and_m', termType: 'perWattYear', yuanPerWattYear: '0.03' };
const FACTS: CostContractFacts = {
  asset: { id: 'a', pool: 'pv', capacityKw: '200' },
  named: undefined,
  others: [],
};

const told = (form: CostContractForm, facts: CostContractFacts = FACTS): string[] =>
  readCostContract(form, facts).problems.map(({ code, field }) => `${code} ${field}`);

describe('a contract of costs as it is typed', () => {
  it.each<[what: string, form: CostContractForm, term: object]>([
    ['land rent', RENT, { type: 'landRent', mu: '4.20', yuanPerMuYear: '1800', yearPart: 'half-year' }],
    [
      'land rent of a share',
      { ...RENT, ownShare: '6.25%' },
      { type: 'landRent', mu: '4.20', yuanPerMuYear: '1800', yearPart: 'half-year', ownShare: '6.25%' },
    ],
    ['a fixed amount', FIXED, { type: 'fixed', amount: '1200.00', yearPart: 'year' }],
    ['an insurance', POLICY, { type: 'fixed', amount: '1200.00', yearPart: 'once' }],
    [
      'a rate',
      { ...FIXED, termType: 'percentOfReceipt', rate: '2.9%' },
      { type: 'percentOfReceipt', rate: '2.9%' },
    ],
    [
      'a cap, on the capacity of the asset',
      CAPPED,
      { type: 'perWattYear', yuanPerWattYear: '0.03', capacityKw: '200' },
    ],
  ])('is read: %s', (_, form, term) => {
    const { contract, problems } = readCostContract(form, FACTS);
    expect(problems).toEqual([]);
    expect(contract).toMatchObject({ name: 'field', pool: 'pv', assetId: 'a', term });
  });

  it.each<[rule: string, form: CostContractForm, facts: Partial<CostContractFacts>, problems: string[]]>([
    [
      'everything at once',
      { ...RENT, kind: '', name: '', mu: 'x', yuanPerMuYear: '', yearPart: 'month', validFrom: '2025-02-30' },
      {},
      [
        ...['form.missing kind', 'form.missing name', 'form.notAllowed yearPart', 'form.notAQuantity mu'],
        ...['form.missing yuanPerMuYear', 'calendar.notADay validFrom'],
      ],
    ],
    ['an unknown way to reckon', { ...RENT, termType: 'guess' }, {}, ['form.notAllowed termType']],
    ['no way to reckon', { ...RENT, termType: '' }, {}, ['form.missing termType']],
    ['no mu at all', { ...RENT, mu: '0' }, {}, ['form.notPositive mu']],
    ['a cap of nothing', { ...CAPPED, yuanPerWattYear: '0' }, {}, ['form.notPositive yuanPerWattYear']],
    ['half a fen', { ...FIXED, amount: '10.005' }, {}, ['money.notAnAmount amount']],
    ['no amount', { ...FIXED, amount: '' }, {}, ['form.missing amount']],
    [
      'a rate without its sign',
      { ...FIXED, termType: 'percentOfReceipt', rate: '2.9' },
      {},
      ['money.notARatio rate'],
    ],
    [
      'a capacity the asset has not',
      { ...CAPPED, capacityKw: '200.1' },
      {},
      ['costContract.capacity capacityKw'],
    ],
    ['no capacity anywhere', CAPPED, { asset: { id: 'a', pool: 'pv' } }, ['form.missing capacityKw']],
    [
      'an insurance of what is not there yet',
      POLICY,
      { asset: { id: 'a', pool: 'pv', acquiredOn: '2025-01-02' } },
      ['costContract.beforeAsset validFrom'],
    ],
    [
      'an insurance from the day on which the asset came',
      POLICY,
      { asset: { id: 'a', pool: 'pv', acquiredOn: '2025-01-01' } },
      [],
    ],
    [
      'land rent of the time in which it was built',
      { ...RENT, validTo: '2025-06-29' },
      { asset: { id: 'a', pool: 'pv', acquiredOn: '2025-06-30' } },
      [],
    ],
    [
      'service that ends on the day on which the asset came',
      { ...FIXED, validTo: '2025-06-30' },
      { asset: { id: 'a', pool: 'pv', acquiredOn: '2025-06-30' } },
      [],
    ],
    [
      'service that ends the day before',
      { ...FIXED, validTo: '2025-06-29' },
      { asset: { id: 'a', pool: 'pv', acquiredOn: '2025-06-30' } },
      ['costContract.endsBeforeAsset validTo'],
    ],
    [
      'an insurance that ends the day before: its first day says it',
      POLICY,
      { asset: { id: 'a', pool: 'pv', acquiredOn: '2026-01-01' } },
      ['costContract.beforeAsset validFrom'],
    ],
    ['days that run backwards', { ...RENT, validTo: '2024-12-31' }, {}, ['calendar.reversed validTo']],
    [
      'a first day after the asset left',
      RENT,
      { asset: { id: 'a', pool: 'pv', leftOn: '2024-12-31' } },
      ['costContract.afterAsset validFrom'],
    ],
    [
      'a last day after the asset left',
      { ...RENT, validTo: '2025-07-01' },
      { asset: { id: 'a', pool: 'pv', leftOn: '2025-06-30' } },
      ['costContract.afterAsset validTo'],
    ],
    ['money of another colour', { ...RENT, pool: 'other' }, {}, ['costContract.otherPool pool']],
    ['neither asset nor pool', { ...RENT, assetId: '' }, { asset: undefined }, ['form.missing pool']],
    [
      'an insurance without number, sum and last day',
      { ...POLICY, policyNumber: '', sumInsured: '', validTo: '' },
      {},
      ['form.missing validTo', 'form.missing policyNumber', 'form.missing sumInsured'],
    ],
    ['another cost without a reason', { ...FIXED, kind: 'other' }, {}, ['deductions.reasonMissing reason']],
    ['another cost with one', { ...FIXED, kind: 'other', reason: 'flood' }, {}, []],
    [
      'a kind that the document does not name',
      RENT,
      { named: new Set(['o_and_m']) },
      ['deductions.reasonMissing reason'],
    ],
    ['a kind that it names', FIXED, { named: new Set(['o_and_m']) }, []],
    ['another of the kind for the asset', RENT, { others: [BESIDE] }, ['costContract.besideAnother reason']],
    ['another, and why there are two', { ...RENT, reason: 'two owners' }, { others: [BESIDE] }, []],
    ['another of another asset', RENT, { others: [{ ...BESIDE, assetId: 'b' }] }, []],
    ['another that had ended', RENT, { others: [{ ...BESIDE, validTo: '2020-12-31' }] }, []],
    [
      'a contract that stands here already',
      RENT,
      {
        others: [
          { kind: 'land_rent', name: 'field', assetId: 'a', validFrom: '2020-01-01', validTo: undefined },
        ],
      },
      ['costContract.same name'],
    ],
    [
      'one that ended before',
      RENT,
      {
        others: [
          { kind: 'land_rent', name: 'field', assetId: 'a', validFrom: '2020-01-01', validTo: '2024-12-31' },
        ],
      },
      [],
    ],
  ])('is held against the rules: %s', (_, form, facts, problems) => {
    expect(told(form, { ...FACTS, ...facts })).toEqual(problems);
  });
});

import {
  costParts,
  keptBackFrom,
  type KeptCostForm,
  owedProblems,
  readKeptCost,
  takingProblems,
} from '../../../src/domain/deductions/kept-cost';
import { keptCostPostings } from '../../../src/domain/deductions/kept-cost-postings';
import { requireYuan } from '../../../src/domain/money/fen';
import { seedRegisters } from '../../support/seed-registers';

const FORM: KeptCostForm = {
  ...{ assetId: 'a1', kind: 'land_rent', name: 'land rent', amount: '21120.00', paidOn: '2025-03-26' },
  ...{ note: '52.80 × 800 × half a year', reason: '' },
};
const ROWS = [
  { key: '01', label: 'second', share: '6.25%', owner: 'West' },
  { key: '02', label: 'of the pictures', share: '6.25%', owner: 'East' },
  { key: '03', label: 'the other fourteen', share: '87.5%', owner: 'Beyond' },
];
/** A question that has a field of its own. */
const askedIn = (field: string): string => `deductions.${field} ${field}`;
const NOTHING = { whole: 0n, given: new Map<string, bigint>() };

describe('a cost of a joint station', () => {
  it.each<[rule: string, wish: Partial<KeptCostForm>, codes: string[]]>([
    ['is read', {}, []],
    ['has a kind', { kind: 'gift' }, ['form.notAllowed kind']],
    ['has a name', { name: ' ' }, ['form.missing name']],
    ['is above nothing', { amount: '0.00' }, ['money.notPositive amount']],
    ['has the day on which it was paid', { paidOn: '2025-02-30' }, ['calendar.notADay paidOn']],
    ['says how it was reckoned', { note: ' ' }, ['form.missing note']],
    ['says why where its kind is no usual one', { kind: 'other' }, ['deductions.reasonMissing reason']],
  ])('%s', (_rule, wish, codes) => {
    const { problems } = readKeptCost({ ...FORM, ...wish });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it.each<[wish: Partial<KeptCostForm>, codes: string[]]>([
    // A station of 1 March to 31 May.
    [{ paidOn: '2025-03-01' }, []],
    [{ paidOn: '2025-02-28' }, ['deductions.beforeAsset paidOn']],
    [{ paidOn: '2025-02-28', kind: 'land_rent' }, []],
    [{ paidOn: '2025-05-31' }, []],
    [{ paidOn: '2025-06-01' }, ['deductions.afterAsset paidOn']],
    [{ paidOn: '2025-06-01', servedFrom: '2025-05-31', servedTo: '2025-05-31' }, []],
    [
      { paidOn: '2025-06-01', servedFrom: '2025-05-31', servedTo: '2025-06-01' },
      ['deductions.outsideAsset outsideAsset'],
    ],
    [{ servedFrom: '2024-12-31', servedTo: '2025-03-01' }, ['otherYear', 'outsideAsset'].map(askedIn)],
  ])('is for days of its station: %p', (wish, codes) => {
    const life = { acquiredOn: '2025-03-01', leftOn: '2025-05-31' };
    const { problems } = readKeptCost({ ...FORM, kind: 'o_and_m', ...wish }, { life });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it.each<[wish: Partial<KeptCostForm>, codes: string[]]>([
    [{}, ['deductions.sameBill twiceReason']],
    [{ twiceReason: 'two towers' }, []],
    [{ paidOn: '2025-04-02' }, ['deductions.sameBill twiceReason']],
    [{ paidOn: '2025-04-03' }, []],
    [{ paidOn: '2025-04-03', twiceReason: 'two towers' }, ['deductions.notSeenTwice twiceReason']],
    [{ amount: '21120.01' }, []],
    [{ name: 'land rent of May' }, []],
  ])('is asked why it is no second time the same: %p', (wish, codes) => {
    const paid = [{ kind: 'land_rent' as const, name: FORM.name, postedOn: FORM.paidOn, amount: 2_112_000n }];
    const { problems } = readKeptCost({ ...FORM, ...wish }, { paid });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('is split as the pictures say: 21,120.00 × 6.25 % = 1,320.00', () => {
    expect(costParts(requireYuan('21120.00'), NOTHING, ROWS)).toEqual([
      { owner: 'West', amount: 132_000n },
      { owner: 'East', amount: 132_000n },
      { owner: 'Beyond', amount: 1_848_000n },
    ]);
  });

  it('levels its odd fen with the next', () => {
    const thirds = ['A', 'B', 'C'].map((owner, index) => ({
      ...{ key: String(index), label: owner, owner },
      share: index === 0 ? '33.34%' : '33.33%',
    }));
    const first = costParts(100n, NOTHING, thirds);
    expect(first.map(({ amount }) => amount)).toEqual([34n, 33n, 33n]);
    const given = new Map(first.map(({ owner, amount }) => [owner, amount]));
    const second = costParts(101n, { whole: 100n, given }, thirds);
    expect(second.map(({ amount }) => amount)).toEqual([33n, 34n, 34n]);
  });

  it.each<[owed: bigint, codes: string[]]>([
    [132_000n, []],
    [131_999n, ['East 132000 131999']],
  ])('is paid from what came for each owner: %s', (owed, facts) => {
    const problems = owedProblems(
      [{ owner: 'East', amount: 132_000n }],
      [{ owner: 'East', owed }],
      [{ owner: 'East' }],
    );
    expect(
      problems.map(
        ({ facts: of }) => `${String(of?.['owner'])} ${String(of?.['part'])} ${String(of?.['owed'])}`,
      ),
    ).toEqual(facts);
  });

  it('names the owner who is short of the most, and how many are', () => {
    const parts = ['A', 'B', 'C', 'D'].map((owner) => ({ owner, amount: 100n }));
    const owed = [
      { owner: 'A', owed: 99n },
      { owner: 'B', owed: 98n },
      { owner: 'C', owed: 98n },
      { owner: 'D', owed: 100n },
    ];
    const [only, ...more] = owedProblems(parts, owed, parts);
    expect([only?.facts, more]).toEqual([{ owner: 'B', part: 100n, owed: 98n, count: 3 }, []]);
  });

  it('finds nothing owed to whom nothing came for', () => {
    expect(owedProblems([{ owner: 'East', amount: 1n }], [], [{ owner: 'East' }])).toHaveLength(1);
  });

  it('does not let anybody wait for the money of who holds nothing any more', () => {
    const parts = ['A', 'B'].map((owner) => ({ owner, amount: 100n }));
    const owed = [{ owner: 'B', owed: 99n }];
    const [only, ...more] = owedProblems(parts, owed, [{ owner: 'A' }]);
    expect([only?.code, only?.facts]).toEqual(['joint.costOwnerGone', { owner: 'B', part: 100n, owed: 99n }]);
    expect(more).toEqual([]);
  });

  it.each<[rule: string, amount: bigint, lines: string[]]>([
    ['from the oldest energy', 5n, ['e1 5']],
    ['from energy before the subsidy', 14n, ['e1 10', 'e2 4']],
    ['from the subsidy last', 32n, ['e1 10', 'e2 20', 's1 2']],
    ['to the fen', 60n, ['e1 10', 'e2 20', 's1 30']],
    ['not at all where less is owed', 61n, []],
  ])('is kept back %s', (_rule, amount, lines) => {
    const kept = keptBackFrom(amount, [
      { id: 's1', stream: 'subsidy', aboutPeriod: '2024-07', outstanding: 30n },
      { id: 'e2', stream: 'energy', aboutPeriod: '2025-02', outstanding: 20n },
      { id: 'e0', stream: 'energy', aboutPeriod: '2024-12', outstanding: 0n },
      { id: 'e1', stream: 'energy', aboutPeriod: '2025-01', outstanding: 10n },
    ]);
    expect(kept.map(({ receivableId, amount: part }) => `${receivableId} ${String(part)}`)).toEqual(lines);
  });

  it.each<[day: string, due: bigint | undefined, codes: string[]]>([
    ['2025-03-25', undefined, ['joint.costBefore']],
    ['2025-03-26', undefined, []],
    ['2025-03-26', 10n, []],
    ['2025-03-26', 9n, ['joint.costAboveRent']],
    ['2025-03-25', 1n, ['joint.costBefore', 'joint.costAboveRent']],
    ['2025-03-26', 0n, ['joint.costCharged']],
    ['2025-03-26', -1n, ['joint.costCharged']],
  ])('is booked by an owner after it was paid, and not twice: %s %s', (postedOn, due, codes) => {
    const rent = due === undefined ? undefined : { contract: 'own', due };
    const paid = { paidOn: '2025-03-26', amount: 10n };
    expect(takingProblems({ postedOn }, paid, rent).map(({ code }) => code)).toEqual(codes);
    const said = takingProblems({ postedOn, twiceReason: 'another field' }, paid, rent);
    expect(said.map(({ code }) => code)).toEqual(codes.filter((code) => code === 'joint.costBefore'));
    const short = takingProblems({ postedOn, twiceReason: 'yes' }, paid, rent);
    const told = codes.map((code) => (code === 'joint.costBefore' ? code : 'policy.reasonTooShort'));
    expect(short.map(({ code }) => code)).toEqual(told);
  });

  it.each(['2023', '2004'])(
    'moves no money of the owner’s and counts on both sides (chart %s)',
    (version) => {
      const chart = seedRegisters().charts.requireChart(version);
      const part = { pool: 'pv' as const, assetId: 'a1', counterparty: 'keeper' };
      const cleared = [{ ...part, stream: 'energy' as const, month: '2025-01', amount: 100n }];
      const postings = keptCostPostings({ pool: 'pv', assetId: 'a1', amount: 100n }, cleared, chart.roles);
      const { internal, receivable, operatingExpense } = chart.roles;
      expect(
        postings.map(({ ledgerAccount, side, amount, poolFlow = '' }) => [
          ledgerAccount,
          side,
          amount,
          poolFlow,
        ]),
      ).toEqual([
        [internal, 'debit', 100n, 'received'],
        [receivable, 'credit', 100n, ''],
        [operatingExpense, 'debit', 100n, 'deducted'],
        [internal, 'credit', 100n, ''],
      ]);
    },
  );
});

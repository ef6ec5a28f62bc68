import {
  type DepartureFacts,
  type DepartureForm,
  departureWithdrawalProblems,
  readDeparture,
} from '../../../src/domain/assets/departure';

/** A pond that stands in no books. */
const FACTS: DepartureFacts = {
  asset: {
    ...{ name: 'pond', kind: 'water', assetClass: 'operating', titleLevel: 'village' },
    ...{ cost: 0n, acquiredOn: '2020-01-01' },
  },
  today: '2025-07-20',
  books: { cost: 0n, accumulated: 0n },
  ...{ isKeptByChart: true, condition: undefined, unsettled: 0n, settledUntil: undefined, leases: [] },
  events: [],
  earnedUntil: undefined,
};
const FORM: DepartureForm = {
  ...{ departureWay: 'rightEnded', leftOn: '2025-06-30', departureReason: 'the contract of 2020 ended' },
  ...{ paper: 'contract 7', approvedBy: 'representatives' },
};
const HALL = { ...FACTS.asset, kind: 'workshop' as const, cost: 100n };
const HERD = { ...HALL, kind: 'biological' as const };
const KEPT = { ...HALL, kind: 'keptPvStation' as const };
const JOINT = { ...FACTS.asset, kind: 'jointPvStation' as const, titleLevel: 'county' as const };
const LEASE = {
  ...{ number: 'L-1', tenant: 'Wang', firstOn: '2024-01-01', lastOn: '2025-06-30', deposit: 0n },
};
const SHED = { ...FACTS.asset, assetClass: 'household' as const };

describe('what stands in no books', () => {
  it('leaves the register on its last day, for a reason and by a paper', () => {
    const { departure, problems } = readDeparture(FORM, FACTS);
    expect(problems).toEqual([]);
    expect(departure).toEqual({
      ...{ way: 'rightEnded', leftOn: '2025-06-30', reason: 'the contract of 2020 ended' },
      ...{ paper: 'contract 7', approvedBy: 'representatives' },
    });
  });

  it.each<{
    rule: string;
    form?: Partial<DepartureForm>;
    facts?: Partial<DepartureFacts>;
    codes: string[];
  }>([
    {
      rule: 'has nothing in the books, not even a cost that is written off wholly',
      facts: { books: { cost: 100n, accumulated: 100n } },
      codes: ['departure.inBooks '],
    },
    {
      rule: 'leaves once',
      facts: { events: [{ kind: 'takenBack', happenedOn: '2025-05-01' }] },
      codes: ['assetLife.left '],
    },
    {
      rule: 'goes to a household only where it was given to one',
      form: { departureWay: 'toHousehold' },
      codes: ['departure.notHousehold departureWay'],
    },
    {
      rule: 'goes to the household it was given to',
      form: { departureWay: 'toHousehold' },
      facts: { asset: SHED },
      codes: [],
    },
    {
      rule: 'leaves by a way of the list',
      form: { departureWay: 'sale' },
      codes: ['form.notAllowed departureWay'],
    },
    { rule: 'was bought, and is in no books', facts: { asset: HALL }, codes: ['departure.notInBooks '] },
    { rule: 'was entered twice', form: { departureWay: 'wrongEntry' }, facts: { asset: HALL }, codes: [] },
    {
      rule: 'was paid for by others',
      facts: { asset: { ...HALL, titleLevel: 'household', assetClass: 'household' } },
      codes: [],
    },
    {
      rule: 'lives, in books of 2004 that have no account for it',
      form: { departureWay: 'struckOff' },
      facts: { asset: HERD, isKeptByChart: false },
      codes: [],
    },
    {
      rule: 'lives, in books that have one',
      form: { departureWay: 'struckOff' },
      facts: { asset: HERD },
      codes: ['departure.notInBooks '],
    },
    { rule: 'is land that cost something', facts: { asset: { ...HALL, kind: 'land' } }, codes: [] },
    {
      rule: 'is a stake, whose right does not end',
      facts: { asset: { ...FACTS.asset, kind: 'equity' } },
      codes: ['departure.notOfKind departureWay'],
    },
    {
      rule: 'is a stake that nobody takes back',
      form: { departureWay: 'takenBack' },
      facts: { asset: { ...FACTS.asset, kind: 'equity' } },
      codes: ['departure.notOfKind departureWay'],
    },
    {
      rule: 'lives and is taken back',
      form: { departureWay: 'takenBack' },
      facts: { asset: { ...HERD, cost: 0n } },
      codes: [],
    },
    { rule: 'is kept for its owners and runs', facts: { asset: KEPT }, codes: ['departure.runs '] },
    {
      rule: 'is kept for its owners, was entered by mistake and never had a slip',
      form: { departureWay: 'wrongEntry' },
      facts: { asset: KEPT },
      codes: [],
    },
    {
      rule: 'is said to be entered by mistake and has a slip',
      form: { departureWay: 'wrongEntry' },
      facts: { asset: KEPT, settledUntil: '2025-05' },
      codes: ['departure.runs '],
    },
    {
      rule: 'is a part of a joint station in use that waits for money',
      facts: { asset: JOINT, condition: 'inUse', unsettled: 1n },
      codes: ['departure.runs ', 'departure.unsettled '],
    },
    { rule: 'stands still, settled', facts: { asset: KEPT, condition: 'idle' }, codes: [] },
    { rule: 'is broken, settled', facts: { asset: KEPT, condition: 'damaged' }, codes: [] },
    {
      rule: 'has a slip of a later month',
      facts: { asset: KEPT, condition: 'idle', settledUntil: '2025-07' },
      codes: ['departure.settledLater leftOn'],
    },
    {
      rule: 'has a slip of its last month',
      facts: { asset: KEPT, condition: 'idle', settledUntil: '2025-06' },
      codes: [],
    },
    { rule: 'was leased to its last day', facts: { leases: [LEASE] }, codes: [] },
    {
      rule: 'is leased beyond it',
      facts: { leases: [{ ...LEASE, lastOn: '2025-07-01' }] },
      codes: ['departure.leased leftOn'],
    },
    {
      rule: 'is leased twice, from a later day on and with a deposit',
      facts: {
        leases: [
          { ...LEASE, deposit: 1n },
          { ...LEASE, firstOn: '2025-07-01', lastOn: '2026-06-30' },
        ],
      },
      codes: ['departure.deposit leftOn', 'departure.leasedLater leftOn'],
    },
    {
      rule: 'was let by a contract that never came into force, with its deposit',
      facts: { leases: [{ ...LEASE, firstOn: '2025-08-01', lastOn: '2025-07-31', deposit: 1n }] },
      codes: ['departure.deposit leftOn'],
    },
    { rule: 'has left already', form: { leftOn: '2025-07-21' }, codes: ['assetLife.notYet leftOn'] },
    { rule: 'may leave today', form: { leftOn: '2025-07-20' }, codes: [] },
    { rule: 'was there before', form: { leftOn: '2019-12-31' }, codes: ['assetLife.beforeAsset leftOn'] },
    {
      rule: 'leaves after what happened to it',
      facts: { events: [{ kind: 'improvement', happenedOn: '2025-07-01' }] },
      codes: ['assetLife.laterExists leftOn'],
    },
    {
      rule: 'has earned nothing after its last day',
      facts: { earnedUntil: '2025-07-01' },
      codes: ['assetLife.earnedBeyond leftOn'],
    },
    { rule: 'may have earned on it', facts: { earnedUntil: '2025-06-30' }, codes: [] },
    {
      rule: 'says why, by which paper and who decided, all at once',
      form: { leftOn: '', departureReason: ' ', paper: '', approvedBy: '' },
      codes: [
        ...['form.missing leftOn', 'form.missing departureReason'],
        ...['form.missing paper', 'form.missing approvedBy'],
      ],
    },
    {
      rule: 'names no number of a person',
      form: { departureReason: '341225197001011234' },
      codes: ['form.privateNumber departureReason'],
    },
  ])('$rule', ({ form, facts, codes }) => {
    const { problems } = readDeparture({ ...FORM, ...form }, { ...FACTS, ...facts });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('names the day before the first of a contract that has not begun', () => {
    const lease = { ...LEASE, firstOn: '2025-08-01', lastOn: '2026-07-31' };
    const { problems } = readDeparture(FORM, { ...FACTS, leases: [lease] });
    expect(problems[0]?.facts).toMatchObject({ number: 'L-1', firstOn: '2025-08-01', end: '2025-07-31' });
  });

  it('stands again only for a reason', () => {
    expect(departureWithdrawalProblems(' ')).toEqual([{ code: 'form.missing', field: 'departureWithdrawn' }]);
    expect(departureWithdrawalProblems('the wrong pond')).toEqual([]);
  });
});

import {
  type DepartureFacts,
  type DepartureForm,
  departureWithdrawalProblems,
  readDeparture,
} from '../../../src/domain/assets/departure';

/** A pond that stands in no books. */
const FACTS: DepartureFacts = {
  asset: { name: 'pond', kind: 'water', assetClass: 'operating', acquiredOn: '2020-01-01' },
  today: '2025-07-20',
  books: { cost: 0n, accumulated: 0n },
  events: [],
  earnedUntil: undefined,
};
const FORM: DepartureForm = {
  ...{ departureWay: 'rightEnded', leftOn: '2025-06-30', departureReason: 'the contract of 2020 ended' },
  ...{ paper: 'contract 7', approvedBy: 'representatives' },
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

  it('stands again only for a reason', () => {
    expect(departureWithdrawalProblems(' ')).toEqual([{ code: 'form.missing', field: 'departureWithdrawn' }]);
    expect(departureWithdrawalProblems('the wrong pond')).toEqual([]);
  });
});

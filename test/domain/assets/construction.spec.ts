import {
  type ProjectActForm,
  type ProjectEvent,
  type ProjectFacts,
  type ProjectForm,
  projectStand,
  readProject,
  readProjectAct,
} from '../../../src/domain/assets/construction';

const event = (wish: Partial<ProjectEvent>): ProjectEvent => ({
  act: 'stage',
  happenedOn: '2025-02-10',
  amount: 0n,
  kept: 0n,
  dueOn: null,
  ...wish,
});
/** Case A2 up to its last stage: 15,000 + 45,000 + 225,000, and 15,000 kept back for a year. */
const A2: readonly ProjectEvent[] = [
  event({ act: 'fund', happenedOn: '2025-01-10', amount: 30_000_000n }),
  event({ amount: 1_500_000n }),
  event({ happenedOn: '2025-06-10', amount: 4_500_000n }),
  event({ happenedOn: '2025-10-31', amount: 22_500_000n, kept: 1_500_000n, dueOn: '2026-10-31' }),
];

describe('where a project stands', () => {
  it.each<{ when: string; more: ProjectEvent[]; today: string; stand: object }>([
    {
      when: 'all stages of case A2 are paid but for what is kept back',
      more: [],
      today: '2026-10-31',
      stand: {
        ...{ funded: 30_000_000n, built: 30_000_000n, paid: 28_500_000n, owed: 1_500_000n, overdue: 0n },
        ...{ nextDueOn: '2026-10-31', lastOn: '2025-10-31', acceptedOn: undefined },
      },
    },
    {
      when: 'its day has passed',
      more: [],
      today: '2026-11-01',
      stand: { owed: 1_500_000n, overdue: 1_500_000n },
    },
    {
      when: 'part of it is paid',
      more: [event({ act: 'retention', happenedOn: '2026-10-31', amount: 500_000n })],
      today: '2026-11-01',
      stand: { paid: 29_000_000n, owed: 1_000_000n, overdue: 1_000_000n },
    },
    {
      when: 'all of it is paid and the work is accepted',
      more: [
        event({ act: 'acceptance', happenedOn: '2025-10-31', amount: 30_000_000n, kept: 30_000_000n }),
        event({ act: 'retention', happenedOn: '2026-10-31', amount: 1_500_000n }),
      ],
      today: '2026-11-01',
      stand: { owed: 0n, overdue: 0n, nextDueOn: undefined, acceptedOn: '2025-10-31', paid: 30_000_000n },
    },
  ])('when $when', ({ more, today, stand }) => {
    expect(projectStand([...A2, ...more], today)).toMatchObject(stand);
  });

  it('settles what is due first', () => {
    const events = [
      event({ kept: 5n, dueOn: '2026-03-01' }),
      event({ kept: 7n, dueOn: '2026-01-01' }),
      event({ act: 'retention', amount: 8n }),
    ];
    expect(projectStand(events, '2026-02-01')).toMatchObject({
      owed: 4n,
      overdue: 0n,
      nextDueOn: '2026-03-01',
    });
  });
});

const FORM: ProjectForm = {
  name: 'station works',
  contractor: 'builder',
  contractSum: '300,000.00',
  pool: 'earmarked',
  paper: 'contract 1',
};

describe('a project', () => {
  it.each<{ rule: string; form?: Partial<ProjectForm>; problem?: object }>([
    { rule: 'is read' },
    { rule: 'has a name', form: { name: ' ' }, problem: { code: 'form.missing', field: 'name' } },
    {
      rule: 'a contractor',
      form: { contractor: '' },
      problem: { code: 'form.missing', field: 'contractor' },
    },
    { rule: 'and a paper', form: { paper: '' }, problem: { code: 'form.missing', field: 'paper' } },
    {
      rule: 'of its own name',
      form: { name: 'old' },
      problem: { code: 'construction.nameTaken', field: 'name' },
    },
    {
      rule: 'a sum',
      form: { contractSum: '0' },
      problem: { code: 'money.notPositive', field: 'contractSum' },
    },
    { rule: 'a pool', form: { pool: 'x' }, problem: { code: 'form.notAllowed', field: 'pool' } },
    {
      rule: 'no number of a person',
      form: { contractor: '13812345678' },
      problem: { code: 'form.privateNumber', field: 'contractor' },
    },
  ])('$rule', ({ form, problem }) => {
    const { problems } = readProject({ ...FORM, ...form }, ['old']);
    if (problem === undefined) expect(problems).toEqual([]);
    else expect(problems).toEqual([expect.objectContaining(problem)]);
  });
});

const ACT: ProjectActForm = {
  act: 'stage',
  happenedOn: '2025-10-31',
  amount: '100.00',
  kept: '',
  keptDueOn: '',
  assetId: '',
};
const facts = (events: readonly ProjectEvent[], wish: Partial<ProjectFacts> = {}): ProjectFacts => ({
  project: { contractSum: 30_000_000n },
  stand: projectStand(events, '2026-12-31'),
  today: '2026-12-31',
  ...wish,
});
const BUILT = { asset: { cost: 30_000_000n, inBooks: 0n, acquiredOn: '2025-10-31' } };
const ACCEPTED = [
  ...A2,
  event({ act: 'acceptance', happenedOn: '2025-10-31', amount: 30_000_000n, kept: 30_000_000n }),
];

describe('an act on a project', () => {
  it.each<{
    rule: string;
    form?: Partial<ProjectActForm>;
    events?: readonly ProjectEvent[];
    wish?: Partial<ProjectFacts>;
    problem?: object;
  }>([
    { rule: 'is one of the list', form: { act: 'x' }, problem: { code: 'form.notAllowed', field: 'act' } },
    { rule: 'a stage', events: A2.slice(0, 2) },
    {
      rule: 'a stage that pays and keeps back nothing',
      form: { amount: '' },
      events: [],
      problem: { code: 'form.missing', field: 'amount' },
    },
    {
      rule: 'a stage over nothing',
      form: { amount: '0' },
      events: [],
      problem: { code: 'money.notPositive', field: 'amount' },
    },
    {
      rule: 'a stage that is kept back whole',
      form: { amount: '', kept: '1', keptDueOn: '2026-10-31' },
      events: [],
    },
    { rule: 'all that was contracted', form: { amount: '240000.00' }, events: A2.slice(0, 3) },
    {
      rule: 'one fen more than was contracted',
      form: { amount: '225000.00', kept: '15000.01', keptDueOn: '2026-10-31' },
      events: A2.slice(0, 3),
      problem: { code: 'construction.aboveContract', facts: { contract: 30_000_000n, excess: 1n } },
    },
    {
      rule: 'what is kept back has a day',
      form: { kept: '1' },
      events: [],
      problem: { code: 'form.missing', field: 'keptDueOn' },
    },
    {
      rule: 'after the stage',
      form: { kept: '1', keptDueOn: '2025-10-31' },
      events: [],
      problem: { code: 'construction.dueAtOnce', field: 'keptDueOn' },
    },
    { rule: 'the day after will do', form: { kept: '1', keptDueOn: '2025-11-01' }, events: [] },
    {
      rule: 'not to come',
      form: { happenedOn: '2027-01-01' },
      events: [],
      problem: { code: 'assetLife.notYet', field: 'happenedOn' },
    },
    {
      rule: 'not before the last',
      form: { happenedOn: '2025-06-09' },
      events: A2.slice(0, 3),
      problem: { code: 'construction.laterExists', facts: { last: '2025-06-10' } },
    },
    {
      rule: 'nothing is built after acceptance',
      events: ACCEPTED,
      problem: { code: 'construction.accepted', facts: { day: '2025-10-31' } },
    },
    {
      rule: 'but a fund comes late',
      form: { act: 'fund', happenedOn: '2025-11-01' },
      events: ACCEPTED,
    },
    {
      rule: 'but what was kept back is paid',
      form: { act: 'retention', happenedOn: '2026-10-31', amount: '15000.00' },
      events: ACCEPTED,
    },
    {
      rule: 'and no more',
      form: { act: 'retention', happenedOn: '2026-10-31', amount: '15000.01' },
      events: ACCEPTED,
      problem: { code: 'construction.aboveKept', facts: { owed: 1_500_000n } },
    },
    { rule: 'acceptance of what was built', form: { act: 'acceptance' }, events: A2, wish: BUILT },
    {
      rule: 'acceptance once',
      form: { act: 'acceptance' },
      events: ACCEPTED,
      wish: BUILT,
      problem: { code: 'construction.accepted' },
    },
    {
      rule: 'acceptance of nothing',
      form: { act: 'acceptance' },
      events: A2.slice(0, 1),
      wish: { asset: { ...BUILT.asset, cost: 0n, inBooks: 0n } },
      problem: { code: 'construction.nothingBuilt' },
    },
    {
      rule: 'acceptance as no asset of the register',
      form: { act: 'acceptance', assetId: 'gone' },
      events: A2,
      problem: { code: 'form.notAllowed', field: 'assetId', value: 'gone' },
    },
    {
      rule: 'acceptance as an asset of another cost',
      form: { act: 'acceptance' },
      events: A2,
      wish: { asset: { ...BUILT.asset, cost: 29_999_999n, inBooks: 0n } },
      problem: {
        code: 'construction.costDiffers',
        facts: { register: 29_999_999n, built: 30_000_000n, difference: 1n },
      },
    },
    {
      rule: 'acceptance as an asset that is in the books',
      form: { act: 'acceptance' },
      events: A2,
      wish: { asset: { ...BUILT.asset, cost: 30_000_000n, inBooks: 1n } },
      problem: { code: 'construction.inBooks', facts: { books: 1n } },
    },
    {
      rule: 'acceptance as an asset that has left',
      form: { act: 'acceptance' },
      events: A2,
      wish: { asset: { ...BUILT.asset, leftOn: '2025-10-31' } },
      problem: { code: 'assetLife.left', field: 'assetId', facts: { day: '2025-10-31' } },
    },
    {
      rule: 'acceptance the day before the asset was there',
      form: { act: 'acceptance' },
      events: A2,
      wish: { asset: { ...BUILT.asset, acquiredOn: '2025-11-01' } },
      problem: {
        ...{ code: 'assetLife.beforeAsset', field: 'happenedOn', value: '2025-10-31' },
        facts: { acquired: '2025-11-01' },
      },
    },
  ])('$rule', ({ form, events = A2, wish, problem }) => {
    const { problems } = readProjectAct({ ...ACT, ...form }, facts(events, wish));
    if (problem === undefined) expect(problems).toEqual([]);
    else expect(problems).toContainEqual(expect.objectContaining(problem));
  });

  it('takes of the fund what came, and no more than the work cost', () => {
    const accept = { ...ACT, act: 'acceptance' };
    const kept = (events: readonly ProjectEvent[]): bigint =>
      readProjectAct(accept, facts(events, BUILT)).event.kept;
    expect(kept(A2)).toBe(30_000_000n);
    expect(kept(A2.slice(1))).toBe(0n);
    expect(kept([event({ act: 'fund', amount: 30_000_001n }), ...A2.slice(1)])).toBe(30_000_000n);
    expect(kept([event({ act: 'fund', amount: 29_999_999n }), ...A2.slice(1)])).toBe(29_999_999n);
  });
});

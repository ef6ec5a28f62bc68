import {
  dueBy,
  type ProjectActForm,
  type ProjectEvent,
  projectStand,
  readProjectAct,
} from '../../../src/domain/assets/construction';

const stage = (happenedOn: string, kept: bigint, dueOn: string): ProjectEvent => ({
  ...{ act: 'stage', happenedOn, amount: 100_000n },
  ...{ kept, dueOn },
});
/** 100.00 due at the end of October and 50.00 at the end of December, of which 20.00 are paid. */
const BUILT: readonly ProjectEvent[] = [
  stage('2025-10-31', 10_000n, '2026-10-31'),
  stage('2025-12-31', 5_000n, '2026-12-31'),
  { act: 'retention', happenedOn: '2026-10-31', amount: 2_000n, kept: 0n, dueOn: null },
];
const STAND = projectStand(BUILT, '2027-02-01');
const PAID: ProjectActForm = {
  ...{ act: 'retention', happenedOn: '2026-11-01', amount: '80.00' },
  ...{ kept: '', keptDueOn: '', assetId: '' },
};

describe('a retention', () => {
  it.each<[day: string, due: bigint]>([
    ['2026-10-30', 0n],
    ['2026-10-31', 8_000n],
    ['2026-12-30', 8_000n],
    ['2026-12-31', 13_000n],
  ])('owes by %s what fell due by then, that day included', (day, due) => {
    expect(dueBy(STAND, day)).toBe(due);
  });

  it.each<[what: string, form: Partial<ProjectActForm>, early: bigint | undefined, codes: string[]]>([
    ['of what is due asks nothing', {}, undefined, []],
    ['of less asks nothing', { amount: '0.01' }, undefined, []],
    ['of what is due keeps no reason typed for nothing', { reason: 'they asked' }, undefined, []],
    ['of a fen more asks why', { amount: '80.01' }, 1n, ['construction.beforeDue']],
    [
      'of more without a word asks why',
      { amount: '130.00', reason: '  new ' },
      5_000n,
      ['construction.beforeDue'],
    ],
    ['of more says why', { amount: '130.00', reason: ' sold ' }, 5_000n, []],
    ['on the last day asks nothing', { happenedOn: '2026-12-31', amount: '130.00' }, undefined, []],
    [
      'names no number of a person',
      { amount: '80.01', reason: 'card 622848001234567890' },
      1n,
      ['form.privateNumber'],
    ],
    [
      'of more than is kept is refused for that alone',
      { amount: '130.01' },
      undefined,
      ['construction.aboveKept'],
    ],
    ['goes with retentions only', { act: 'fund', amount: '130.00' }, undefined, []],
  ])('%s', (_what, form, early, codes) => {
    const facts = { project: { contractSum: 400_000n }, stand: STAND, today: '2027-02-01' };
    const read = readProjectAct({ ...PAID, ...form }, facts);
    expect(read.problems.map((problem) => problem.code)).toEqual(codes);
    expect(read.early?.early).toBe(early);
  });
});

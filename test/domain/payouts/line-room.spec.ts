import { join } from 'node:path';
import { paidOfLine, type PlanLineMoney } from '../../../src/domain/distribution/line-money';
import { askedOf, roomOf, roomProblems } from '../../../src/domain/payouts/line-room';
import { PolicyService } from '../../../src/features/policy/policy.service';

const { pack } = new PolicyService(join(__dirname, '../../../seeds')).requirePack('341200/2023-09-21');

/** 16,000.00 were decided for rewards, 15,400.00 of them are paid. */
const LINE: PlanLineMoney = {
  ...{ planLineId: 'rewards', planId: 'plan', pool: 'pv', bucket: 'reward', name: 'rewards', pack },
  ...{ from: '2025-01-01', to: '2025-06-30', promised: 16_000_00n, paid: 15_400_00n },
};

const told = (asked: bigint, onLists = 0n, of: Partial<PlanLineMoney> = {}): string[] =>
  roomProblems([{ line: { ...LINE, ...of }, amount: asked, onLists }]).map(({ code, facts = {} }) =>
    [code, facts['rule'], facts['left'], facts['excess']].filter((each) => each !== undefined).join(' '),
  );

describe('what a list asks of a plan line', () => {
  it.each([
    ['all that is left of it', 600_00n, 0n, {}, []],
    ['a fen more', 600_01n, 0n, {}, ['payouts.aboveLine 60000 1', 'policy.ruleBroken FY-07p 1']],
    ['all that other lists leave', 599_99n, 1n, {}, []],
    [
      'a fen that another list has',
      600_00n,
      1n,
      {},
      ['payouts.aboveLine 59999 1', 'policy.ruleBroken FY-07p 1'],
    ],
    [
      'anything where more was paid than is left of the promise',
      ...([1n, 0n, { promised: 15_399_99n }] as const),
      ['payouts.aboveLine 0 1', 'policy.ruleBroken FY-07p 1'],
    ],
    [
      'a fen more in a pool of which the document says nothing',
      600_01n,
      0n,
      { pool: 'other' },
      ['payouts.aboveLine 60000 1'],
    ],
  ] as const)('%s', (_, asked, onLists, of, problems) => {
    expect(told(asked, onLists, of)).toEqual(problems);
  });

  it('is summed by plan line, with what other lists have of just that line', () => {
    const lines = new Map([
      ['rewards', LINE],
      ['posts', { ...LINE, planLineId: 'posts' }],
    ]);
    const of = (planLineId: string, amount: bigint) => ({ planLineId, amount });
    const asked = askedOf(lines, {
      own: [of('posts', 1n), of('rewards', 2n), of('posts', 3n), of('unknown', 9n)],
      others: [of('rewards', 10n), of('rewards', 20n), of('works', 40n)],
    });
    expect(asked.map(({ line, amount, onLists }) => [line.planLineId, amount, onLists])).toEqual([
      ['posts', 4n, 0n],
      ['rewards', 2n, 30n],
    ]);
    expect(asked.map(roomOf)).toEqual([600_00n, 599_70n]);
  });
});

describe('what of a plan line is paid', () => {
  const back = (amount: bigint, isBack: boolean) => ({ debtId: 'debt', amount, isBack });
  it.each([
    ['nothing of what is open', [{ amount: 5n, open: 5n }], [], 0n, 0n],
    [
      'whatever is not open for certain',
      [
        { amount: 5n, open: 2n },
        { amount: 4n, open: 0n },
      ],
      [],
      0n,
      7n,
    ],
    ['what went by name to debts taken back since', [], [back(6n, false)], 6n, 6n],
    ['less what the bank sent back of it', [], [back(6n, false), back(2n, true)], 6n, 4n],
    ['less what came back by another way', [{ amount: 5n, open: 0n }], [back(6n, false)], 1n, 6n],
    ['nothing where all of it came back', [], [back(6n, false)], 0n, 0n],
  ] as const)('%s', (_, standing, takenBack, over, paid) => {
    expect(paidOfLine({ standing, takenBack, over })).toBe(paid);
  });
});

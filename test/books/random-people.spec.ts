import fc from 'fast-check';
import { describeOnEachEngine } from '../support/engines';
import { assertKeepingFailures } from '../support/kept-failures';
import { byTier } from '../support/tier';
import { expectSoundBooks } from './invariants';
import { PEOPLE_WEIGHTS, type PeopleAct, type PeopleStep, takeStep } from './people-acts.fixture';
import { expectOwedRight } from './people-owed.fixture';
import { PeopleHistory } from './people.fixture';

const SEED = 7;
const HISTORIES = byTier(3, 100);
const STEPS = byTier(60, 100);
/** Of which no voucher stands and no pool knows: what governments pay, and who is helped. */
const BESIDE: readonly PeopleAct[] = ['state', 'withdrawState', 'status', 'endStatus'];

const ACTS = Object.keys(PEOPLE_WEIGHTS).filter((act): act is PeopleAct => act in PEOPLE_WEIGHTS);
const anyStep: fc.Arbitrary<PeopleStep> = fc.record({
  act: fc.oneof(...ACTS.map((act) => ({ arbitrary: fc.constant(act), weight: PEOPLE_WEIGHTS[act] }))),
  day: fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `2025-0${String(month)}-${String(day).padStart(2, '0')}`),
  amount: fc.bigInt({ min: 1n, max: 12_000n }),
  choice: fc.nat(99),
});

describeOnEachEngine('what people are owed, whatever happens to rosters, days, works and lists', (open) => {
  it(
    'is what was done and accepted, never more than planned, to the fen after every step',
    async () => {
      const { database } = await open();
      const done = new Set<PeopleAct>();
      const history = fc.asyncProperty(
        fc.array(anyStep, { minLength: STEPS, maxLength: STEPS }),
        async (steps) => {
          const told = await PeopleHistory.start(database);
          const { village } = told;
          const pool = { pool: 'pv' as const, day: '2025-07-20' };
          for (const step of steps) {
            const before = await village.services.surplus.undistributed(village.id, pool);
            const vouchers = await village.vouchers();
            const isDone = await takeStep(told, step);
            if (isDone) done.add(step.act);
            const booked = await expectSoundBooks(village);
            await expectOwedRight(told);
            const after = await village.services.surplus.undistributed(village.id, pool);
            expect(after >= 0n).toBe(true);
            if (BESIDE.includes(step.act)) expect([after, booked.length]).toEqual([before, vouchers.length]);
          }
          expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
        },
      );
      await assertKeepingFailures('random-people', history, { seed: SEED, numRuns: HISTORIES });
      // Nothing is shown by histories in which everything is refused.
      expect(ACTS.filter((act) => !done.has(act))).toEqual([]);
    },
    byTier(120_000, 3_600_000),
  );
});

import fc from 'fast-check';
import { describeOnEachEngine } from '../support/engines';
import { startJoint } from '../support/joint-station';
import { assertKeepingFailures } from '../support/kept-failures';
import { byTier } from '../support/tier';
import { type Act, Dealings, follow, type Step, WEIGHTS } from './dealings.fixture';
import { expectSoundBooks } from './invariants';
import { TERM_WEIGHTS } from './terms.fixture';

const SEED = 2;
const HISTORIES = byTier(3, 150);
const STEPS = byTier(50, 80);
/** A station whose months are not all booked does not leave: that it may not is what most histories show. */
const RARE: Act = 'leave';

const ALL: Readonly<Record<Act, number>> = { ...WEIGHTS, ...TERM_WEIGHTS };
const ACTS = Object.keys(ALL).filter((act): act is Act => act in ALL);
const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(...ACTS.map((act) => ({ arbitrary: fc.constant(act), weight: ALL[act] }))),
  day: fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 20 }))
    .map(([month, day]) => `2025-0${String(month)}-${String(day).padStart(2, '0')}`),
  amount: fc.bigInt({ min: 1n, max: 30_000n }),
  choice: fc.nat(99),
});

describeOnEachEngine(
  'the books of a keeper and an owner, whatever happens to assets and contracts',
  (open) => {
    it(
      'are sound after every step, and agree with each other in the end',
      async () => {
        const { database } = await open();
        const done = new Map<Act, number>();
        const history = fc.asyncProperty(
          fc.array(anyStep, { minLength: STEPS, maxLength: STEPS }),
          async (steps) => {
            const joint = await startJoint(database);
            const told = new Dealings(joint, await follow(joint));
            for (const step of steps) {
              await told.take(step);
              await expectSoundBooks(joint.keeper);
              await expectSoundBooks(joint.east);
            }
            for (const { id } of [joint.keeper, joint.east, joint.west])
              expect((await joint.services.check.checkBooks(id)).breaks).toEqual([]);
            for (const [act, count] of told.done) done.set(act, (done.get(act) ?? 0) + count);
          },
        );
        await assertKeepingFailures('random-dealings', history, { seed: SEED, numRuns: HISTORIES });
        // Nothing is shown by histories in which everything is refused.
        expect(ACTS.filter((act) => act !== RARE && !done.has(act))).toEqual([]);
      },
      byTier(120_000, 3_600_000),
    );
  },
);

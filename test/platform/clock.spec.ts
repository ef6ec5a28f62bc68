import { SetClock, SystemClock } from '../../src/platform/clock/clock';
import { madeAt, newId } from '../../src/platform/ids/new-id';

const MACHINE = Date.parse('2026-11-27T12:00:00.000Z');
const MINUTE = 60_000;

describe('a clock that is set', () => {
  let machine = MACHINE;

  beforeEach(() => {
    machine = MACHINE;
    jest.spyOn(Date, 'now').mockImplementation(() => machine);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('begins every day at nine in the morning and goes on with the machine', () => {
    const clock = new SetClock('2025-07-14');
    machine += 5 * MINUTE;
    expect(clock.now()).toBe('2025-07-14T01:05:00.000Z');
    clock.moveTo('2025-07-14');
    expect(clock.now()).toBe('2025-07-14T01:05:00.000Z');
    clock.moveTo('2025-07-15');
    expect([clock.now(), clock.today()]).toEqual(['2025-07-15T01:00:00.000Z', '2025-07-15']);
  });

  it('gives no earlier instant of a day where the machine is put back', () => {
    const clock = new SetClock('2025-07-14');
    machine += 5 * MINUTE;
    const before = clock.now();
    machine -= 4 * MINUTE;
    expect(clock.now()).toBe(before);
  });

  it.each([
    ['minutes', 15 * MINUTE, '2025-07-14T01:15:00.000Z', '2025-07-14'],
    ['to midnight', 15 * 60 * MINUTE, '2025-07-14T16:00:00.000Z', '2025-07-15'],
    ['days', 3 * 24 * 60 * MINUTE, '2025-07-17T01:00:00.000Z', '2025-07-17'],
  ])('goes on from day to day after %s, also from a start anew', (_what, passed, now, today) => {
    const began = madeAt(newId());
    machine += passed;
    const clock = new SetClock('2025-07-14');
    clock.goOnSince(began);
    expect([clock.now(), clock.today()]).toEqual([now, today]);
  });

  it('stands still on its day where nobody lets it go on', () => {
    const clock = new SetClock('2025-07-14');
    machine += 3 * 24 * 60 * MINUTE;
    expect(clock.today()).toBe('2025-07-14');
  });
});

it("gives the machine's instant whatever day is told", () => {
  const before = new Date().toISOString();
  const given = [new SetClock('2025-07-14').machineNow(), new SystemClock().now()];
  for (const instant of given) expect(instant >= before).toBe(true);
});

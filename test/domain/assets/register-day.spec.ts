import type { Fund } from '../../../src/domain/assets/asset';
import { type RegisterEvent, readRegisterDay, registeredOn } from '../../../src/domain/assets/register-day';

const FUNDS: Fund[] = [{ level: 'central', year: 2020, amount: 10_000n }];
const event = (wish: Partial<RegisterEvent>): RegisterEvent => ({
  ...{ kind: 'improvement', happenedOn: '2025-03-10', amount: 2_000n, fundLevel: 'county', fundYear: 2024 },
  ...wish,
});
const IMPROVED: Fund = { level: 'county', year: 2024, amount: 2_000n };

describe('an asset of the register on a day', () => {
  it.each<{
    rule: string;
    events: RegisterEvent[];
    day?: string;
    cost: bigint;
    added: Fund[];
    left?: object;
  }>([
    { rule: 'is as it was entered', events: [], cost: 10_000n, added: [] },
    {
      rule: 'has cost what an improvement cost, too, out of the money that paid for it',
      events: [event({})],
      cost: 12_000n,
      added: [IMPROVED],
    },
    { rule: 'from the day of it', events: [event({})], day: '2025-03-10', cost: 12_000n, added: [IMPROVED] },
    { rule: 'and not before', events: [event({})], day: '2025-03-09', cost: 10_000n, added: [] },
    {
      rule: 'of no known level and of its own year, where nobody was asked',
      events: [event({ fundLevel: null, fundYear: null })],
      cost: 12_000n,
      added: [{ level: 'other', year: 2025, amount: 2_000n }],
    },
    {
      rule: 'has cost no less for a write-down',
      events: [event({ kind: 'impairment' })],
      cost: 10_000n,
      added: [],
    },
    {
      rule: 'has left on the day it did, by the way it did',
      events: [event({}), event({ kind: 'sale', happenedOn: '2025-06-30' })],
      day: '2025-06-30',
      cost: 12_000n,
      added: [IMPROVED],
      left: { leftOn: '2025-06-30', leftBy: 'sale' },
    },
    {
      rule: 'and stands on the day before',
      events: [event({}), event({ kind: 'sale', happenedOn: '2025-06-30' })],
      day: '2025-06-29',
      cost: 12_000n,
      added: [IMPROVED],
    },
  ])('$rule', ({ events, day, cost, added, left }) => {
    const found = registeredOn({ cost: 10_000n, funds: FUNDS }, events, day);
    expect(found).toEqual({ cost, funds: [...FUNDS, ...added], ...left });
  });
});

describe('the day a register is asked for', () => {
  it.each([
    [undefined, { on: '2025-07-20' }],
    ['  ', { on: '2025-07-20' }],
    ['2025-06-30', { on: '2025-06-30' }],
    ['2025.6.30', { on: '2025-06-30' }],
    ['2001-01-01', { on: '2001-01-01' }],
    ['x', { on: '2025-07-20', problem: { code: 'calendar.notADay', field: 'on', value: 'x' } }],
  ])('as %s', (typed, found) => {
    expect(readRegisterDay(typed, '2025-07-20')).toEqual(found);
  });
});

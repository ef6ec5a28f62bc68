import { closedAfter, closedFor, countNext } from '../../../src/domain/users/delay';

describe('a name after wrong passwords in a row', () => {
  const table: [number, number][] = [
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 60],
    [6, 120],
    [7, 240],
    [8, 480],
    [9, 960],
    [10, 1_800],
    [11, 1_800],
    [5_000, 1_800],
  ];
  it.each(table)('after %i of them is closed for %i seconds', (count, seconds) => {
    expect(closedAfter(count)).toBe(seconds);
  });

  const waits: [number, number, number][] = [
    [4, 0, 0],
    [5, 0, 60],
    [5, 59, 1],
    [5, 60, 0],
    [5, 61, 0],
    [10, 1_799, 1],
    [10, 1_800, 0],
  ];
  it.each(waits)('%i of them, the last %i seconds ago, waits %i more', (count, ago, seconds) => {
    expect(closedFor({ count, ago })).toBe(seconds);
  });

  it('counts on for a day, and then anew', () => {
    expect(countNext({ count: 7, ago: 86_399 })).toBe(8);
    expect(countNext({ count: 7, ago: 86_400 })).toBe(1);
    expect(countNext({ count: 0, ago: 0 })).toBe(1);
  });
});

import { ANOTHER, type PlaceAsked, placesAsked, placeTaken } from '../../../src/domain/ledger/reentered';

const place = (entryId: string, aboutPeriod: string, reason = 'wrongAmount') => ({
  ...{ entryId, aboutPeriod, reason },
  ...{ voucherYear: 2023, voucherNumber: 4, amount: 300_00n },
});
const WAITING = [place('a', '2023-11'), place('b', '2023-12'), place('c', '2023-10', 'wrongDate')];

/** Whose place something owed anew takes, of three vouchers of its claim that wait. */
describe('the place of a reversed voucher', () => {
  it.each<[string, PlaceAsked, ReturnType<typeof placeTaken>, string[]]>([
    ['is asked where nobody said', {}, { fault: 'reentry.placeAsked' }, ['a', 'b', 'c']],
    ['is the one that was said, not the oldest', { placeOf: 'b' }, { entryId: 'b' }, ['a', 'b', 'c']],
    ['is none where it is another paper', { placeOf: ANOTHER }, {}, ['a', 'b', 'c']],
    ['is none that does not wait', { placeOf: 'd' }, { fault: 'reentry.placeUnknown' }, ['a', 'b', 'c']],
    ['is taken by the same paper again', { before: 'b' }, { entryId: 'b' }, []],
    ['is asked where its own is taken', { before: 'd' }, { fault: 'reentry.placeAsked' }, ['a', 'b', 'c']],
    ['is its own where just that was said', { before: 'b', placeOf: 'b' }, { entryId: 'b' }, []],
    ['is none where its own is denied', { before: 'b', placeOf: ANOTHER }, { fault: 'reentry.placeOwn' }, []],
    ['is no other than its own', { before: 'b', placeOf: 'a' }, { fault: 'reentry.placeOwn' }, []],
    ['is no other month’s', { month: '2023-12', placeOf: 'a' }, { fault: 'reentry.placeOwn' }, []],
    ['is its own month’s where months are owed', { month: '2023-12' }, { entryId: 'b' }, []],
    [
      'is asked of another month only where the day was wrong',
      { month: '2024-01' },
      { fault: 'reentry.placeAsked' },
      ['c'],
    ],
    [
      'is then none that was of the right day',
      { month: '2024-01', placeOf: 'a' },
      { fault: 'reentry.placeUnknown' },
      ['c'],
    ],
    ['is then the one that was said', { month: '2024-01', placeOf: 'c' }, { entryId: 'c' }, ['c']],
  ])('%s', (_, asked, taken, offered) => {
    expect(placeTaken(WAITING, asked)).toEqual(taken);
    expect(placesAsked(WAITING, asked).map(({ entryId }) => entryId)).toEqual(offered);
  });

  it('is none where nothing waits, and nothing is asked', () => {
    expect(placeTaken([], {})).toEqual({});
    expect(placeTaken([], { placeOf: ANOTHER })).toEqual({});
    expect(placeTaken([], { placeOf: 'a' })).toEqual({ fault: 'reentry.placeUnknown' });
    expect(placeTaken([place('a', '2023-11')], { month: '2023-12' })).toEqual({});
  });
});

import type { BooksEntry, Step } from '../../src/cli/case-file';
import { dayByDay } from '../../src/cli/day-by-day';

const step = (at: string, on?: string): Step => ({
  ...{ at, on, by: undefined, refused: [] },
  act: { verb: 'hold', month: '2025-01' },
});
const books = (of: string, steps: Step[]): BooksEntry => ({ of, by: 'zhou', steps });
const collective = (key: string, booksOpenOn: string) => ({
  ...{ key, below: undefined, kind: 'village' as const, name: key, organisationName: key, noticeLabel: key },
  ...{ regionPath: [], routeId: null, contacts: [], booksOpenOn },
});
const toldOrder = (...entries: BooksEntry[]): string =>
  dayByDay({
    collectives: [collective('east', '2025-01-01'), collective('west', '2025-03-01')],
    users: [],
    books: entries,
  })
    .map(({ step: { at } }) => at)
    .join(' ');

describe('a story of several books', () => {
  it('goes day by day, on one day in the order of the books', () => {
    const east = books('east', [step('e1', '2025-03-05'), step('e2', '2025-03-09')]);
    const west = books('west', [step('w1', '2025-03-05'), step('w2', '2025-03-08')]);
    expect(toldOrder(east, west)).toBe('e1 w1 w2 e2');
    expect(toldOrder(west, east)).toBe('w1 e1 w2 e2');
  });

  it('begins each on the day its books open', () => {
    expect(
      toldOrder(books('west', [step('w0')]), books('east', [step('e0'), step('e1', '2025-03-02')])),
    ).toBe('e0 w0 e1');
  });

  it('keeps the order within a book, also where a later file looks back', () => {
    const first = books('east', [step('e1', '2025-03-05'), step('e2', '2025-03-09')]);
    const west = books('west', [step('w1', '2025-03-07')]);
    const back = books('east', [step('e3', '2025-03-06'), step('e4')]);
    expect(toldOrder(first, west, back)).toBe('e1 w1 e2 e3 e4');
  });
});

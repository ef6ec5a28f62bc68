import { pageLinks } from '../../src/platform/http/page-links';

describe('links to the pages of a list', () => {
  it.each<[what: string, page: number, total: number, numbers: number[], current: number[]]>([
    ['one page', 1, 50, [1], [1]],
    ['a few are all named', 2, 101, [1, 2, 3], [2]],
    ['nine are all named', 1, 450, [1, 2, 3, 4, 5, 6, 7, 8, 9], [1]],
    ['of many those around', 200, 20_000, [1, 198, 199, 200, 201, 202, 400], [200]],
    ['of many the first', 1, 20_000, [1, 2, 3, 400], [1]],
    ['behind the end', 999, 20_000, [1, 400], []],
  ])('are, of %s', (_what, page, total, numbers, current) => {
    const links = pageLinks({ page, size: 50, total }, (at) => `#${at}`);
    expect(links.map(({ number }) => number)).toEqual(numbers);
    expect(links.filter((each) => each.current).map(({ href }) => href)).toEqual(
      current.map((each) => `#${String(each)}`),
    );
  });
});

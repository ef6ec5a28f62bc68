import type { PageLink } from '../views/page-links';
import type { PageOf } from './api.forms';

/** So many pages are all named; of more the first, the last and those around the one that is shown. */
const ALL_NAMED = 9;
const AROUND = 2;

/** Links to the pages of a list, by the addresses of its pages. */
export function pageLinks(
  { page, size, total }: Omit<PageOf<unknown>, 'items'>,
  href: (page: string) => string,
): PageLink[] {
  const count = Math.ceil(total / size);
  return Array.from({ length: count }, (_, index) => index + 1)
    .filter(
      (number) => count <= ALL_NAMED || number === 1 || number === count || Math.abs(number - page) <= AROUND,
    )
    .map((number) => ({ number, href: href(String(number)), current: number === page }));
}

import { type PathQuery, withQuery } from './office-paths';

/** The page on which a reversed fact is entered anew, and what its form is filled with. */
export interface TypedAgain {
  readonly path: string;
  /** What stood on it, by the name of its field; what is left out the page fills as it always does. */
  readonly values: PathQuery;
}

/** The address of the page with all that: the voucher whose place is taken, and the values. */
export function againPath({ path, values }: TypedAgain, corrects: string): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const filled = given.length === 0 ? undefined : JSON.stringify(Object.fromEntries(given));
  const query = withQuery('', { corrects, filled }).slice(1);
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** What an address says a form is to be filled with; nothing where it is none of ours. */
export function filledIn(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined || text.length > MOST) return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return {};
    const texts = Object.entries(read).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return Object.fromEntries(texts);
  } catch {
    return {};
  }
}

const MOST = 8_000;

import type { FileReader, Section } from '../domain/shared/file-reader';
import type { Asked, Expectation, Figures } from './case-file';
import { POOLS } from './pools';
import { SUMS } from './read-sum';

const EMPTY: Figures = {};

/** How each thing that can be asked about is addressed. */
const ADDRESSES: Readonly<Record<Asked['about'], (address: Section) => Asked>> = {
  ...SUMS,
  surplus: (address) => ({
    about: 'surplus',
    of: address.id('of'),
    pool: address.oneOf('pool', POOLS),
    from: address.day('from'),
    to: address.day('to'),
  }),
  undistributed: (address) => ({
    about: 'undistributed',
    of: address.id('of'),
    pool: address.oneOf('pool', POOLS),
    on: address.day('on'),
  }),
  plan: (address) => ({ about: 'plan', of: address.id('of'), plan: address.id('plan') }),
  left_overs: (address) => ({ about: 'left_overs', of: address.id('of'), plans: address.lines('plans') }),
  ledger: (address) => ({ about: 'ledger', of: address.id('of'), to: address.text('to') }),
  slip: (address) => ({
    about: 'slip',
    of: address.id('of'),
    asset: address.text('asset'),
    month: address.text('month'),
  }),
  notice: (address) => ({ about: 'notice', of: address.id('of'), plan: address.id('plan') }),
};

/**
 * Takes the expected figures (`is`) out of the file: their names are free, because the books answer by name
 * and a name
 * the books do not know is refused when it is compared.
 */
export function splitFigures(raw: unknown): { plain: unknown; figures: readonly unknown[] } {
  if (!isMapping(raw)) return { plain: raw, figures: [] };
  const expect = raw['expect'];
  if (!Array.isArray(expect)) return { plain: raw, figures: [] };
  const entries: readonly unknown[] = expect;
  return {
    plain: {
      ...raw,
      expect: entries.map((entry) => (isMapping(entry) ? withoutFigures(entry) : entry)),
    },
    figures: entries.map((entry) => (isMapping(entry) ? entry['is'] : undefined)),
  };
}

/** Reads what is asked, each with its figures. */
export function readExpectations(
  entries: readonly Section[],
  figures: readonly unknown[],
  reader: FileReader,
): Expectation[] {
  return entries.flatMap((entry, index) => {
    const at = entry.path('').replace(/\.$/, '');
    const asked = Object.entries(ADDRESSES).flatMap(([about, read]) => {
      const address = entry.optionalSection(about);
      return address === undefined ? [] : [read(address)];
    });
    const says = entry.lines('says');
    const [one] = asked;
    if (one === undefined || asked.length > 1) {
      reader.refuse({ code: reader.codes.notInList, field: at, facts: { allowed: Object.keys(ADDRESSES) } });
      return [];
    }
    const read = readFigures(figures[index] ?? EMPTY);
    if (read === undefined || (isEmpty(read) && says.length === 0)) {
      reader.refuse({ code: reader.codes.wrongType, field: `${at}.is`, facts: { expected: 'figures' } });
      return [];
    }
    return [{ at, asked: one, figures: read, says }];
  });
}

function withoutFigures(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'is'));
}

function readFigures(raw: unknown): Figures | undefined {
  if (typeof raw === 'string') return raw;
  if (Array.isArray(raw)) {
    const rows: readonly unknown[] = raw;
    const read = rows.map(readFigures);
    return read.every((row) => row !== undefined) ? read : undefined;
  }
  if (!isMapping(raw)) return undefined;
  const read = Object.entries(raw).map(([name, value]): [string, Figures | undefined] => [
    name,
    readFigures(value),
  ]);
  const known = read.flatMap(([name, value]): [string, Figures][] =>
    value === undefined ? [] : [[name, value]],
  );
  return known.length === read.length ? Object.fromEntries(known) : undefined;
}

function isEmpty(figures: Figures): boolean {
  return typeof figures === 'object' && Object.keys(figures).length === 0;
}

function isMapping(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

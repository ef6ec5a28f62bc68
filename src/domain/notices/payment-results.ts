import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { RETURN_KINDS } from '../payouts/read-outcomes';
import type { LineResult } from '../payouts/line-results';
import { PAY_CHANNELS } from '../payouts/pay-list';
import type { SentLine, SentList } from '../payouts/sent-lists';
import { groupedBy } from '../shared/grouped';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

/** Fewer people than this are not told apart: everybody in the village would know who they are. */
const FEWEST_TOLD = 3;

const LIST = { list: { kind: 'text' }, day: { kind: 'day' } } as const;
const MONEY = { people: { kind: 'count' }, amount: { kind: 'money' } } as const;
/**
 * Why money did not come or went back: `takenBack` where its payment was reversed in the books,
 * `few` where so few people got it back that nothing more is said.
 */
const REASON = { reason: { kind: 'word', words: [...RETURN_KINDS, 'takenBack', 'few'] } } as const;

/** What went to the bank in some days, what of it came to whom it was for, and what came back. */
export const PAYMENT_RESULTS = {
  pools: 'none',
  sums: ['before', 'sent', 'ended', 'waiting'],
  tables: {
    sent: {
      fields: { ...LIST, channel: { kind: 'word', words: PAY_CHANNELS }, ...MONEY },
      ...{ lead: 'list', amount: 'amount', totals: { amount: 'sent' } },
    },
    paid: {
      fields: { ...LIST, entry: { kind: 'entry' }, ...MONEY },
      ...{ lead: 'entry', amount: 'amount', totals: { amount: 'ended' } },
    },
    returned: {
      fields: { ...LIST, ...REASON, ...MONEY },
      ...{ lead: 'reason', amount: 'amount', totals: { amount: 'ended' } },
    },
    waiting: {
      fields: { ...LIST, ...MONEY },
      ...{ lead: 'list', amount: 'amount', totals: { amount: 'waiting' } },
    },
    gaveBack: {
      fields: { ...LIST, ...REASON, ...MONEY },
      ...{ lead: 'reason', amount: 'amount', totals: { amount: '' } },
    },
  },
} as const satisfies ReportShape;

/** A list as the sheet prints its name. */
export interface NamedList extends SentList {
  readonly name: string;
}

/** A line with the list it stands on, the day that counts here and what the bank said on it. */
interface Told extends SentLine {
  readonly list: NamedList;
  readonly on: CalendarDay;
  readonly result?: LineResult | undefined;
}

interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/**
 * The figures of the sheet: waiting before + sent − paid or returned = waiting at the end. A row is a list's,
 * a day's and a use's; uses or reasons of fewer than three people are told together, and of fewer than three
 * people on all of it no number of people.
 * @param lists the oldest first
 */
export function paymentResultsNotice(lists: readonly NamedList[], { from, to }: Days): ReportFigures {
  const isWithin = (on: CalendarDay): boolean => on >= from && on <= to;
  const sentBy = lists
    .flatMap((list) => list.lines.map((line): Told => ({ ...line, list, on: list.sentOn })))
    .filter(({ on }) => on <= to);
  const endedAfter = (line: Told, day: CalendarDay): boolean => {
    const [first] = line.results;
    return first === undefined || first.on > day;
  };
  const toldAt = (place: 0 | 1): Told[] =>
    sentBy.flatMap((line) => {
      const result = line.results[place];
      return result === undefined || !isWithin(result.on) ? [] : [{ ...line, on: result.on, result }];
    });
  const sent = sentBy.filter(({ on }) => isWithin(on));
  const waiting = sentBy.filter((line) => endedAfter(line, to));
  const before = sentBy.filter((line) => line.on < from && endedAfter(line, addDays(from, -1)));
  const [ended, gaveBack] = [toldAt(0), toldAt(1)];
  const { tables } = PAYMENT_RESULTS;
  const bySending = byList(sent, ({ list: { channel } }) => ({ channel }));
  const outcomes = untold({
    paid: byUse(ended.filter(isPaid)),
    returned: byReason(ended.filter((line) => !isPaid(line))),
    waiting: byList(waiting),
  });
  return {
    sums: {
      before: String(amountOf(before)),
      sent: String(amountOf(sent)),
      ended: String(amountOf(ended)),
      waiting: String(amountOf(waiting)),
    },
    tables: {
      sent: reportTable(tables.sent, bySending.map(toldPeople)),
      paid: reportTable(tables.paid, outcomes.paid),
      returned: reportTable(tables.returned, outcomes.returned),
      waiting: reportTable(tables.waiting, outcomes.waiting),
      gaveBack: reportTable(tables.gaveBack, byReason(gaveBack).map(toldPeople)),
    },
  };
}

/** What became of lists, in rows. */
type Outcomes = Readonly<Record<'paid' | 'returned' | 'waiting', readonly ReportRow[]>>;

/**
 * Outcomes without the numbers of fewer than three people. What was sent and all the others would tell such a
 * number: where those of a list left out are fewer than three, its next smallest number is left out, too.
 */
function untold(rows: Outcomes): Outcomes {
  const all = [...rows.paid, ...rows.returned, ...rows.waiting];
  const hidden = new Set<ReportRow>();
  for (const ofList of groupedBy(all, ({ list }) => String(list)).values()) {
    const bySize = ofList.toSorted((one, other) => peopleIn(one) - peopleIn(other));
    const few = bySize.filter((row) => peopleIn(row) < FEWEST_TOLD);
    const next = bySize[few.length];
    const together = few.reduce((sum, row) => sum + peopleIn(row), 0);
    for (const row of few) hidden.add(row);
    if (few.length > 0 && together < FEWEST_TOLD && next !== undefined) hidden.add(next);
  }
  const told = (own: readonly ReportRow[]): ReportRow[] =>
    own.map((row) => (hidden.has(row) ? withoutPeople(row) : row));
  return { paid: told(rows.paid), returned: told(rows.returned), waiting: told(rows.waiting) };
}

function peopleIn({ people }: ReportRow): number {
  return Number(people);
}

function withoutPeople(row: ReportRow): ReportRow {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'people'));
}

/** A row without its number of people where they are few. */
function toldPeople(row: ReportRow): ReportRow {
  return peopleIn(row) < FEWEST_TOLD ? withoutPeople(row) : row;
}

function isPaid({ result }: Told): boolean {
  return result?.returned === undefined;
}

function amountOf(lines: readonly SentLine[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

/** A row for each list and day. */
function byList(lines: readonly Told[], more: (line: Told) => ReportRow = () => ({})): ReportRow[] {
  return [...groupedBy(lines, listKey).values()].flatMap((together) => {
    const [first] = together;
    return first === undefined ? [] : [rowOf(together, more(first))];
  });
}

/** A row for each list, day and voucher by which it was owed; small ones of a list and day together. */
function byUse(lines: readonly Told[]): ReportRow[] {
  return apart(lines, ({ debtId }) => debtId).flatMap(({ together, name }) =>
    together.length === 0 ? [] : [rowOf(together, name === undefined ? {} : { entry: name })],
  );
}

/** A row for each list, day and reason; small ones of a list and day together, their reasons not said. */
function byReason(lines: readonly Told[]): ReportRow[] {
  return apart(lines, ({ result }) => result?.returned ?? 'other').flatMap(({ together, name }) =>
    together.length === 0 ? [] : [rowOf(together, { reason: name ?? 'few' })],
  );
}

/** Lines of a list and day by a name; those under a name of few people together, under none. */
function apart(
  lines: readonly Told[],
  nameOf: (line: Told) => string,
): { readonly together: readonly Told[]; readonly name: string | undefined }[] {
  return [...groupedBy(lines, listKey).values()].flatMap((ofList) => {
    const named = [...groupedBy(ofList, nameOf)];
    const large = named.filter(([, own]) => peopleOf(own) >= FEWEST_TOLD);
    const small = named.filter(([, own]) => peopleOf(own) < FEWEST_TOLD).flatMap(([, own]) => own);
    return [...large.map(([name, together]) => ({ together, name })), { together: small, name: undefined }];
  });
}

function listKey({ list: { name }, on }: Told): string {
  return `${name} ${on}`;
}

function peopleOf(lines: readonly Told[]): number {
  return new Set(lines.map(({ memberId }) => memberId)).size;
}

function rowOf(together: readonly Told[], more: ReportRow): ReportRow {
  const [first] = together;
  return {
    ...{ list: first?.list.name ?? '', day: first?.on ?? '' },
    ...more,
    people: peopleOf(together),
    amount: String(amountOf(together)),
  };
}

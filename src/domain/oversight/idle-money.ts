import { addDays, type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type MoneyStrand, stepAs, type TracedLine } from '../ledger/trace-money';
import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import type { Problem } from '../shared/problem';
import { writtenProblems } from '../shared/short-reason';
import { readDay } from '../shared/typed-fields';

/** Where money of public assets lies on its way to people; a joint station's keeper is its township. */
export const HOPS = ['county', 'township', 'village'] as const;
export type Hop = (typeof HOPS)[number];

/** How many days money may lie at each before it asks why: data of the region, unconfirmed. */
export type HopLimits = Readonly<Record<Hop, number>>;

/** When money that a village received had come to the county and to the township, as far as it is said. */
export interface EarlierHops {
  readonly countyOn?: CalendarDay | undefined;
  readonly townshipOn?: CalendarDay | undefined;
}

/** Money that came to a village by one voucher. Fen. */
export interface ArrivedMoney {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly summary: string;
  readonly arrivedOn: CalendarDay;
  readonly amount: Fen;
  /** Not distributed. */
  readonly free: Fen;
  /** Granted to people and not paid to them. */
  readonly owed: Fen;
  /** Paid to people, and after how many days on the average, rounded down; undefined where nothing was. */
  readonly paid: Fen;
  readonly paidAfter: number | undefined;
  /** What was paid to people on each day, the first day first. */
  readonly payments: readonly { readonly on: CalendarDay; readonly amount: Fen }[];
}

/** How long money of one voucher lay at one hop; `until` undefined while some of it still lies there. */
export interface HopStay {
  readonly hop: Hop;
  readonly from: CalendarDay;
  readonly until: CalendarDay | undefined;
  readonly days: number;
  /** Fen that lay there, or lie there still. */
  readonly amount: Fen;
  readonly isOver: boolean;
}

/**
 * What became of every sum that came to a village: what went to costs is gone, what was granted is owed until
 * it is paid, the rest lies. Money follows the order in which it came; what a use took before any money was
 * there came when it was used. Money from before the books counts from their first day.
 * @param strands of the pools that are asked about, see `traceMoney`
 * @returns by the day of arrival, the oldest first
 */
export function arrivedMoney(strands: readonly MoneyStrand[]): ArrivedMoney[] {
  const came = strands.flatMap((strand) => {
    const line = stepAs(strand, 'banked') ?? stepAs(strand, 'brought');
    return line === undefined || stepAs(strand, 'brought') === undefined ? [] : [{ line, strand }];
  });
  return [...groupedBy(came, ({ line }) => line.entryId).values()]
    .flatMap((own) => {
      const [first] = own;
      return first === undefined
        ? []
        : [
            arrivalOf(
              first.line,
              own.map(({ strand }) => strand),
            ),
          ];
    })
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf({ arrivedOn, voucherNumber }: ArrivedMoney): string {
  return `${arrivedOn} ${String(voucherNumber).padStart(8, '0')}`;
}

function arrivalOf(line: TracedLine, strands: readonly MoneyStrand[]): ArrivedMoney {
  const { entryId, voucherYear, voucherNumber, summary, postedOn: arrivedOn } = line;
  const sum = (of: readonly MoneyStrand[]): Fen => sumFen(of.map(({ amount }) => amount));
  const toPeople = strands.filter((strand) => stepAs(strand, 'used')?.planLineId !== undefined);
  const paid = toPeople.flatMap((strand) => {
    const on = stepAs(strand, 'paid')?.postedOn;
    return on === undefined ? [] : [{ amount: strand.amount, on }];
  });
  const paidFen = sumFen(paid.map(({ amount }) => amount));
  const payments = [...groupedBy(paid, ({ on }) => on)]
    .map(([on, own]) => ({ on, amount: sumFen(own.map(({ amount }) => amount)) }))
    .sort((one, other) => (one.on < other.on ? -1 : 1));
  const days = ({ on }: { readonly on: CalendarDay }): bigint => BigInt(daysFrom(arrivedOn, on));
  const fenDays = payments.reduce((all, payment) => all + payment.amount * days(payment), 0n);
  return {
    ...{ entryId, voucherYear, voucherNumber, summary, arrivedOn, amount: sum(strands), paid: paidFen },
    free: sum(strands.filter((strand) => stepAs(strand, 'used') === undefined)),
    owed: sum(toPeople) - paidFen,
    paidAfter: paidFen === 0n ? undefined : Number(fenDays / paidFen),
    payments,
  };
}

/** Days from one day to another; none where the other comes first. */
function daysFrom(from: CalendarDay, to: CalendarDay): number {
  return to <= from ? 0 : daysInclusive(from, to) - 1;
}

/**
 * How long the money of a voucher lay at each hop that is known, up to a day; at the village what went to
 * people on each day has a stay of its own, and what went to costs has none.
 * @param earlier when it came to the county and the township; a hop of which nobody says anything is left out
 */
export function hopStays(
  money: ArrivedMoney,
  earlier: EarlierHops,
  { on, limits }: { readonly on: CalendarDay; readonly limits: HopLimits },
): HopStay[] {
  const { countyOn, townshipOn } = earlier;
  const { arrivedOn, amount } = money;
  const lies = money.free + money.owed;
  const stay = (hop: Hop, at: Pick<HopStay, 'from' | 'until' | 'amount'>): HopStay => {
    const days = daysFrom(at.from, at.until ?? on);
    return { hop, ...at, days, isOver: days > limits[hop] };
  };
  return [
    ...(countyOn === undefined
      ? []
      : [stay('county', { from: countyOn, until: townshipOn ?? arrivedOn, amount })]),
    ...(townshipOn === undefined ? [] : [stay('township', { from: townshipOn, until: arrivedOn, amount })]),
    ...money.payments.map(({ on: until, amount: paid }) =>
      stay('village', { from: arrivedOn, until, amount: paid }),
    ),
    ...(lies > 0n ? [stay('village', { from: arrivedOn, until: undefined, amount: lies })] : []),
  ];
}

/**
 * How much of a sum lay, or lies, longer than it may: what was late at county or township is late once,
 * whatever became of it in the village. Fen.
 */
export function overAmount(stays: readonly HopStay[]): Fen {
  const late = stays.filter(({ isOver }) => isOver);
  const before = late.flatMap(({ hop, amount }) => (hop === 'village' ? [] : [amount]));
  const inVillage = sumFen(late.flatMap(({ hop, amount }) => (hop === 'village' ? [amount] : [])));
  return [...before, inVillage].reduce((most, amount) => (amount > most ? amount : most), 0n);
}

/** What a village says of money that came to it. */
export interface IdleNote extends EarlierHops {
  /** Why it lies, or lay, so long, and until when that is reason enough; both or neither. */
  readonly why?: string | undefined;
  readonly until?: CalendarDay | undefined;
}

export interface IdleNoteForm {
  readonly countyOn: string;
  readonly townshipOn: string;
  readonly idleWhy: string;
  readonly idleUntil: string;
}

/** Longer than this no reason is good: it is given anew, on what is known then. */
const LONGEST_DAYS = 180;

/**
 * Reads what a village says of money that came to it, or everything that is wrong with it. Of money that
 * lies no more a reason needs no last day: it is given for what was, up to today.
 * @param asked whether any of it still lies in the village
 * Codes: `calendar.notADay`, `idle.nothingSaid`, `idle.afterArrival`, `idle.countyFirst`, `form.missing`,
 * `form.privateNumber`, `policy.reasonTooShort` and `idle.untilDay`.
 */
export function readIdleNote(
  form: IdleNoteForm,
  asked: { readonly arrivedOn: CalendarDay; readonly today: CalendarDay; readonly lies: boolean },
): { readonly note: IdleNote; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const dayOf = (field: keyof IdleNoteForm): CalendarDay | undefined =>
    form[field].trim() === '' ? undefined : readDay({ field, value: form[field] }, problems);
  const [countyOn, townshipOn, until] = [dayOf('countyOn'), dayOf('townshipOn'), dayOf('idleUntil')];
  const why = form.idleWhy.trim();
  const isBlank = [form.countyOn, form.townshipOn, why, form.idleUntil].every((each) => each.trim() === '');
  if (isBlank) problems.push({ code: 'idle.nothingSaid', field: 'idleWhy' });
  problems.push(...hopProblems({ countyOn, townshipOn }, asked.arrivedOn));
  problems.push(...whyProblems(form, { ...asked, until }));
  const said = why === '' ? {} : { why, until: until ?? asked.today };
  return { note: { countyOn, townshipOn, ...said }, problems };
}

/** Money comes to the county, then to the township, then to the village. */
function hopProblems({ countyOn, townshipOn }: EarlierHops, arrivedOn: CalendarDay): Problem[] {
  const next = townshipOn ?? arrivedOn;
  return [
    ...(countyOn !== undefined && countyOn > next
      ? [{ code: 'idle.countyFirst', field: 'countyOn', value: countyOn, facts: { day: next } }]
      : []),
    ...(townshipOn !== undefined && townshipOn > arrivedOn
      ? [{ code: 'idle.afterArrival', field: 'townshipOn', value: townshipOn, facts: { day: arrivedOn } }]
      : []),
  ];
}

/** A last day has its reason, and a reason for what lies still its last day. */
function whyProblems(
  { idleWhy, idleUntil }: IdleNoteForm,
  asked: {
    readonly until: CalendarDay | undefined;
    readonly today: CalendarDay;
    readonly lies: boolean;
  },
): Problem[] {
  const { until, today, lies } = asked;
  const problems = writtenProblems({ idleWhy });
  const isSaid = idleWhy.trim() !== '';
  const hasEnd = idleUntil.trim() !== '';
  if (isSaid && lies && !hasEnd) problems.push({ code: 'form.missing', field: 'idleUntil' });
  if (hasEnd && !isSaid) problems.push({ code: 'form.missing', field: 'idleWhy' });
  const last = addDays(today, LONGEST_DAYS);
  if (until !== undefined && (until < today || until > last))
    problems.push({ code: 'idle.untilDay', field: 'idleUntil', value: until, facts: { first: today, last } });
  return problems;
}

/**
 * Whether a reason holds for all that lay or lies too long: for what lies still on a day by one that has not
 * ended then, for what left by one that held when it left.
 */
export function isExplained({ until }: IdleNote, stays: readonly HopStay[], on: CalendarDay): boolean {
  return until !== undefined && stays.every((stay) => !stay.isOver || (stay.until ?? on) <= until);
}

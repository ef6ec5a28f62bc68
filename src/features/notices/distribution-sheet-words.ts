import { type CalendarDay, monthOf, yearOf, type Month } from '../../domain/calendar/calendar-day';
import { yuanText } from '../../domain/money/fen';
import type {
  SheetNotice,
  NoticeDeductionRow,
  NoticeIncomeRow,
  PartOfYear,
} from '../../domain/notices/distribution-notice';
import type { Say, WordingFacts } from './distribution-sheet-wording';

/** Fen digits as the sheet prints them, `81,220.28`. */
export function amountText(fen: string): string {
  return yuanText(BigInt(fen));
}

/** A quantity with its whole part grouped by thousands and its own decimals: `49,236`, `1,842.3150`. */
export function quantityText(quantity: string): string {
  const [whole = '', decimals] = quantity.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** The two parts of the title: the village, and what the sheet is about. */
export function titleParts({ heading }: SheetNotice, say: Say): [village: string, subject: string] {
  return [
    say('title.village', { village: heading.village }),
    say('title.subject', { period: periodText(heading, say), pool: say(`pool.${heading.pool}`) }),
  ];
}

/** A day, with its year unless that is the year of `near`. */
export function dayText(day: CalendarDay, say: Say, near?: CalendarDay): string {
  const facts = { year: yearOf(day), month: monthNumber(day), day: Number(day.slice(8)) };
  return say(near !== undefined && yearOf(near) === facts.year ? 'day.short' : 'day.full', facts);
}

/** The line that says how long the sheet hangs. */
export function publicityText(notice: SheetNotice, say: Say): string {
  if (notice.kind === 'sample') return say('sample.publicity');
  const { publicity } = notice;
  const key = publicity.firstDayCounts ? 'publicity.with-first-day' : 'publicity.without-first-day';
  const from = dayText(publicity.from, say);
  return say(key, { days: publicity.days, from, to: dayText(publicity.to, say, publicity.from) });
}

/** The two sentences under the title: what the sheet shows, and who decided. */
export function leadText(notice: SheetNotice, say: Say): string {
  const { heading } = notice;
  const span = { from: monthOf(heading.periodFrom), to: monthOf(heading.periodTo) };
  const about = { months: monthsText(span, heading.issuedOn, say), pool: say(`pool.${heading.pool}`) };
  if (notice.kind === 'sample') return say('sample.lead', about);
  const { decision } = notice;
  const review = decision.townshipReview;
  return say('lead', {
    ...about,
    decidedOn: dayText(decision.decidedOn, say, heading.issuedOn),
    body: decision.body,
    due: decision.due,
    present: decision.present,
    inFavour: decision.inFavour,
    reviewedOn: review === undefined ? undefined : dayText(review.on, say, heading.issuedOn),
    reviewer: review?.body,
  });
}

/** The lines under an asset's name: capacity and energy, the village's part, what its income is called. */
export function assetLines(row: NoticeIncomeRow, say: Say): string[] {
  const capacity = row.capacityKw === undefined ? undefined : quantityText(row.capacityKw);
  const energy = row.energyKwh === undefined ? undefined : quantityText(row.energyKwh);
  const lines =
    row.sharePercent === undefined
      ? [say('income.own', { capacity, energy })]
      : [say('income.joint', { capacity, share: row.sharePercent }), say('income.joint-energy', { energy })];
  const called = row.receipts.flatMap(({ stream, called: words = [] }) =>
    words.map((each) => say('income.called', { stream: say(`income.stream.${stream}`), called: each })),
  );
  return [...lines, ...called].filter((line) => line !== '');
}

/** Which months the receipts of each stream are for, in one sentence; undefined where no stream says so. */
export function incomeMonthsText({ income, heading }: SheetNotice, say: Say): string | undefined {
  const said = income.months.map(({ stream, from, to }) =>
    say(`income.months.${stream}`, { months: spanText({ from, to }, heading.issuedOn, say) }),
  );
  return said.length === 0 ? undefined : `${said.join(SEMICOLON)}${STOP}`;
}

/** Tax the grid kept back before it paid; nothing where there is none. */
export function taxKeptText({ income: { taxKept } }: SheetNotice, say: Say): string | undefined {
  return taxKept === undefined ? undefined : say('income.tax-kept', { amount: amountText(taxKept) });
}

/** By how much tax that is owed makes less of what came; nothing where there is none. */
export function taxText({ income, sums }: SheetNotice, say: Say): string | undefined {
  if (income.taxOwed === undefined) return undefined;
  return say('income.tax', { amount: amountText(income.taxOwed), received: amountText(sums.received) });
}

/** One note per receipt that is still outstanding, with its amount. */
export function outstandingNotes({ income }: SheetNotice, say: Say): string[] {
  return income.rows.flatMap((row) =>
    row.receipts
      .filter(({ outstanding }) => BigInt(outstanding) > 0n)
      .map(({ stream, outstanding, outstandingMonths: span }) => {
        const months = span === undefined ? undefined : calendarMonthsText(span, say);
        const facts = { asset: row.shortName ?? row.asset, amount: amountText(outstanding), months };
        return say(`income.note.${stream}`, facts);
      }),
  );
}

/** What a deduction is called, with its asset where the reckoning below does not name it. */
export function deductionName(row: NoticeDeductionRow, notice: SheetNotice, say: Say): string {
  const ofStation = notice.heading.pool === 'pv' && (row.kind === 'insurance' || row.kind === 'operation');
  const kind = ofStation ? (`${row.kind}-pv` as const) : row.kind;
  const name = row.name ?? say(`deductions.kind.${kind}`);
  const below = row.reckoning.by === 'fixed' || row.reckoning.by === 'bill';
  return say('deductions.named', { name, asset: below ? undefined : row.asset });
}

/** How a deduction was reckoned, and the reason where the policy asks for one. */
export function deductionLines(row: NoticeDeductionRow, notice: SheetNotice, say: Say): string[] {
  const reason = row.reason === undefined ? '' : say('deductions.reason', { reason: row.reason });
  return [reckoningText(row, notice, say), reason].filter((line) => line !== '');
}

const SEMICOLON = '\uff1b';
const STOP = '\u3002';

function reckoningText(row: NoticeDeductionRow, { sums }: SheetNotice, say: Say): string {
  const { reckoning } = row;
  switch (reckoning.by) {
    case 'area': {
      const { mu, yuanPerMu, part, sharePercent } = reckoning;
      const facts = { mu: quantityText(mu), price: quantityText(yuanPerMu), share: sharePercent };
      return say('deductions.area', { ...facts, part: partText(part, say) });
    }
    case 'percent-of-receipts': {
      const ofAll = reckoning.base === sums.received;
      const base = ofAll ? say('deductions.percent-base') : amountText(reckoning.base);
      return say('deductions.percent', { base, rate: reckoning.ratePercent, contract: reckoning.contract });
    }
    case 'per-watt': {
      const { capacityKw, yuanPerWatt, part, cap } = reckoning;
      return say('deductions.per-watt', {
        capacity: quantityText(capacityKw),
        price: yuanPerWatt,
        part: partText(part, say),
        cap: cap === undefined ? undefined : amountText(cap),
      });
    }
    case 'fixed':
      return say('deductions.fixed', { ...aboutText(row.asset, reckoning), contract: reckoning.contract });
    case 'bill': {
      const otherCost =
        row.kind === 'other' && row.name !== undefined ? say('deductions.kind.other') : undefined;
      return say('deductions.bill', {
        ...aboutText(row.asset, reckoning),
        bills: reckoning.bills,
        cap: reckoning.cap === undefined ? undefined : amountText(reckoning.cap),
        otherCost,
      });
    }
  }
}

/** The asset a cost is for and what it covers; the asset is not said twice where the note begins with it. */
function aboutText(asset: string | undefined, { covers }: { readonly covers?: string }): WordingFacts {
  const said = asset !== undefined && covers?.startsWith(asset) === true;
  return { asset: said ? undefined : asset, covers };
}

function partText(part: PartOfYear, say: Say): string | undefined {
  return part === 'year' ? undefined : say(`deductions.part.${part}`);
}

function periodText({ periodKind: kind, periodFrom, periodTo }: SheetNotice['heading'], say: Say): string {
  const span = { from: monthOf(periodFrom), to: monthOf(periodTo) };
  const year = yearOf(periodFrom);
  if (kind === 'quarter') {
    return say('period.quarter', { year, quarter: Math.ceil(monthNumber(periodTo) / 3) });
  }
  return kind === 'months' ? calendarMonthsText(span, say) : say(`period.${kind}`, { year });
}

/** A span of months by its calendar years, which reads the same in any year. */
function calendarMonthsText({ from, to }: MonthSpan, say: Say): string {
  const facts = { year: yearOf(from), from: monthNumber(from), to: monthNumber(to), toYear: yearOf(to) };
  if (facts.year !== facts.toYear) return say('period.across', facts);
  return say(from === to ? 'period.month' : 'period.months', facts);
}

interface MonthSpan {
  readonly from: Month;
  readonly to: Month;
}

/**
 * A span by the name villagers use for it (a half-year, a whole year) where it has one, else by its months.
 */
function spanText(span: MonthSpan, near: CalendarDay, say: Say): string {
  const [from, to] = [monthNumber(span.from), monthNumber(span.to)];
  const year = yearWord(span.from, near, say);
  if (yearOf(span.from) !== yearOf(span.to)) return monthsText(span, near, say);
  if (from === 1 && to === 12) return say('months.whole', { year });
  if (from === 1 && to === 6) return say('months.first-half', { year });
  if (from === 7 && to === 12) return say('months.second-half', { year });
  return monthsText(span, near, say);
}

function monthsText(span: MonthSpan, near: CalendarDay, say: Say): string {
  const [from, to] = [monthNumber(span.from), monthNumber(span.to)];
  const year = yearWord(span.from, near, say);
  if (span.from === span.to) return say('months.one', { year, from });
  if (yearOf(span.from) === yearOf(span.to)) return say('months.within', { year, from, to });
  return say('months.across', { year, from, to, toYear: yearWord(span.to, near, say) });
}

function yearWord(month: Month, near: CalendarDay, say: Say): string {
  const year = yearOf(month);
  if (year === yearOf(near)) return say('months.this-year');
  return year === yearOf(near) - 1 ? say('months.last-year') : say('months.year', { year });
}

function monthNumber(dayOrMonth: string): number {
  return Number(dayOrMonth.slice(5, 7));
}

import { type CalendarDay, monthOf, yearOf, type Month } from '../../domain/calendar/calendar-day';
import type {
  SheetNotice,
  NoticeDeductionRow,
  NoticeIncomeRow,
  PartOfYear,
} from '../../domain/notices/distribution-notice';
import type { WordingFacts } from '../../platform/text/wordings';
import type { DistributionSay } from './distribution-sheet-wording';
import { amountText, decisionFacts, monthNumber, publicityText, quantityText } from './sheet-words';

/** The two parts of the title: the village, and what the sheet is about. */
export function titleParts(
  { heading }: SheetNotice,
  say: DistributionSay,
): [village: string, subject: string] {
  return [
    say('title.village', { village: heading.village }),
    say('title.subject', { period: periodText(heading, say), pool: say(`pool.${heading.pool}`) }),
  ];
}

/** The line that says how long the sheet hangs; of a draft that this is not known yet. */
export function hangingText(notice: SheetNotice, say: DistributionSay): string {
  return notice.kind === 'sample' ? say('sample.publicity') : publicityText(notice.publicity, say);
}

/** The two sentences under the title: what the sheet shows, and who decided. */
export function leadText(notice: SheetNotice, say: DistributionSay): string {
  const { heading } = notice;
  const span = { from: monthOf(heading.periodFrom), to: monthOf(heading.periodTo) };
  const about = { months: monthsText(span, heading.issuedOn, say), pool: say(`pool.${heading.pool}`) };
  if (notice.kind === 'sample') return say('sample.lead', about);
  return say('lead', { ...about, ...decisionFacts(notice, say) });
}

/** The lines under an asset's name: capacity and energy, the village's part, what its income is called. */
export function assetLines(row: NoticeIncomeRow, say: DistributionSay): string[] {
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
export function incomeMonthsText({ income, heading }: SheetNotice, say: DistributionSay): string | undefined {
  const said = income.months.map(({ stream, from, to }) =>
    say(`income.months.${stream}`, { months: spanText({ from, to }, heading.issuedOn, say) }),
  );
  return said.length === 0 ? undefined : `${said.join(SEMICOLON)}${STOP}`;
}

/** Tax the grid kept back before it paid; nothing where there is none. */
export function taxKeptText({ income: { taxKept } }: SheetNotice, say: DistributionSay): string | undefined {
  return taxKept === undefined ? undefined : say('income.tax-kept', { amount: amountText(taxKept) });
}

/** By how much tax that is owed makes less of what came; nothing where there is none. */
export function taxText({ income, sums }: SheetNotice, say: DistributionSay): string | undefined {
  if (income.taxOwed === undefined) return undefined;
  return say('income.tax', { amount: amountText(income.taxOwed), received: amountText(sums.received) });
}

/** One note per receipt that is still outstanding, with its amount. */
export function outstandingNotes({ income }: SheetNotice, say: DistributionSay): string[] {
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
export function deductionName(row: NoticeDeductionRow, notice: SheetNotice, say: DistributionSay): string {
  const ofStation = notice.heading.pool === 'pv' && (row.kind === 'insurance' || row.kind === 'operation');
  const kind = ofStation ? (`${row.kind}-pv` as const) : row.kind;
  const name = row.name ?? say(`deductions.kind.${kind}`);
  const below = row.reckoning.by === 'fixed' || row.reckoning.by === 'bill';
  return say('deductions.named', { name, asset: below ? undefined : row.asset });
}

/** How a deduction was reckoned, and the reason where the policy asks for one. */
export function deductionLines(row: NoticeDeductionRow, notice: SheetNotice, say: DistributionSay): string[] {
  const reason = row.reason === undefined ? '' : say('deductions.reason', { reason: row.reason });
  return [reckoningText(row, notice, say), reason].filter((line) => line !== '');
}

const SEMICOLON = '\uff1b';
const STOP = '\u3002';

function reckoningText(row: NoticeDeductionRow, { sums }: SheetNotice, say: DistributionSay): string {
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

function partText(part: PartOfYear, say: DistributionSay): string | undefined {
  return part === 'year' ? undefined : say(`deductions.part.${part}`);
}

function periodText(
  { periodKind: kind, periodFrom, periodTo }: SheetNotice['heading'],
  say: DistributionSay,
): string {
  const span = { from: monthOf(periodFrom), to: monthOf(periodTo) };
  const year = yearOf(periodFrom);
  if (kind === 'quarter') {
    return say('period.quarter', { year, quarter: Math.ceil(monthNumber(periodTo) / 3) });
  }
  return kind === 'months' ? calendarMonthsText(span, say) : say(`period.${kind}`, { year });
}

/** A span of months by its calendar years, which reads the same in any year. */
function calendarMonthsText({ from, to }: MonthSpan, say: DistributionSay): string {
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
function spanText(span: MonthSpan, near: CalendarDay, say: DistributionSay): string {
  const [from, to] = [monthNumber(span.from), monthNumber(span.to)];
  const year = yearWord(span.from, near, say);
  if (yearOf(span.from) !== yearOf(span.to)) return monthsText(span, near, say);
  if (from === 1 && to === 12) return say('months.whole', { year });
  if (from === 1 && to === 6) return say('months.first-half', { year });
  if (from === 7 && to === 12) return say('months.second-half', { year });
  return monthsText(span, near, say);
}

function monthsText(span: MonthSpan, near: CalendarDay, say: DistributionSay): string {
  const [from, to] = [monthNumber(span.from), monthNumber(span.to)];
  const year = yearWord(span.from, near, say);
  if (span.from === span.to) return say('months.one', { year, from });
  if (yearOf(span.from) === yearOf(span.to)) return say('months.within', { year, from, to });
  return say('months.across', { year, from, to, toYear: yearWord(span.to, near, say) });
}

function yearWord(month: Month, near: CalendarDay, say: DistributionSay): string {
  const year = yearOf(month);
  if (year === yearOf(near)) return say('months.this-year');
  return year === yearOf(near) - 1 ? say('months.last-year') : say('months.year', { year });
}

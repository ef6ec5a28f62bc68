import { plainYuan } from '../domain/money/fen';
import { noticeShares } from '../domain/notices/check-distribution-notice';
import type {
  DistributionNotice,
  NoticeDeductionRow,
  NoticeIncomeRow,
} from '../domain/notices/distribution-notice';
import type { PublishedFacts } from '../domain/notices/published-facts';
import type { ReportNotice } from '../domain/notices/report-notice';
import type { YearPlanNotice } from '../domain/notices/year-plan-notice';
import type { Figures } from './case-file';

type Named = Readonly<Record<string, Figures>>;

/** The facts of a sheet of whichever kind by names a case can ask for. */
export function publishedFigures(facts: PublishedFacts): Named {
  if (facts.kind === 'report') return reportFigures(facts);
  return facts.kind === 'distribution' ? noticeFigures(facts) : yearNoticeFigures(facts);
}

/** Those of a sheet about some days: its sums, and each table's rows and totals. */
function reportFigures({ heading, sums, tables, persons = {}, publicity }: ReportNotice): Named {
  const yuanOf = (sum: Readonly<Record<string, string>>): Figures =>
    Object.fromEntries(Object.entries(sum).map(([name, fen]): [string, string] => [name, yuan(fen)]));
  const told = Object.entries({ ...tables, ...persons }).map(
    ([name, { rows, totals }]): [string, Figures] => {
      return [name, { rows: String(rows.length), totals: yuanOf(totals) }];
    },
  );
  return {
    ...{ sheet: heading.sheet, village: heading.village, version: String(heading.version) },
    sums: yuanOf(sums),
    tables: Object.fromEntries(told),
    publicity: { from: publicity.from, to: publicity.to, days: String(publicity.days) },
  };
}

/** Those of a yearly plan's. */
function yearNoticeFigures({ heading, sums, uses, decision, publicity }: YearPlanNotice): Named {
  const each = Object.entries(sums).map(([name, value]): [string, string] => [name, yuan(String(value))]);
  return {
    ...{ village: heading.village, version: String(heading.version), year: heading.periodFrom.slice(0, 4) },
    sums: Object.fromEntries(each),
    uses: uses.rows.map(({ bucket, description, amount }) => {
      return { use: bucket, for: description, amount: yuan(amount) };
    }),
    meeting: meetingFigures(decision),
    publicity: { from: publicity.from, to: publicity.to, days: String(publicity.days) },
  };
}

/**
 * The facts of a distribution's sheet by names a case can ask for; amounts in yuan, what the sheet lacks as
 * an empty text.
 */
function noticeFigures(notice: DistributionNotice): Named {
  const { heading, sums, uses, clauses, decision, publicity, contacts } = notice;
  const shares = noticeShares(notice);
  return {
    village: heading.village,
    issuer: heading.issuer,
    year: String(heading.number.year),
    number: String(heading.number.number),
    period: heading.periodKind,
    sums: {
      carried_over: yuan(sums.carriedOver),
      received: yuan(sums.received),
      deducted: yuan(sums.deducted),
      distributable: yuan(sums.distributable),
      planned: yuan(sums.planned),
      left_over: yuan(sums.leftOver),
    },
    income: notice.income.rows.map(incomeFigures),
    ...(notice.income.taxOwed === undefined ? {} : { income_tax: yuan(notice.income.taxOwed) }),
    income_months: notice.income.months.map(({ stream, from, to }) => ({ stream, from, to })),
    deductions: notice.deductions.map(deductionFigures),
    uses: uses.rows.map((row, index) => ({
      use: row.bucket,
      name: row.name,
      for: row.description,
      mark: row.clauseMark === undefined ? '' : String(row.clauseMark),
      amount: yuan(row.amount),
      share: percent(shares?.rows[index]),
    })),
    left_over_share: percent(shares?.leftOver),
    left_over_for: uses.leftOverFor ?? '',
    clauses: clauses.quotes.map(({ document, item, pieces }) => ({
      document,
      item,
      text: pieces.map(({ text }) => text).join(''),
      marked: pieces.flatMap(({ mark, text }) => (mark === undefined ? [] : [`${String(mark)} ${text}`])),
    })),
    pack: clauses.pack.id,
    reasons: [...clauses.writtenReasons],
    meeting: meetingFigures(decision),
    publicity: { from: publicity.from, to: publicity.to, days: String(publicity.days) },
    contacts: contacts.offices.map(({ body, phone, place }) => ({ body, phone, place: place ?? '' })),
  };
}

function incomeFigures(row: NoticeIncomeRow): Named {
  const receipts = row.receipts.flatMap(({ stream, received, outstanding }): [string, string][] => [
    [stream, yuan(received)],
    [`${stream}_outstanding`, yuan(outstanding)],
  ]);
  return {
    asset: row.asset,
    capacity_kw: row.capacityKw ?? '',
    kwh: row.energyKwh ?? '',
    share: row.sharePercent === undefined ? '' : `${row.sharePercent}%`,
    ...Object.fromEntries(receipts),
  };
}

function deductionFigures(row: NoticeDeductionRow): Named {
  return {
    kind: row.kind,
    name: row.name ?? '',
    asset: row.asset ?? '',
    amount: yuan(row.amount),
    reason: row.reason ?? '',
    vouchers: String(row.vouchers.length),
    reckoned: reckoned(row.reckoning),
  };
}

/** The terms of a reckoning in the order in which they are multiplied: `4.20 × 800 × half-year`. */
function reckoned(reckoning: NoticeDeductionRow['reckoning']): string {
  switch (reckoning.by) {
    case 'area': {
      const { mu, yuanPerMu, part, sharePercent } = reckoning;
      return [mu, yuanPerMu, part, ...(sharePercent === undefined ? [] : [`${sharePercent}%`])].join(' × ');
    }
    case 'percent-of-receipts':
      return [yuan(reckoning.base), `${reckoning.ratePercent}%`].join(' × ');
    case 'per-watt':
      return [reckoning.capacityKw, reckoning.yuanPerWatt, reckoning.part].join(' × ');
    case 'fixed':
      return reckoning.covers ?? '';
    case 'bill':
      return String(reckoning.bills);
  }
}

function meetingFigures(decision: DistributionNotice['decision']): Named {
  return {
    body: decision.body,
    on: decision.decidedOn,
    due: String(decision.due),
    present: String(decision.present),
    in_favour: String(decision.inFavour),
    reviewed_on: decision.townshipReview?.on ?? '',
    reviewed_by: decision.townshipReview?.body ?? '',
  };
}

function yuan(fen: string): string {
  return plainYuan(BigInt(fen));
}

/** Hundredths of a percent as text; empty where there is nothing to divide. */
function percent(hundredths: bigint | undefined): string {
  if (hundredths === undefined) return '';
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

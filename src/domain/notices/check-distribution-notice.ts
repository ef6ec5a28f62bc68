import { daysInclusive, isCalendarDay } from '../calendar/calendar-day';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import type { DistributionNotice, IncomeStream, NoticeClauses, SheetNotice } from './distribution-notice';
import { reserveProblems } from './reserve-rows';

const FEN_PATTERN = /^-?(0|[1-9]\d{0,15})$/;

/** Whether it is whole fen in digits. */
export function isFenText(value: string): boolean {
  return FEN_PATTERN.test(value);
}

/**
 * What is wrong with a sheet before it may be printed; none when it adds up. Codes, each with the field it
 * concerns:
 * `notice.amountUnreadable`, `notice.equationBroken`, `notice.receiptsDiffer`, `notice.deductionsDiffer`,
 * `notice.usesDiffer`, `notice.leftOverDiffers`, `notice.overspent`, `notice.streamWithoutColumn`,
 * `notice.grantedAboveUse`, `notice.clauseMissing`, `notice.publicityDaysWrong`, `notice.votesImpossible`,
 * and those of {@link reserveProblems}. Facts are the two amounts that should be equal, in fen.
 */
export function noticeProblems(notice: SheetNotice): Problem[] {
  const unreadable = amountTexts(notice).filter(({ value }) => !isFenText(value));
  if (unreadable.length > 0) {
    return unreadable.map(({ field, value }) => ({ code: 'notice.amountUnreadable', field, value }));
  }
  const days = notice.kind === 'distribution' ? dayProblems(notice) : [];
  return [...sumProblems(notice), ...reserveProblems(notice), ...rowProblems(notice), ...days];
}

/** States that a sheet adds up; a sheet that does not is a fault of the program, and nothing is printed. */
export function assertNoticeHolds(notice: SheetNotice): void {
  const problems = noticeProblems(notice);
  const list = problems.map(({ code, field }) => `${code} (${field})`).join(', ');
  invariant(problems.length === 0, `a notice adds up before it is printed: ${list}`);
}

/** What one stream brought in over all assets, in fen. */
export function streamTotal(notice: SheetNotice, stream: IncomeStream): Fen {
  return sumFen(
    notice.income.rows.flatMap(({ receipts }) =>
      receipts.filter((receipt) => receipt.stream === stream).map(({ received }) => BigInt(received)),
    ),
  );
}

/** Each use's share of the distributable sum and the left-over's, in hundredths of a percent. */
export interface NoticeShares {
  readonly rows: readonly bigint[];
  readonly leftOver: bigint;
}

/**
 * The shares the sheet prints: hundredths of a percent that add up to exactly 100.00 %, by largest
 * remainder, ties to the smaller bucket. Undefined where there is nothing to divide (distributable zero or
 * less, or a left-over below zero).
 */
export function noticeShares({ uses, sums }: SheetNotice): NoticeShares | undefined {
  const parts = sharesOf(BigInt(sums.distributable), uses.rows, [BigInt(sums.leftOver)]);
  return parts && { rows: parts.slice(0, -1), leftOver: parts.at(-1) ?? 0n };
}

/**
 * What uses and what is kept are of a whole, in hundredths of a percent that add up to 100.00 %; undefined
 * where there is nothing to divide.
 */
export function sharesOf(
  whole: Fen,
  rows: readonly { readonly bucket: string; readonly amount: string }[],
  kept: readonly Fen[],
): readonly bigint[] | undefined {
  if (whole <= 0n || kept.some((amount) => amount < 0n)) return undefined;
  const shares = rows.map((row, index) => ({
    key: `${row.bucket} ${String(index).padStart(4, '0')}`,
    weight: BigInt(row.amount),
  }));
  const last = kept.map((weight, index) => ({ key: `~ left over ${String(index)}`, weight }));
  return allocate(10_000n, [...shares, ...last]).map((part) => part.amount);
}

function amountTexts(notice: SheetNotice): { field: string; value: string }[] {
  const { sums, income, deductions, uses, reserves = [] } = notice;
  return [
    ...Object.entries(sums).map(([name, value]) => ({ field: `sums.${name}`, value: String(value) })),
    ...income.rows.flatMap((row, index) =>
      row.receipts.flatMap(({ stream, received, outstanding }) => [
        { field: `income.rows.${index}.${stream}.received`, value: received },
        { field: `income.rows.${index}.${stream}.outstanding`, value: outstanding },
      ]),
    ),
    ...(income.taxOwed === undefined ? [] : [{ field: 'income.taxOwed', value: income.taxOwed }]),
    ...deductions.map(({ amount }, index) => ({ field: `deductions.${index}.amount`, value: amount })),
    ...uses.rows.flatMap(({ amount, granted = '0' }, index) =>
      Object.entries({ amount, granted }).map(([name, value]) => {
        return { field: `uses.rows.${index}.${name}`, value };
      }),
    ),
    ...reserves.flatMap(({ before, kept, released, after }, index) =>
      Object.entries({ before, kept, released, after }).map(([name, value]) => {
        return { field: `reserves.${index}.${name}`, value };
      }),
    ),
  ];
}

function sumProblems(notice: SheetNotice): Problem[] {
  const { sums, income, deductions, uses } = notice;
  const distributable = BigInt(sums.distributable);
  const planned = BigInt(sums.planned);
  const receipts = income.rows.flatMap((row) => row.receipts.map(({ received }) => BigInt(received)));
  const came = sumFen(receipts) - BigInt(income.taxOwed ?? '0');
  const checks: [code: string, field: string, stated: Fen, found: Fen][] = [
    [
      'notice.equationBroken',
      'sums.distributable',
      distributable,
      BigInt(sums.carriedOver) + BigInt(sums.received) - BigInt(sums.deducted),
    ],
    ['notice.receiptsDiffer', 'sums.received', BigInt(sums.received), came],
    ['notice.deductionsDiffer', 'sums.deducted', BigInt(sums.deducted), sumFen(deductions.map(rowAmount))],
    ['notice.usesDiffer', 'sums.planned', planned, sumFen(uses.rows.map(rowAmount))],
    ['notice.leftOverDiffers', 'sums.leftOver', BigInt(sums.leftOver), distributable - planned],
  ];
  const problems: Problem[] = checks
    .filter(([, , stated, found]) => stated !== found)
    .map(([code, field, stated, found]) => ({
      code,
      field,
      value: String(stated),
      facts: { stated, found },
    }));
  if (planned > 0n && planned > distributable) {
    problems.push({ code: 'notice.overspent', field: 'sums.planned', facts: { planned, distributable } });
  }
  return problems;
}

function rowProblems(notice: SheetNotice): Problem[] {
  const { income } = notice;
  const streams = new Set(income.streams);
  const strayStreams = income.rows.flatMap(({ receipts }, index) =>
    receipts
      .filter(({ stream }) => !streams.has(stream))
      .map(({ stream }) => ({
        code: 'notice.streamWithoutColumn',
        field: `income.rows.${index}.${stream}`,
        facts: { stream },
      })),
  );
  return [...strayStreams, ...grantedProblems(notice), ...markProblems(notice)];
}

/** No use has given out before more than it gives in all. */
function grantedProblems({ uses }: SheetNotice): Problem[] {
  return uses.rows.flatMap(({ name, amount, granted = '0' }, index) => {
    const [given, whole] = [BigInt(granted), BigInt(amount)];
    const field = `uses.rows.${index}.granted`;
    return given >= 0n && given <= whole
      ? []
      : [{ code: 'notice.grantedAboveUse', field, facts: { name, granted: given, amount: whole } }];
  });
}

/** Each mark of a use stands at a clause of the sheet. */
export function markProblems({ uses, clauses }: MarkedUses): Problem[] {
  const marks = new Set(clauses.quotes.flatMap(({ pieces }) => pieces.map(({ mark }) => mark)));
  return uses.rows.flatMap(({ clauseMark, name }, index) =>
    clauseMark === undefined || marks.has(clauseMark)
      ? []
      : [
          {
            code: 'notice.clauseMissing',
            field: `uses.rows.${index}.clauseMark`,
            facts: { name, clauseMark },
          },
        ],
  );
}

/** The uses of a sheet and the clauses they stand on. */
interface MarkedUses {
  readonly uses: { readonly rows: readonly { readonly name: string; readonly clauseMark?: number }[] };
  readonly clauses: NoticeClauses;
}

/** How often a sheet hangs is counted rightly, and no more voted than were there. */
export function dayProblems({
  heading,
  publicity,
  decision,
}: Pick<DistributionNotice, 'heading' | 'publicity' | 'decision'>): Problem[] {
  const days = [heading.issuedOn, heading.periodFrom, heading.periodTo, publicity.from, publicity.to];
  const span = days.every(isCalendarDay) ? daysInclusive(publicity.from, publicity.to) : 0;
  const counted = publicity.firstDayCounts ? span : span - 1;
  const problems: Problem[] = [];
  if (counted < 1 || counted !== publicity.days) {
    problems.push({
      code: 'notice.publicityDaysWrong',
      field: 'publicity.days',
      value: String(publicity.days),
      facts: { counted },
    });
  }
  const { due, present, inFavour } = decision;
  if (inFavour > present || present > due) {
    problems.push({ code: 'notice.votesImpossible', field: 'decision', facts: { due, present, inFavour } });
  }
  return problems;
}

function rowAmount({ amount }: { readonly amount: string }): Fen {
  return BigInt(amount);
}

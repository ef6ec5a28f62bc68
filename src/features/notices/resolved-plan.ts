import type { MeetingStep } from '../../domain/approvals/route';
import { daysOfYear } from '../../domain/calendar/calendar-day';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import type { ReportHeading, ReportRow } from '../../domain/notices/report-notice';
import type { Fen } from '../../domain/money/fen';
import { type Bucket, bucketsOf, clauseOf } from '../../domain/policy/pack';
import { poolOfPack } from '../distribution/plan-read.service';
import type { SheetPlan } from '../distribution/plan-publicity.service';

/** Of which days and pool a plan is. */
export function daysOfPlan({
  kind,
  plan,
}: SheetPlan): Required<Pick<ReportHeading, 'pool' | 'periodFrom' | 'periodTo'>> {
  const pool = poolOfPack(plan.pool);
  if (kind === 'plan') return { pool, periodFrom: plan.periodFrom, periodTo: plan.periodTo };
  const { from: periodFrom, to: periodTo } = daysOfYear(plan.year);
  return { pool, periodFrom, periodTo };
}

/** As which kind of sheet a plan hangs. */
export function planKind({ kind }: SheetPlan): string {
  return kind === 'plan' ? 'distribution' : 'yearly-use-plan';
}

/** What a plan comes to. */
export function decidedFacts({ kind, plan }: SheetPlan): ReportRow {
  if (kind === 'plan') {
    const { distributable, planned, leftOver } = plan.figures;
    return { distributable, planned, left: leftOver };
  }
  const { expected, used, reserve, left } = plan.figures;
  const kept = reserve === 0n ? {} : { reserve: String(reserve) };
  return { expected: String(expected), planned: String(used), ...kept, left: String(left) };
}

/** What a plan gives to which use, each with its clause. */
export function decidedUses({ kind, plan }: SheetPlan): ReportRow[] {
  const rowOf = ({ name: use, cite }: Bucket, amount: Fen): ReportRow => {
    return { use, clause: clauseOf(plan.pack, cite).at, amount: String(amount) };
  };
  if (kind === 'plan') return plan.lines.map(({ bucket, amount }) => rowOf(bucket, amount));
  const buckets = new Map(bucketsOf(plan.pack, plan.pool).map((bucket) => [bucket.id, bucket]));
  return plan.content.uses.map(({ bucket: id, amount }) => {
    const bucket = buckets.get(id);
    return bucket === undefined ? { use: id, amount: String(amount) } : rowOf(bucket, amount);
  });
}

/** The law by which a body decides, as its route says it: no clause word for word. */
export function lawQuotes({ basis }: MeetingStep): NoticeClauses['quotes'] {
  return basis.map(({ source, article = '', says }) => {
    return { document: source, item: article, pieces: [{ text: says }], paraphrased: true };
  });
}

import { plainYuan } from '../../domain/money/fen';
import { judge, judgementProblems } from '../../domain/policy/judge';
import type { Problem } from '../../domain/shared/problem';
import { sheetAmount } from '../../domain/uses/labour-rows';
import type { SheetPaper } from '../../domain/uses/owed-again';
import type { WorkSheet } from '../../domain/uses/work-sheet';
import type { ToldSheet, ToldWork } from '../uses/works.service';
import { type DistributionPlan, lineLeft } from './plan-read.service';

/** What a sheet asks money for that the use may not pay. */
export function payProblems(
  plan: DistributionPlan,
  { claimId }: ToldWork,
  { item, lines }: WorkSheet,
): Problem[] {
  const line = plan.lines.find(({ claims }) => claims.some(({ id }) => id === claimId));
  const left = line === undefined ? 0n : lineLeft(line);
  const facts = {
    ...{ pool: plan.pool, bucket: line?.bucket.id ?? '', item },
    // Neither a subsidy nor money of a restricted fund: what a document says of those is not asked.
    ...{ kind: item, fund: 'village' },
    ...{ amount: plainYuan(sheetAmount(lines)), line_left: plainYuan(left) },
  };
  const ruled = judgementProblems(judge(plan.pack, { subject: 'payment', facts }), { field: 'item' });
  if (ruled.length > 0 || item === 'labour_pay') return ruled;
  return [{ code: 'works.labourOnly', field: 'item' }];
}

/** What of it needs no right row to be told: materials and contractors stand on no sheet, whoever worked. */
export function itemProblems(plan: DistributionPlan, work: ToldWork, sheet: WorkSheet): Problem[] {
  return sheet.item === 'labour_pay' ? [] : payProblems(plan, work, sheet);
}

/** Every sheet of some works, as one is held against others. */
export function sheetPapers(works: readonly ToldWork[]): SheetPaper[] {
  return works.flatMap((work) => work.sheets.map((sheet) => sheetPaper(work, sheet)));
}

/** A sheet of a work, as it is held against others. */
export function sheetPaper({ id: workId, name: workName, claimId }: ToldWork, sheet: ToldSheet): SheetPaper {
  return { ...sheet, workId, workName, claimId };
}

import type { EntityManager } from 'typeorm';
import type { ToldReport } from '../../domain/assets/linkage';
import { LeaseReportEntity, LeaseReportWithdrawalEntity } from './lease-report.entity';

/** Every report of the contracts of a village, by contract, in the order of entry, withdrawn or not. */
export async function readReports(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, readonly ToldReport[]>> {
  const order = { leaseId: 'ASC', reportNumber: 'ASC' } as const;
  const rows = await db.find(LeaseReportEntity, { where: { collectiveId }, order });
  const found = new Map<string, ToldReport[]>();
  if (rows.length === 0) return found;
  const withdrawals = await db.findBy(LeaseReportWithdrawalEntity, { collectiveId });
  for (const row of rows) {
    const { leaseId, reportNumber, from, to, jobs, helpedJobs, wages, helpedWages, paper } = row;
    const gone = withdrawals.find((each) => each.leaseId === leaseId && each.reportNumber === reportNumber);
    const told = { reportNumber, from, to, jobs, helpedJobs, wages, helpedWages, paper };
    found.set(leaseId, [...(found.get(leaseId) ?? []), { ...told, withdrawn: gone?.reason }]);
  }
  return found;
}

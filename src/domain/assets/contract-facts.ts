import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { plainYuan } from '../money/fen';
import type { PolicyPack } from '../policy/pack';
import type { PlainFacts } from '../policy/subjects';
import type { Asset } from './asset';
import type { CustodyKind } from './custody';
import { lastReport, type LinkageReport, workersOfYear } from './linkage';
import { type BooksRecord, listQuestion } from './matter-facts';

/** A contract over the asset that holds on the day. */
export interface HeldContract {
  readonly id: string;
  readonly name: string;
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
  readonly signedOn: CalendarDay;
  /** What the village does for the asset's owner, where he has an agreement with it. */
  readonly keptAs?: CustodyKind;
  /** How much work was promised, and who worked there as reported; absent where nothing was. */
  readonly jobsPromised?: number;
  readonly reports?: readonly LinkageReport[];
}

/** An asset and every contract over it that had begun by the day. */
export interface ContractedAsset {
  readonly asset: Pick<Asset, 'acquiredOn'>;
  readonly contracts: readonly HeldContract[];
}

/** A workshop: in use since it was acquired; how many of the helped work there by the last reports. */
export function shopRecord({ asset, contracts }: ContractedAsset, day: CalendarDay): PlainFacts {
  const held = contracts.filter(({ lastOn }) => lastOn >= day);
  const last = held.flatMap(({ reports = [] }) => lastReport(reports) ?? []);
  const workers = last.reduce((sum, { helpedJobs }) => sum + helpedJobs, 0);
  return { in_use_on: asset.acquiredOn, ...(last.length === 0 ? {} : { workers: String(workers) }) };
}

/** A workshop's people over the last calendar year that is over, as its tenants reported them. */
export function shopYear({ contracts }: Pick<ContractedAsset, 'contracts'>, day: CalendarDay): PlainFacts {
  const found = workersOfYear(
    contracts.map(({ reports = [] }) => reports),
    yearOf(day) - 1,
  );
  if (found === undefined) return {};
  const { jobs, helpedJobs, wagePerHelped } = found;
  return {
    ...{ workers: String(jobs), target_workers: String(helpedJobs) },
    ...(wagePerHelped === undefined ? {} : { wage_year: plainYuan(wagePerHelped) }),
  };
}

/** A contract that holds: when what is to be paid stands in it, so it has a schedule. */
export function contractRecords(
  { id, name, signedOn, keptAs, jobsPromised, reports = [] }: HeldContract,
  { valid }: PolicyPack,
): BooksRecord[] {
  const about = { kind: 'lease' as const, id, name };
  const given = lastReport(reports)?.jobs;
  const facts = {
    ...{ schedule: 'yes', new: signedOn >= valid.from ? 'yes' : 'no' },
    ...(keptAs === undefined ? {} : { [listQuestion('contract_kind')]: keptAs }),
    ...(jobsPromised === undefined ? {} : { jobs_promised: String(jobsPromised) }),
    ...(given === undefined ? {} : { jobs_provided: String(given) }),
  };
  return [
    { subject: 'contract', about, applies: true, facts },
    { subject: 'operator', about, applies: true, facts: {} },
  ];
}

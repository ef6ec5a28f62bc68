import type { LinkageYear } from '../assets/linkage';
import { type Fen, sumFen } from '../money/fen';

/** A contract that promises people or wages, in one of its calendar years. */
export interface PromisedYear {
  /** How many it promises; undefined where it speaks of wages alone. */
  readonly promised: number | undefined;
  readonly year: LinkageYear;
}

/** What the tenants of a village promised for a year, and what they reported. */
export interface VillageLinkage {
  readonly contracts: number;
  readonly promised: number;
  /** The fewest of each contract together; undefined while none reported. */
  readonly jobs: number | undefined;
  readonly wages: Fen;
  readonly jobsShort: number;
  readonly wagesShort: Fen;
  /** Contracts with days that are over and that nobody reported. */
  readonly unreported: number;
}

/** The contracts of a village together. What one gives too much of makes up for none of the others. */
export function villageLinkage(contracts: readonly PromisedYear[]): VillageLinkage {
  const years = contracts.map(({ year }) => year);
  const told = years.flatMap(({ jobs }) => jobs ?? []);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  return {
    contracts: contracts.length,
    promised: sum(contracts.map(({ promised }) => promised ?? 0)),
    jobs: told.length === 0 ? undefined : sum(told),
    wages: sumFen(years.map(({ wages }) => wages)),
    jobsShort: sum(years.map(({ jobsShort }) => jobsShort)),
    wagesShort: sumFen(years.map(({ wagesShort }) => wagesShort)),
    unreported: years.filter(({ unreported }) => unreported > 0).length,
  };
}

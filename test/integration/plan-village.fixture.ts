import type { ClaimForm } from '../../src/domain/uses/claim';
import { readYuan } from '../../src/domain/money/fen';
import { targetGroupsOf } from '../../src/domain/policy/pack';
import { FormProblems } from '../../src/domain/shared/problem';
import { recordChange } from '../../src/platform/audit/records';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import type { LoadedPack } from '../../src/features/policy/policy.service';
import { SetClock } from '../../src/platform/clock/clock';
import { seeded } from '../domain/policy/seeded';
import type { OpenDatabase } from '../support/engines';
import { confirmPolicy } from '../support/policy-register';
import { STATION } from '../support/station';
import { ACCOUNTANT, claimOf, servicesOn, Village } from '../support/village';
import { KIT_ROUTE } from '../support/kit-routes';

/** Amounts in yuan by use, as the village drafts them. */
export type Uses = Readonly<Record<string, string>>;

export interface Wish {
  readonly region: string;
  /** The day of drafting; the period is the year up to the last day that is over. */
  readonly today: string;
  readonly to?: string;
  /** Costs in yuan by kind, or by the pack's own name of a cost. */
  readonly costs?: Uses;
  readonly decisions?: Uses;
  readonly reasons?: Readonly<Record<string, string>>;
  /** Rent of land in yuan: income of the year that is neither PV nor of fixed assets. */
  readonly landRent?: string;
}

/** A claim for each use, all to one group. */
export const claimsOf = (uses: Uses, targetGroup = 'lifted_out'): ClaimForm[] =>
  Object.entries(uses).map(([bucket, amount]) => claimOf(readYuan(amount) ?? 0n, { bucket, targetGroup }));

/** A group that a plan under the region's policy may name. */
const groupIn = (region: string): string => {
  const named = seeded.packsAlong([region]).flatMap(({ pack }) => targetGroupsOf(pack).map(({ id }) => id));
  return named.includes('lifted_out') ? 'lifted_out' : 'unknown';
};

/** The codes with their rules, or none where it went through. */
export const refusalOf = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ code, field }) => `${code} ${field}`)
        : [String(error)],
  );

/** Whether somebody has to say that a policy in force still holds. */
const mayWait = ({ pack: { valid } }: LoadedPack, today: string): boolean =>
  valid.from <= today && valid.confirmAfter !== undefined && valid.confirmAfter < today;

let made = 0;

/** A made-up village that received 750.00 in February and had 50.00 before, and its costs of March. */
export async function villageUnder(
  { database }: OpenDatabase,
  { region, today, costs = {}, landRent }: Wish,
): Promise<Village> {
  const clock = new SetClock(today);
  const services = servicesOn(database, clock);
  const [year = ''] = today.split('-');
  const { id } = await services.collectives.createCollective({
    ...{ parentId: null, kind: 'village', name: `Village ${String((made += 1))}`, contacts: [] },
    ...{ organisationName: 'a cooperative', regionPath: [region], noticeLabel: 'V' },
    ...{ routeId: KIT_ROUTE, booksOpenOn: `${year}-01-01` },
  });
  await database.inTransaction(id, async (tx) => {
    await tx.update(CollectiveEntity, { id }, { madeUp: 1 });
    await recordChange(tx, CollectiveEntity, { id });
  });
  for (const { pack } of seeded.packsAlong([region]).filter((each) => mayWait(each, today)))
    await confirmPolicy(services.confirmations, { officeId: id, today, packId: pack.id });
  const village = Village.at(database, id, clock);
  const bank = [
    { pool: 'pv' as const, amount: 5_000n },
    { pool: 'other' as const, amount: 20_000n },
  ];
  await services.openings.recordShort(id, { on: `${year}-01-01`, bank, receivables: [] }, ACCOUNTANT);
  const funds = [{ level: 'central', year: '2017', amount: '420,000.00' }];
  const station = await village.addStation({ acquiredOn: '2017-06-30', funds });
  await village.settle(station, `${year}-01`, { kwh: 1_000 });
  await village.receive(await village.owed(), `${year}-02-20`);
  if (landRent !== undefined) await earnRent(village, { kind: 'land', year, amount: landRent });
  for (const [name, amount] of Object.entries(costs)) {
    const kind = ['o_and_m', 'land_rent'].includes(name) ? name : 'other';
    const form = { kind, name, postedOn: `${year}-03-10`, amount, reason: 'due' };
    await services.deductions.recordDeduction(id, form, ACCOUNTANT);
  }
  return village;
}

/** Drafts what is wished; a plan under way for the same days gives way. */
export async function draftUnder(
  village: Village,
  { wish, uses, pool = 'pv' }: { readonly wish: Wish; readonly uses: Uses; readonly pool?: string },
): Promise<string> {
  const year = wish.today.slice(0, 4);
  const claims = claimsOf(uses, groupIn(wish.region));
  const form = {
    ...{ pool, from: `${year}-01-01`, to: wish.to ?? `${year}-06-30`, claims },
    ...{ reasons: wish.reasons ?? {}, leftOverNote: '', decisions: wish.decisions ?? {} },
  };
  return (await village.services.drafting.draftPlan(village.id, form, ACCOUNTANT)).id;
}

/** Submitted, met and reviewed, all today. */
export async function approve(village: Village, planId: string): Promise<void> {
  await village.submit(planId);
  await village.meet(planId);
  await village.review(planId);
}

/** A rent of the year that fell due in March, of a new asset of a kind. */
export async function earnRent(
  village: Village,
  rent: { readonly kind: string; readonly year: string; readonly amount: string; readonly name?: string },
): Promise<string> {
  const { kind, year, amount, name = `${kind} ${year}` } = rent;
  const { assets, income } = village.services;
  const worth = kind === 'land' ? { cost: '', funds: [] } : {};
  const asset = { ...STATION, ...worth, kind, name, acquiredOn: `${year}-01-02` };
  const { id: assetId } = await assets.addAsset(village.id, asset, ACCOUNTANT);
  const days = { coversFrom: `${year}-03-01`, coversTo: `${year}-03-31` };
  const due = { stream: 'rent', payer: kind, ...days, dueOn: `${year}-03-31`, postedOn: `${year}-03-31` };
  const { voucher } = await income.recordIncomeDue(village.id, { assetId, ...due, amount }, ACCOUNTANT);
  return voucher.entryId;
}

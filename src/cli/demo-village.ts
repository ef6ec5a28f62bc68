import type { INestApplicationContext } from '@nestjs/common';
import type { Month } from '../domain/calendar/calendar-day';
import { invariant } from '../domain/shared/invariant';
import { balanceReport, planReport, surplusReport } from './demo-report';
import { servicesOf } from './services';

/** A village of the demo, told up to a month. */
export interface ToldVillage {
  readonly id: string;
  readonly name: string;
  readonly month: Month;
}

/** What is told of a village: paragraphs in lines, and its sheets, each under the name of its file. */
export interface VillageReport {
  readonly paragraphs: readonly (readonly string[])[];
  readonly sheets: readonly { readonly file: string; readonly pdf: Buffer }[];
}

/**
 * The statement and the plan of every published distribution, every sheet of the village, its balances at
 * last; nothing of a village without books.
 */
export async function villageReport(
  app: INestApplicationContext,
  { id, name, month }: ToldVillage,
): Promise<VillageReport> {
  const { notices, sheets: printed, plans, surplus, books } = servicesOf(app);
  if ((await books.requireChain(id)).length === 0) return { paragraphs: [], sheets: [] };
  const known = new Map((await plans.listPlans(id)).map((plan) => [plan.id, plan]));
  const paragraphs: string[][] = [];
  const sheets: { file: string; pdf: Buffer }[] = [];
  for (const notice of await notices.listNotices(id)) {
    const plan = known.get(notice.planId);
    if (plan !== undefined) {
      const { pool, periodFrom: from, periodTo: to } = plan;
      paragraphs.push(surplusReport(name, await surplus.statement(id, { pool, from, to })));
      paragraphs.push(planReport(name, plan, plan.pack));
    }
    const file = `${name}-${String(notice.year)}-${String(notice.number)}-${String(notice.version)}.pdf`;
    sheets.push({ file, pdf: await printed.requireSheet(id, notice.id) });
  }
  const [first] = await books.listMonths(id);
  invariant(first !== undefined, 'books have a first month');
  const months = { first: first.month, last: month };
  paragraphs.push(balanceReport(name, month, await books.trialBalance(id, months)));
  return { paragraphs, sheets };
}

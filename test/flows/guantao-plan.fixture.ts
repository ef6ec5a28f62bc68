import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { recordChange } from '../../src/platform/audit/records';
import { Database } from '../../src/platform/database/database';
import type { Engine } from '../../src/platform/database/engine';
import { NAMED_PAPERS } from '../support/step-papers';
import { draftOf, openWith, startVillageApp, type VillageApp } from './api-village.fixture';

/** A village whose plan goes by the order of 馆陶: its sheet hangs before the township looks at it. */
export interface GuantaoPlan {
  readonly village: VillageApp;
  /** The address of the village's and of the plan's acts. */
  readonly books: string;
  readonly plan: string;
  readonly planId: string;
  readonly digest: string;
}

/** What the API answered, where it did what it was asked. */
export async function done(
  answer: ReturnType<VillageApp['accountant']['post']>,
): Promise<Readonly<Record<string, unknown>>> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

/** The plan is drafted and voted on 2025-07-05; its sheet comes next. */
export async function startGuantaoPlan(engine: Engine): Promise<GuantaoPlan> {
  const village = await startVillageApp(engine);
  const { app, villageId: id, accountant } = village;
  const books = `/api/villages/${id}`;
  await app.get(Database).inTransaction(id, async (tx) => {
    await tx.update(CollectiveEntity, { id }, { routeId: 'county-guantao' });
    await recordChange(tx, CollectiveEntity, { id });
  });
  await openWith(app, id, 500_000n);
  const planId = String((await done(accountant.post(`${books}/plans`, draftOf('2000.00'))))['id']);
  const plan = `${books}/plans/${planId}`;
  const digest = String((await done(accountant.post(`${plan}/submit`, {})))['digest']);
  const votes = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
  const held = { heldOn: '2025-07-05', stepPaper: 'minutes 3', ...votes, ...NAMED_PAPERS };
  await done(accountant.post(`${plan}/meeting`, held));
  return { village, books, plan, planId, digest };
}

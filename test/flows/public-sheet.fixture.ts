import { draftOf, juneSlip, openWith, STATION, type VillageApp } from './api-village.fixture';

/** Takes a village from its first slip to a published sheet. @returns the sheet's code in three groups */
export async function publishSheet(village: VillageApp): Promise<string> {
  const planId = await approvePlan(village, 'burnt, no spare');
  const form = { planId, displayedOn: '2025-07-06' };
  const { status, body } = await village.accountant.post(`/api/villages/${village.villageId}/notices`, form);
  if (status >= 300) throw new Error(JSON.stringify(body));
  return String(body['code']);
}

/** Takes a village from its first slip to an approved plan; its one cost has the reason. Of the 200.00
 * left over 100.00 are set aside. @returns its id */
export async function approvePlan(village: VillageApp, reason: string): Promise<string> {
  const { app, villageId, accountant, officer } = village;
  const books = `/api/villages/${villageId}`;
  const done = async (
    answer: ReturnType<typeof accountant.post>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  await openWith(app, villageId, 50_000n);
  const { id: assetId } = await done(accountant.post(`${books}/assets`, STATION));
  await done(accountant.post(`${books}/settlements`, juneSlip(String(assetId))));
  const { items } = (await accountant.get(`${books}/receivables`)).body;
  const [energy] = items as { id: string }[];
  const amounts = { [energy?.id ?? '']: '2000.00' };
  await done(accountant.post(`${books}/receipts`, { receivedOn: '2025-07-04', amount: '2000.00', amounts }));
  const cost = { kind: 'other', name: '=1+1', postedOn: '2025-07-04', amount: '300.00', assetId };
  await done(accountant.post(`${books}/deductions`, { ...cost, reason }));
  const reserve = { pool: 'pv', reservePurpose: 'inverter', amount: '100.00', paper: 'meeting 3' };
  await done(accountant.post(`${books}/reserves`, { ...reserve, reservedOn: '2025-07-04' }));
  const { id: planId } = await done(accountant.post(`${books}/plans`, draftOf('2000.00')));
  const plan = `${books}/plans/${String(planId)}`;
  const { digest } = await done(accountant.post(`${plan}/submit`, {}));
  const votes = {
    due: '30',
    present: '25',
    inFavour: '24',
    against: '0',
    abstained: '1',
    stepPaper: 'minutes',
  };
  await done(accountant.post(`${plan}/meeting`, { heldOn: '2025-07-05', ...votes }));
  await done(officer.post(`${plan}/review`, { outcome: 'passed', digest }));
  return String(planId);
}

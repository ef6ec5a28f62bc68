import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainYuan, requireYuan } from '../domain/money/fen';
import type { OpeningLine } from '../domain/months/opening';
import { DomainError } from '../domain/shared/domain-error';
import type { IncomeDueForm } from '../domain/income/rent';
import { loadPack } from '../features/policy/pack-files';
import { STORY_BOARD } from '../glossary/case-words';
import { readKeptFile } from '../platform/files/read-kept-file';
import type { Act, ClearedIncome, OpeningAct, SettlementAct } from './case-file';
import { requireAsset, type Scene } from './scene';
import { isAssetAct } from './read-asset-act';
import { isBooksAct } from './read-books-act';
import { isFormAct } from './read-form-act';
import { storyPhoto } from './story-photo';
import { tellAssetAct } from './tell-asset-act';
import { tellBooksAct } from './tell-books-act';
import { tellFormAct } from './tell-form-act';
import { tellYearPlan, tellYearPlanStep } from './year-plan-act';

/**
 * Does one act of a story through the service a page would call. @throws DomainError whatever that service
 * refuses with
 */
export async function tellAct(act: Act, scene: Scene): Promise<void> {
  if (isFormAct(act)) return tellFormAct(act, scene);
  if (isPlanned(act)) return tellPlanned(act, scene);
  if (isAssetAct(act)) return tellAssetAct(act, scene);
  if (isBooksAct(act)) return tellBooksAct(act, scene);
  if (isPolicyAct(act)) return tellPolicyAct(act, scene);
  if (isClosingAct(act)) return tellClosingAct(act, scene);
  const { services, collectiveId: id, command } = scene;
  switch (act.verb) {
    case 'asset':
      await services.assets.addAsset(id, act.form, command);
      return;
    case 'contract':
      return addContract(act, scene);
    case 'opening':
      return open(act, scene);
    case 'settlement':
      return settle(act, scene);
    case 'receipt':
      return receive(act, scene);
    case 'pay_owners':
      return payOwners(act.owners, scene);
    case 'income_due':
      return bookDue(act, scene);
    case 'deduction':
      return deduct(act, scene);
  }
}

type PlannedAct = Extract<Act, { readonly verb: 'year_plan' } | { readonly plan: unknown }>;

function isPlanned(act: Act): act is PlannedAct {
  return act.verb === 'year_plan' || 'plan' in act;
}

/** What a year is planned for, and what of a period is given out. */
function tellPlanned(act: PlannedAct, scene: Scene): Promise<void> {
  return act.verb === 'year_plan' ? tellYearPlan(act, scene) : tellPlanAct(act, scene);
}

async function addContract(act: Extract<Act, { readonly verb: 'contract' }>, scene: Scene): Promise<void> {
  const assetId = (await findAssetId(scene, act.asset)) ?? '';
  await scene.services.contracts.addContract(scene.collectiveId, { ...act.form, assetId }, scene.command);
}

async function bookDue(act: Extract<Act, { readonly verb: 'income_due' }>, scene: Scene): Promise<void> {
  const { services, collectiveId, command, on } = scene;
  const { id: assetId } = await requireAsset(scene, act.asset);
  const due: IncomeDueForm = { ...act.form, dueOn: act.form.dueOn ?? on, postedOn: on };
  await services.income.recordIncomeDue(collectiveId, { ...due, assetId }, command);
}

type ClosingAct = Extract<Act, { readonly verb: 'hold' | 'seal' }>;

function isClosingAct(act: Act): act is ClosingAct {
  return act.verb === 'hold' || act.verb === 'seal';
}

/** A month is held by who keeps the books, and sealed by another who looked over its vouchers. */
async function tellClosingAct({ verb, month }: ClosingAct, scene: Scene): Promise<void> {
  const { services, collectiveId, command } = scene;
  if (verb === 'hold') {
    await services.months.holdMonth(collectiveId, month, command);
    return;
  }
  const left = await services.signatures.reviewProblems(collectiveId, month);
  if (left.length > 0) await services.signatures.reviewMonth(collectiveId, month, command);
  await services.months.sealMonth(collectiveId, month, command);
}

type PolicyAct = Extract<Act, { readonly verb: 'confirm' | 'standard' | 'pack' }>;

function isPolicyAct(act: Act): act is PolicyAct {
  return ['confirm', 'standard', 'pack'].includes(act.verb);
}

/** What an office says of the documents, or what a document is tried with. */
async function tellPolicyAct(act: PolicyAct, scene: Scene): Promise<void> {
  const { services, collectiveId: id, command } = scene;
  switch (act.verb) {
    case 'confirm':
      await services.confirmations.confirm(id, act.form, command);
      return;
    case 'standard':
      await services.standards.addStandard(id, act.form, command);
      return;
    case 'pack':
      readPackWith(act, scene);
      return;
  }
}

type PlanAct = Extract<Act, { readonly plan: string }>;

async function tellPlanAct(act: PlanAct, scene: Scene): Promise<void> {
  const { services, names, collectiveId: id, command, of, on } = scene;
  if (act.verb === 'plan') {
    const drafted = await services.drafting.draftPlan(id, act.form, command);
    names.namePlan(of, act.plan, drafted.id);
    return;
  }
  const yearPlanId = names.findYearPlan(of, act.plan);
  const isStep = act.verb === 'submit' || act.verb === 'meeting' || act.verb === 'review';
  if (isStep && yearPlanId !== undefined) return tellYearPlanStep(act, yearPlanId, scene);
  if (act.verb === 'publish') return publishSheet(act.plan, scene);
  if (act.verb === 'hang') return hangSheet(act.plan, scene);
  const planId = names.requirePlan(of, act.plan);
  switch (act.verb) {
    case 'submit':
      await services.deciding.submitPlan(id, planId, command);
      return;
    case 'meeting': {
      const form = { ...act.form, heldOn: on };
      await services.deciding.recordMeeting(id, planId, { form, command });
      return;
    }
    case 'review': {
      const plan = await services.plans.requirePlan(id, planId);
      const form = { outcome: act.outcome, reason: act.reason, digest: plan.digest ?? '' };
      await services.deciding.reviewPlan(id, planId, { form, command });
      return;
    }
    case 'grant':
      return grantUse(planId, act, scene);
  }
}

/** The sheet of a plan of a period or of a year. */
async function publishSheet(plan: string, scene: Scene): Promise<void> {
  const { services, names, collectiveId: id, command, of, on } = scene;
  const planId = names.findYearPlan(of, plan) ?? names.requirePlan(of, plan);
  const published = await services.notices.publishNotice(id, { planId, displayedOn: on }, command);
  names.nameNotice(of, plan, published.id);
}

/** The sheet was put up, and a photo taken. */
async function hangSheet(plan: string, scene: Scene): Promise<void> {
  const { services, names, collectiveId, command, of, on } = scene;
  const at = { collectiveId, id: names.requireNotice(of, plan) };
  const file = await readKeptFile(storyPhoto(`${collectiveId} ${plan} ${on}`));
  const form = { displayedOn: on, displayPlace: STORY_BOARD };
  await services.displays.putUp(at, { file, form }, command);
}

async function open(act: OpeningAct, scene: Scene): Promise<void> {
  const receivables = [];
  for (const { asset, payer, amount, ...owed } of act.receivables) {
    const { id: assetId } = await requireAsset(scene, asset);
    receivables.push({ ...owed, assetId, counterparty: payer, amount: requireYuan(amount) });
  }
  const bank = act.bank.map(({ pool, amount }) => ({ pool, amount: requireYuan(amount) }));
  const further: OpeningLine[] = [];
  for (const { asset, amount, ...line } of act.accounts) {
    const named = asset === undefined ? {} : { assetId: (await requireAsset(scene, asset)).id };
    further.push({ ...line, ...named, amount: requireYuan(amount) });
  }
  const opening = { on: scene.on, bank, receivables, further };
  await scene.services.openings.recordShort(scene.collectiveId, opening, scene.command);
}

async function settle(act: SettlementAct, scene: Scene): Promise<void> {
  const asset = await requireAsset(scene, act.asset);
  const form = {
    assetId: asset.id,
    generationMonth: act.month,
    postedOn: scene.on,
    readingFrom: act.from,
    readingTo: act.to,
    energy: act.energy,
    energyUnit: act.energyUnit,
    energyPrice: act.energyPrice ?? asset.energyPriceYuanPerKwh ?? '0',
    priceUnit: act.priceUnit,
    subsidyPrice: act.subsidyPrice ?? asset.subsidyPriceYuanPerKwh ?? '0',
    energyAmount: act.energyAmount,
    reason: act.reason,
    subsidyAmount: act.subsidyAmount,
  };
  await scene.services.slips.recordSettlement(scene.collectiveId, form, scene.command);
}

async function receive(act: Extract<Act, { readonly verb: 'receipt' }>, scene: Scene): Promise<void> {
  const amounts: Record<string, string> = {};
  for (const cleared of act.clears) Object.assign(amounts, await amountsOf(cleared, scene));
  const { amount, fromAdvance } = act;
  const form = { receivedOn: scene.on, amount, amounts, ...(fromAdvance ? { fromAdvance: 'on' } : {}) };
  await scene.services.receipts.recordReceipt(scene.collectiveId, form, scene.command);
}

/** Pays each of these owners all that came for him and is not yet paid. */
async function payOwners(owners: readonly string[], scene: Scene): Promise<void> {
  const { services, collectiveId, command, on } = scene;
  const owed = await services.joint.listOwed(collectiveId);
  const paid = owed.filter(({ owner }) => owners.includes(owner));
  const amounts = Object.fromEntries(paid.map((each) => [each.owner, plainYuan(each.owed)]));
  await services.jointPayments.payOwners(collectiveId, { paidOn: on, amounts }, command);
}

/**
 * What a line of a receipt clears: every open receivable of its months, or the one it gives an amount for.
 */
async function amountsOf(cleared: ClearedIncome, scene: Scene): Promise<Record<string, string>> {
  const { id: assetId } = await requireAsset(scene, cleared.asset);
  const owed = await scene.services.incomeRead.listReceivables(scene.collectiveId);
  const open = owed.filter(
    (each) =>
      each.assetId === assetId &&
      each.stream === cleared.stream &&
      each.aboutPeriod >= cleared.from &&
      each.aboutPeriod <= cleared.to &&
      each.outstanding > 0n,
  );
  if (open.length === 0 || (cleared.amount !== undefined && open.length > 1)) {
    throw new DomainError('receipt.notOpen');
  }
  return Object.fromEntries(
    open.map(({ id, outstanding }) => [id, cleared.amount ?? plainYuan(outstanding)]),
  );
}

async function deduct(act: Extract<Act, { readonly verb: 'deduction' }>, scene: Scene): Promise<void> {
  const { services, collectiveId, on } = scene;
  const assetId = await findAssetId(scene, act.asset);
  const contracts = await services.contracts.listContracts(collectiveId, on);
  const contract = contracts.find(({ name }) => name === act.contract);
  if (act.contract !== undefined && contract === undefined) {
    throw new DomainError('deductions.contractUnknown', { contractId: act.contract });
  }
  const form = {
    ...act.form,
    postedOn: on,
    ...(assetId === undefined ? {} : { assetId }),
    ...(contract === undefined ? {} : { contractId: contract.id }),
  };
  await services.deductions.recordDeduction(collectiveId, form, scene.command);
}

/** Grants the claims of a use one by one, as the pages do. */
async function grantUse(
  planId: string,
  { use, why: wholeWhy }: Extract<Act, { readonly verb: 'grant' }>,
  scene: Scene,
): Promise<void> {
  const { services, collectiveId, command, on } = scene;
  const plan = await services.plans.requirePlan(collectiveId, planId);
  const line = plan.lines.find(({ bucket }) => bucket.id === use);
  if (line === undefined) throw new DomainError('grant.claimUnknown', { claimId: use });
  for (const claim of line.claims) {
    const form = { planId, claimId: claim.id, grantedOn: on, wholeWhy };
    await services.wholeGrants.grantClaim(collectiveId, form, command);
  }
}

/** Reads a pack of the seeds again with one line more at its end. */
function readPackWith(act: Extract<Act, { readonly verb: 'pack' }>, { services }: Scene): void {
  const file = join(services.seedsFolder, 'policies', `${act.pack}.yaml`);
  loadPack(`${readFileSync(file, 'utf8')}\n${act.withLine}\n`, act.pack);
}

async function findAssetId(scene: Scene, name: string | undefined): Promise<string | undefined> {
  return name === undefined ? undefined : (await requireAsset(scene, name)).id;
}

import { assetsToCount } from '../domain/assets/stocktaking';
import { DomainError } from '../domain/shared/domain-error';
import { ProjectActEntryForm, ProjectEntryForm } from '../features/assets/construction.forms';
import { LinkageReportEntryForm } from '../features/assets/linkage.forms';
import { BodySizeEntryForm } from '../features/approvals/body-roll.forms';
import { StocktakingDecisionForm, StocktakingEntryForm } from '../features/assets/stocktaking.forms';
import { KeptCostEntryForm } from '../features/deductions/kept-cost.forms';
import { DepositEntryForm } from '../features/income/lease-deposit.forms';
import { MeterKwhEntryForm } from '../features/income/reconciliation.forms';
import { SubsidyAdvanceEntryForm } from '../features/income/subsidy.forms';
import { HandoverEntryForm } from '../features/months/handover.forms';
import { NoticeObjectionForm, ObjectionAnswerForm } from '../features/notices/objections.forms';
import { ReportPublishForm } from '../features/notices/report-sheets.forms';
import { KeepQuarterForm, MarkEntryForm } from '../features/oversight/colours.forms';
import { FiguresEntryForm } from '../features/oversight/goals.forms';
import { ReserveEntryForm } from '../features/surplus/reserves.forms';
import type { FormAct, FormVerb } from './form-act';
import { filled } from './filled-form';
import { requireAsset, type Scene } from './scene';
import { TELL_PAY } from './tell-pay-act';
import { TELL_PEOPLE } from './tell-people-act';

/** Sends a page's form to the service of the page. */
export async function tellFormAct(act: FormAct, scene: Scene): Promise<void> {
  await TELL[act.verb](act, scene);
}

const TELL: Readonly<Record<FormVerb, (act: FormAct, scene: Scene) => Promise<unknown>>> = {
  ...TELL_PAY,
  ...TELL_PEOPLE,
  set_aside: (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.reserves.setAside(collectiveId, filled(new ReserveEntryForm(), act, scene), command);
  },
  kept_cost: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const form = filled(new KeptCostEntryForm(), act, scene);
    form.assetId = await assetIdOf(act, scene);
    return services.keptCosts.recordCost(collectiveId, form, command);
  },
  project: (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.construction.addProject(
      collectiveId,
      filled(new ProjectEntryForm(), act, scene),
      command,
    );
  },
  project_act: tellProjectAct,
  deposit: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const form = filled(new DepositEntryForm(), act, scene);
    return services.deposits.book(collectiveId, { leaseId: await leaseIdOf(act, scene), form }, command);
  },
  linkage: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const form = filled(new LinkageReportEntryForm(), act, scene);
    return services.linkage.report(collectiveId, { leaseId: await leaseIdOf(act, scene), form }, command);
  },
  stocktaking: tellStocktaking,
  stocktaking_decision: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const last = (await services.stocktakings.listHeads(collectiveId)).at(0);
    const form = filled(new StocktakingDecisionForm(), act, scene);
    return services.stocktakings.decide(collectiveId, { id: last?.id ?? '', form }, command);
  },
  handover: (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.handovers.record(collectiveId, filled(new HandoverEntryForm(), act, scene), command);
  },
  meter_kwh: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const form = filled(new MeterKwhEntryForm(), act, scene);
    const assetId = await assetIdOf(act, scene);
    return services.meterKwh.recordKwh({ collectiveId, assetId }, form, command);
  },
  advance: (act, scene) => {
    const { services, collectiveId, command } = scene;
    const form = filled(new SubsidyAdvanceEntryForm(), act, scene);
    return services.advances.recordAdvance(collectiveId, form, command);
  },
  mark: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const at = { collectiveId, id: await assetIdOf(act, scene) };
    return services.colours.mark(at, filled(new MarkEntryForm(), act, scene), command);
  },
  colours: (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { quarter } = filled(new KeepQuarterForm(), act, scene);
    return services.colours.record(collectiveId, quarter, command);
  },
  sheet: (act, scene) => {
    const { services, names, of, collectiveId, command } = scene;
    const form = filled(new ReportPublishForm(), act, scene);
    const { ofPlan } = act;
    if (ofPlan !== undefined)
      form.sheetAbout = names.findYearPlan(of, ofPlan) ?? names.requirePlan(of, ofPlan);
    return services.reports.publishReport(collectiveId, form, command);
  },
  body_size: (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.bodyRolls.note(collectiveId, filled(new BodySizeEntryForm(), act, scene), command);
  },
  objection: async (act, scene) => {
    const { services, names, of, collectiveId, command } = scene;
    const planId = names.requirePlan(of, act.ofPlan ?? '');
    const sheet = (await services.notices.listNotices(collectiveId)).find((each) => each.planId === planId);
    const id = sheet?.id ?? '';
    const form = Object.assign(filled(new NoticeObjectionForm(), act, scene), { noticeId: id });
    return services.objections.enter({ collectiveId, id }, form, command);
  },
  answer: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const all = await services.objections.listObjections({ collectiveId });
    const id = all.find(({ answer }) => answer === undefined)?.id ?? '';
    const form = filled(new ObjectionAnswerForm(), act, scene);
    return services.answers.answer({ collectiveId, id }, form, command);
  },
  figures: (act, scene) => {
    const { services, names, collectiveId: officeId, command } = scene;
    const form = filled(new FiguresEntryForm(), act, scene);
    form.aboutId = act.about === undefined ? officeId : names.requireCollective(act.about);
    return services.goals.enter({ officeId, line: act.line ?? '' }, form, command);
  },
};

/** An act on a project of that name; the work may become an asset of the register, or a new one. */
async function tellProjectAct(act: FormAct, scene: Scene): Promise<unknown> {
  const { services, collectiveId, command } = scene;
  const all = await services.projects.listProjects(collectiveId);
  const found = all.find(({ project }) => project.name === act.project);
  if (found === undefined) throw new DomainError('construction.unknown', { name: act.project ?? '' });
  const form = filled(new ProjectActEntryForm(), act, scene);
  form.assetId = act.asset === undefined ? '' : await assetIdOf(act, scene);
  if (act.becomes !== undefined) form.asset = act.becomes;
  return services.construction.record(collectiveId, { projectId: found.project.id, form }, command);
}

/** What differs is said by the asset's name; whatever is not named was found. */
async function tellStocktaking(act: FormAct, scene: Scene): Promise<unknown> {
  const { services, collectiveId, command, on } = scene;
  const form = filled(new StocktakingEntryForm(), act, scene);
  const counted = assetsToCount(await services.stocktakings.listCounted(collectiveId, on), on);
  const { findings, remarks } = form;
  form.findings = Object.fromEntries(counted.map(({ id, name }) => [id, findings[name] ?? 'found']));
  form.remarks = Object.fromEntries(counted.map(({ id, name }) => [id, remarks[name] ?? '']));
  return services.stocktakings.record(collectiveId, form, command);
}

async function assetIdOf(act: FormAct, scene: Scene): Promise<string> {
  return (await requireAsset(scene, act.asset ?? '')).id;
}

async function leaseIdOf({ lease }: FormAct, { services, collectiveId }: Scene): Promise<string> {
  const found = (await services.leases.listLeases(collectiveId)).find(({ number }) => number === lease);
  if (found === undefined) throw new DomainError('lease.unknown', { leaseId: lease ?? '' });
  return found.id;
}

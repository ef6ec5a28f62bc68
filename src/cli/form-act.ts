import {
  type AcceptedAssetEntryForm,
  ProjectActEntryForm,
  ProjectEntryForm,
} from '../features/assets/construction.forms';
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
import { PAY_FORMS } from './pay-act';
import { PEOPLE_FORMS } from './people-act';

/** The forms of pages that a story fills as they are, by verb, with the field in which its day stands. */
export const FORMS = {
  set_aside: { form: ReserveEntryForm, day: 'reservedOn' },
  kept_cost: { form: KeptCostEntryForm, day: 'paidOn' },
  project: { form: ProjectEntryForm, day: undefined },
  project_act: { form: ProjectActEntryForm, day: 'happenedOn' },
  deposit: { form: DepositEntryForm, day: 'depositOn' },
  linkage: { form: LinkageReportEntryForm, day: undefined },
  stocktaking: { form: StocktakingEntryForm, day: 'countedOn' },
  stocktaking_decision: { form: StocktakingDecisionForm, day: undefined },
  handover: { form: HandoverEntryForm, day: 'handedOn' },
  meter_kwh: { form: MeterKwhEntryForm, day: undefined },
  advance: { form: SubsidyAdvanceEntryForm, day: 'receivedOn' },
  colours: { form: KeepQuarterForm, day: undefined },
  mark: { form: MarkEntryForm, day: 'markedOn' },
  figures: { form: FiguresEntryForm, day: 'figuresOn' },
  body_size: { form: BodySizeEntryForm, day: 'rollFrom' },
  sheet: { form: ReportPublishForm, day: 'displayedOn' },
  objection: { form: NoticeObjectionForm, day: 'objectedOn' },
  answer: { form: ObjectionAnswerForm, day: undefined },
  ...PAY_FORMS,
  ...PEOPLE_FORMS,
} as const;

/** A verb whose form is that of its page. */
export type FormVerb = keyof typeof FORMS;

/** A form as a page sends it: fields, and columns of fields by what they are about. */
export type TypedForm = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** A page's form, filled; what it is about is named as people name it. */
export interface FormAct {
  readonly verb: FormVerb;
  readonly typed: TypedForm;
  /** The asset's name, the contract's number, the project's name, the document's line; as the verb needs. */
  readonly asset: string | undefined;
  readonly lease: string | undefined;
  readonly project: string | undefined;
  readonly line: string | undefined;
  /** What accepted work becomes, where the register does not have it yet. */
  readonly becomes: AcceptedAssetEntryForm | undefined;
  /** The story's key of the village that a county's figures are about. */
  readonly about: string | undefined;
  /** The post's or the work's name; the plan by the story's key, and which of its uses. */
  readonly post: string | undefined;
  readonly work: string | undefined;
  readonly ofPlan: string | undefined;
  readonly ofUse: string | undefined;
}

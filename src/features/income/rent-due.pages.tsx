import type { Fen } from '../../domain/money/fen';
import { yuanText } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import {
  cameBack,
  ErrorSummary,
  FieldErrors,
  fieldId,
  fieldProblems,
  type FormState,
} from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { TaxFields } from '../../platform/views/tax-fields';
import { TwiceReason } from './income-due.pages';
import { type NatureAsks, NatureFields } from './income-nature.pages';

/** A due of a contract, ready to be booked. */
export interface RentDuePageProps {
  readonly frame: OfficeFrameProps;
  readonly work: MonthWork;
  readonly number: string;
  readonly leaseHref: string;
  readonly asset: string;
  readonly tenant: string;
  readonly days: string;
  readonly dueOn: string;
  readonly reckoning: string;
  readonly amount: Fen;
  /** What was received ahead and not yet used. */
  readonly advance: Fen;
  /** What the document in force asks of it. */
  readonly nature?: NatureAsks | undefined;
  /** Field names: postedOn, attachments, fromAdvance, taxBasis, taxPercent, taxAmount, taxOnTop, … */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  /** Why it is not to be booked, where somebody said so; where not, where it is said. */
  readonly waived: string | undefined;
  readonly waiverAction: string | undefined;
  /** Where it is withdrawn; what was withdrawn before, in words. */
  readonly withdrawAction: string | undefined;
  readonly withdrawn: readonly string[];
}

function FromAdvance({ page: { form, advance } }: { page: RentDuePageProps }) {
  if (advance <= 0n) return null;
  const name = 'fromAdvance';
  return (
    <div class="field">
      <label for={fieldId(name)}>用预收的钱抵</label>
      <div class="field-body">
        <input
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value="on"
          checked={form.values[name] !== undefined}
        />
        <span class="hint">{`这份合同预收 ${yuanText(advance)}，银行这次没有收到钱，就勾上。`}</span>
        <FieldErrors form={form} name={name} />
      </div>
    </div>
  );
}

/** Whether tax on top of rent that was received ahead is meant: a box of whoever was asked. */
function TaxOnTop({ form }: { form: FormState }) {
  const name = 'taxOnTop';
  const isAsked = fieldProblems(form, name).length > 0;
  if (!isAsked && form.values[name] !== 'yes') return null;
  return (
    <div class={isAsked ? 'field is-wrong' : 'field'}>
      <label for={fieldId(name)}>{fieldLabel(name)}</label>
      <div class="field-body">
        <input
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value="yes"
          checked={form.values[name] === 'yes'}
        />
        <FieldErrors form={form} name={name} />
      </div>
    </div>
  );
}

/** A due that is not to be booked keeps no month open once somebody has said why. */
function Waiver({ page: { form, waiverAction } }: { page: RentDuePageProps }) {
  if (waiverAction === undefined) return null;
  return (
    <details class="fold" open={cameBack(form, ['reason'])}>
      <summary>这一期不在这里记账</summary>
      <p class="small">
        比如以前手填过，日期对不上。写明理由，这个月就不再等它，也不再向对方催；理由会一直留着。
      </p>
      <PostForm action={waiverAction}>
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="如 已记在某号凭证里"
        />
        <div class="buttons">
          <button type="submit">写下理由，不记</button>
        </div>
      </PostForm>
    </details>
  );
}

/** What was said not to be booked is owed after all. */
function WaiverWithdrawal({ page: { form, withdrawAction } }: { page: RentDuePageProps }) {
  if (withdrawAction === undefined) return null;
  return (
    <details class="fold" open={cameBack(form, ['waiverWithdrawn'])}>
      <summary>说错了，这一期还是要收</summary>
      <p class="small">撤回以后，这一期又要记账，没到的又会催；写过的理由和撤回的原因都留着。</p>
      <PostForm action={withdrawAction}>
        <Field
          form={form}
          name="waiverWithdrawn"
          label={fieldLabel('waiverWithdrawn')}
          kind="area"
          hint="如 写错了一期"
        />
        <div class="buttons">
          <button type="submit">撤回，照旧要收</button>
        </div>
      </PostForm>
    </details>
  );
}

function DueFacts({ page }: { page: RentDuePageProps }) {
  return (
    <dl class="facts">
      <dt>金额</dt>
      <dd>
        <Money fen={page.amount} />
      </dd>
      <dt>怎么算</dt>
      <dd>{page.reckoning}</dd>
      <dt>资产</dt>
      <dd>{page.asset}</dd>
      <dt>对方</dt>
      <dd>{page.tenant}</dd>
      <dt>哪些天</dt>
      <dd>{page.days}</dd>
      <dt>应收日期</dt>
      <dd>{page.dueOn}</dd>
      {page.waived !== undefined && (
        <>
          <dt>说过不记</dt>
          <dd>{page.waived}</dd>
        </>
      )}
      {page.withdrawn.map((said) => (
        <>
          <dt>撤回过</dt>
          <dd>{said}</dd>
        </>
      ))}
    </dl>
  );
}

/** How a due is booked; what was said not to be booked has none until that is withdrawn. */
function DueForm({ page }: { page: RentDuePageProps }) {
  const { form } = page;
  return (
    <PostForm action={page.action} entry>
      <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" />
      <FromAdvance page={page} />
      <TaxFields form={form} />
      <TaxOnTop form={form} />
      <NatureFields form={form} asks={page.nature} />
      <TwiceReason form={form} />
      <AttachmentsField form={form} label={fieldLabel('attachments')} />
      <FormButtons submit="入账" cancelHref={page.cancelHref} />
      <p class="small">
        会记一张凭证：借 应收款，贷 经营收入，写了税的，税贷 应交税费；用预收的钱抵，再记一张：借 应付款，贷
        应收款。
      </p>
    </PostForm>
  );
}

/** Everything about a due is its contract's; only the day and the papers are left to be said. */
export function RentDuePage(page: RentDuePageProps) {
  const { form } = page;
  return (
    <MonthFrame frame={page.frame} work={page.work} entry>
      <h1>
        应收款
        <span class="hint">
          照<a href={page.leaseHref}>{`合同 ${page.number}`}</a>，金额不用再填
        </span>
      </h1>
      <ErrorSummary form={form} />
      <DueFacts page={page} />
      {page.waived === undefined && <DueForm page={page} />}
      <Waiver page={page} />
      <WaiverWithdrawal page={page} />
    </MonthFrame>
  );
}

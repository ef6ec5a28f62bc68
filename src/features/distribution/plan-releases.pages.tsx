import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { Equation } from '../../platform/views/equation';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What was released of a claim, as a row; fen. */
export interface ReleasedRow {
  readonly forWhat: string;
  readonly amount: Fen;
  readonly releasedOn: string;
  readonly reason: string;
  readonly paper: string;
  /** When it was taken back, and why; undefined while it stands. */
  readonly withdrawn: { readonly on: string; readonly reason: string } | undefined;
}

/** What an approved plan promised and will never grant; fen. */
export interface PlanReleasesPageProps {
  readonly frame: OfficeFrameProps;
  /** 2025年上半年光伏收益方案 */
  readonly planName: string;
  readonly planHref: string;
  readonly planned: Fen;
  readonly granted: Fen;
  readonly released: Fen;
  readonly rows: readonly ReleasedRow[];
  readonly form: FormState;
  /** Where money is released and taken back; absent for those who only look. */
  readonly releaseAction: string | undefined;
  readonly withdrawAction: string | undefined;
  /** The claims of which something is open, and the releases that can be taken back. */
  readonly open: readonly Option[];
  readonly standing: readonly Option[];
}

function Rows({ rows }: { rows: readonly ReleasedRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>放回过的</h2>
      <DataTable
        caption="放回过的"
        class="stacked"
        rows={rows}
        columns={[
          { head: '哪一项', names: true, cell: (row) => row.forWhat },
          { head: '放回', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '哪天', narrow: true, cell: (row) => fullDayText(row.releasedOn) },
          {
            head: '理由',
            cell: ({ reason, withdrawn }) => (
              <>
                {reason}
                {withdrawn !== undefined && (
                  <small>{`${fullDayText(withdrawn.on)}收回：${withdrawn.reason}`}</small>
                )}
              </>
            ),
          },
          { head: '决议或依据', cell: (row) => row.paper },
        ]}
      />
    </section>
  );
}

function Release({ page: { form, open }, action }: { page: PlanReleasesPageProps; action: string }) {
  if (open.length === 0) return <p>这份方案没有还没发的钱。</p>;
  return (
    <section>
      <h2>放回一笔</h2>
      <PostForm action={action} entry>
        <Field form={form} name="claimId" label={fieldLabel('claimId')} options={open} />
        <Field form={form} name="releaseAmount" label={fieldLabel('releaseAmount')} kind="number" unit="元" />
        <Field
          form={form}
          name="releasedOn"
          label={fieldLabel('releasedOn')}
          kind="day"
          hint="定下来不再发的那天，如 2025-09-30"
        />
        <Field
          form={form}
          name="releaseReason"
          label={fieldLabel('releaseReason')}
          hint="如 岗位空缺三个月；工程取消；搬走了。不写人名"
        />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="哪次会议、哪份文件定的" />
        <FormButtons submit="放回" />
        <p class="small">不记凭证，钱还在账上。下一期方案的上期结转里另列一行，可以再分，也可以付费用。</p>
      </PostForm>
    </section>
  );
}

function Withdraw({ page: { form, standing }, action }: { page: PlanReleasesPageProps; action: string }) {
  if (standing.length === 0) return null;
  return (
    <section>
      <h2>放错了，收回</h2>
      <PostForm action={action} entry>
        <Field form={form} name="releaseId" label={fieldLabel('releaseId')} options={standing} />
        <Field form={form} name="withdrawalReason" label={fieldLabel('withdrawalReason')} />
        <FormButtons submit="收回" />
        <p class="small">从今天起又算答应了要发的。钱已经另有安排的，收不回来。</p>
      </PostForm>
    </section>
  );
}

/** What a plan promised and what became of it; whatever will never be granted is released here. */
export function PlanReleasesPage(page: PlanReleasesPageProps) {
  const { planned, granted, released, releaseAction, withdrawAction } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          不再发的钱
          <span class="hint">{page.planName}　金额单位：元</span>
          <a class="aside" href={page.planHref}>
            方案
          </a>
        </h1>
        <ErrorSummary form={page.form} />
        <Equation
          terms={[
            { sign: '', label: '方案定了', fen: planned },
            { sign: '−', label: '已列支', fen: granted },
            { sign: '−', label: '不再发、放回', fen: released },
            { sign: '=', label: '还没发的', fen: planned - granted - released },
          ]}
        />
        <div class="two-columns">
          {releaseAction !== undefined && <Release page={page} action={releaseAction} />}
          {withdrawAction !== undefined && <Withdraw page={page} action={withdrawAction} />}
        </div>
        <Rows rows={page.rows} />
      </div>
    </OfficeFrame>
  );
}

import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { cameBack, ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { namingReceivables, type OpenReceivable, ReceivablesTable } from './receipt.pages';

/** Subsidy that did not come in full. */
export interface SubsidyCutPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: cutKind, cutOn, byPaper, reason, `amounts[<receivable id>]`, attachments. */
  readonly form: FormState;
  readonly action: string;
  readonly backHref: string;
  readonly kinds: readonly Option[];
  readonly open: readonly OpenReceivable[];
  /** Some of it is of stations kept here for others. */
  readonly hasKept: boolean;
  /** Some of it is owed by the keeper of a station. */
  readonly hasJoint: boolean;
  /** Notes on what is owed on: those that stand, what was withdrawn in words, where one is withdrawn. */
  readonly notes: {
    readonly standing: readonly Option[];
    readonly withdrawn: readonly string[];
    readonly action: string;
  };
}

/** Where the subsidy of a joint station is cut, where there is any. */
function WhoseCut({ page }: { readonly page: Pick<SubsidyCutPageProps, 'hasKept' | 'hasJoint'> }) {
  return (
    <>
      {page.hasKept && (
        <p class="small">
          代管电站核减的，借 内部往来，贷 应收款；按份额分到各村账上，自动送去，不动这里的收支。
        </p>
      )}
      {page.hasJoint && (
        <p class="small">
          代管单位送来的月份由它核减，村里的一份自动送到，这里只能照旧欠着；期初带来的旧账它的结算单里没有，凭通知在这里核减。
        </p>
      )}
    </>
  );
}

/** A note that does not hold is withdrawn; it books nothing either way. */
function Notes({ form, notes }: Pick<SubsidyCutPageProps, 'form' | 'notes'>) {
  const { standing, withdrawn, action } = notes;
  return (
    <>
      {standing.length > 0 && (
        <details class="fold" open={cameBack(form, ['noteId', 'noteWithdrawn'])}>
          <summary>{`写过“照旧欠着”的 ${standing.length} 条，写错的撤回`}</summary>
          <PostForm action={action}>
            <Field form={form} name="noteId" label={fieldLabel('noteId')} options={standing} />
            <Field form={form} name="noteWithdrawn" label={fieldLabel('noteWithdrawn')} kind="area" />
            <div class="buttons">
              <button type="submit">撤回这一条</button>
            </div>
          </PostForm>
          <p class="small">
            不动账。写过的话和撤回的原因都留着；期初带来的补贴，撤回以后又可以更换期初余额。
          </p>
        </details>
      )}
      {withdrawn.map((said) => (
        <p class="small">{said}</p>
      ))}
    </>
  );
}

/** Given up by a notice, or owed on and explained: month by month. */
export function SubsidyCutPage({ form: asked, ...page }: SubsidyCutPageProps) {
  const form = namingReceivables(asked, page.open);
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          补贴没到齐、电费差几分
          <span class="hint">被核减的、先挂着的、不到一元的尾差，一个月一个月说清楚</span>
        </h1>
        <ErrorSummary form={form} />
        {page.open.length === 0 ? (
          <EmptyState
            sentence="没有等着到账的补贴，也没有不到一元的电费尾差。"
            action={{ href: page.backHref, label: '回到年度表。' }}
          />
        ) : (
          <PostForm action={page.action} entry>
            <Field form={form} name="cutKind" label={fieldLabel('cutKind')} options={page.kinds} />
            <Field form={form} name="cutOn" label={fieldLabel('cutOn')} kind="day" />
            <Field
              form={form}
              name="byPaper"
              label={fieldLabel('byPaper')}
              hint="核减的通知：标题和文号；电费尾差写银行回单；不核减可以不填"
            />
            <Field
              form={form}
              name="reason"
              label={fieldLabel('reason')}
              hint="照旧欠着的、电费尾差，写明为什么没到"
            />
            <ReceivablesTable form={form} receivables={page.open} head="没到的这一部分" caption="还没到的" />
            <WhoseCut page={page} />
            <AttachmentsField form={form} label={fieldLabel('attachments')} />
            <FormButtons submit="记下" cancelHref={page.backHref} />
            <p class="small">
              核减和尾差会记一张凭证：今年的收入，借 经营收入；以前年度的，借 收益分配；贷
              应收款。照旧欠着不记账，只把原因写在年度表里。
            </p>
          </PostForm>
        )}
        <Notes form={form} notes={page.notes} />
      </div>
    </OfficeFrame>
  );
}

/** Money somebody advanced, as a row. */
export interface SubsidyAdvanceRow {
  readonly on: string;
  readonly lender: string;
  readonly paper: string;
  readonly amount: Fen;
  readonly left: Fen;
  /** What is to go back now. */
  readonly due: Fen;
  readonly repayHref: string;
}

export interface SubsidyAdvancesPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly SubsidyAdvanceRow[];
  /** How much is owed, and what of it is to go back now. */
  readonly verdict: string;
  readonly backHref: string;
  /** How much may be advanced today. */
  readonly room: string;
  /** Field names: lender, receivedOn, amount, byPaper, attachments. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action: string | undefined;
}

function Advances({ rows, mayPay }: { rows: readonly SubsidyAdvanceRow[]; mayPay: boolean }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="垫付的钱"
      rows={rows}
      columns={[
        {
          head: '谁垫的',
          names: true,
          cell: (row) => (
            <>
              {row.lender} <span class="hint">{`${row.on}　${row.paper}`}</span>
            </>
          ),
          total: '合计',
        },
        { head: '垫付', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        {
          head: '还欠',
          numeric: true,
          cell: (row) => <Money fen={row.left} />,
          total: <Money fen={rows.reduce((sum, row) => sum + row.left, 0n)} />,
        },
        {
          head: '该还',
          numeric: true,
          cell: (row) =>
            mayPay && row.left > 0n ? (
              <a href={row.repayHref}>{row.due > 0n ? <Money fen={row.due} /> : '还款'}</a>
            ) : (
              <Money fen={row.due} />
            ),
        },
      ]}
    />
  );
}

/** What others advanced until the subsidy comes, and a form for the next. */
export function SubsidyAdvancesPage({ form, action, ...page }: SubsidyAdvancesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          补贴垫付<span class="hint">补贴没到，别人先垫的钱；补贴到了要还</span>
        </h1>
        <p class="verdict">{page.verdict}</p>
        <ErrorSummary form={form} />
        <Advances rows={page.rows} mayPay={action !== undefined} />
        {action !== undefined && (
          <section>
            <h2>收到一笔垫付</h2>
            <PostForm action={action} entry>
              <Field form={form} name="lender" label={fieldLabel('lender')} hint="乡镇、企业的名称" />
              <Field form={form} name="receivedOn" label={fieldLabel('receivedOn')} kind="day" />
              <Field
                form={form}
                name="amount"
                label={fieldLabel('amount')}
                kind="number"
                unit="元"
                hint={page.room}
              />
              <Field form={form} name="byPaper" label={fieldLabel('byPaper')} hint="垫付协议或通知" />
              <AttachmentsField form={form} label={fieldLabel('attachments')} />
              <FormButtons submit="入账" cancelHref={page.backHref} />
              <p class="small">会记一张凭证：借 银行存款，贷 应付款。这笔钱是欠着的，不算收益，不能分。</p>
            </PostForm>
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}

export interface SubsidyRepaymentPageProps {
  readonly frame: OfficeFrameProps;
  readonly lender: string;
  readonly left: Fen;
  readonly due: Fen;
  /** Why parts of it went back ahead of the subsidy. */
  readonly reasons: readonly string[];
  /** Field names: repaidOn, amount, reason, attachments. */
  readonly form: FormState;
  readonly action: string;
  readonly backHref: string;
}

/** Paying an advance back. */
export function SubsidyRepaymentPage({ form, ...page }: SubsidyRepaymentPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          还垫付款<span class="hint">{page.lender}</span>
        </h1>
        <ErrorSummary form={form} />
        <dl class="facts">
          <dt>还欠</dt>
          <dd>
            <Money fen={page.left} />
          </dd>
          <dt>补贴到了，现在该还</dt>
          <dd>
            <Money fen={page.due} />
          </dd>
          {page.reasons.length > 0 && (
            <>
              <dt>补贴没到先还过</dt>
              <dd>{page.reasons.join('；')}</dd>
            </>
          )}
        </dl>
        <PostForm action={page.action} entry>
          <Field form={form} name="repaidOn" label={fieldLabel('repaidOn')} kind="day" hint="照银行回单" />
          <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
          <Field
            form={form}
            name="reason"
            label={fieldLabel('reason')}
            kind="text"
            hint="补贴还没到就要多还的，写清为什么，例如补贴被核减；不多还就空着"
          />
          <AttachmentsField form={form} label={fieldLabel('attachments')} />
          <FormButtons submit="入账" cancelHref={page.backHref} />
          <p class="small">会记一张凭证：借 应付款，贷 银行存款。</p>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}

import { type Fen, sumFen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AskedField } from '../../platform/views/asked-field';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { yearMonthText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { PaidOrStated } from './tax-said.pages';

/** A tax period as a row. */
export interface TaxRow {
  readonly period: string;
  readonly sales: Fen;
  readonly tax: Fen;
  readonly booked: Fen;
  readonly state: string;
  readonly href: string;
}

/** Every tax period, the latest first, and what is owed now. */
export interface TaxPageProps {
  readonly frame: OfficeFrameProps;
  readonly verdict: string;
  /** What the tax office has the collective down as. */
  readonly status: string;
  readonly remarks: readonly string[];
  readonly rows: readonly TaxRow[];
  /** What each pool owes. */
  readonly owed: readonly (Option & { readonly amount: Fen })[];
  /** Field names: taxPool, paidOn, amount, attachments. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action?: string;
  readonly statusHref?: string;
}

function Periods({ rows }: { rows: readonly TaxRow[] }) {
  return (
    <DataTable
      caption="各期的税"
      rows={rows}
      columns={[
        { head: '哪一期', names: true, cell: (row) => <a href={row.href}>{row.period}</a> },
        { head: '销售额（不含税）', numeric: true, cell: (row) => <Money fen={row.sales} /> },
        { head: '应交', numeric: true, cell: (row) => <Money fen={row.tax} /> },
        { head: '已记账', numeric: true, cell: (row) => <Money fen={row.booked} /> },
        { head: '怎么样', cell: (row) => row.state },
      ]}
    />
  );
}

function Payment({ page, action }: { page: TaxPageProps; action: string }) {
  const { form, owed } = page;
  return (
    <section>
      <h2>交税</h2>
      <PostForm action={action} entry>
        <Field form={form} name="taxPool" label={fieldLabel('taxPool')} options={owed} />
        <Field form={form} name="paidOn" label={fieldLabel('paidOn')} kind="day" hint="照银行回单" />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <AttachmentsField form={form} label={fieldLabel('attachments')} />
        <FormButtons submit="入账" />
        <p class="small">会记一张凭证：借 应交税费，贷 银行存款。税是早就欠着的，能分的钱不会再少一次。</p>
      </PostForm>
    </section>
  );
}

/** What is owed stands first, then the periods, then the payment. */
export function TaxPage(page: TaxPageProps) {
  const { action, owed } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          增值税<span class="hint">电费、补贴、租金、卖资产和其他收入合在一起算　金额单位：元</span>
        </h1>
        <p class="verdict">{page.verdict}</p>
        <p>
          {page.status}
          {page.statusHref !== undefined && <a href={page.statusHref}>登记税务身份</a>}
        </p>
        <ErrorSummary form={page.form} />
        {owed.length > 0 && (
          <dl class="facts">
            {owed.map((each) => (
              <>
                <dt>{`${each.label}欠税`}</dt>
                <dd>
                  <Money fen={each.amount} />
                </dd>
              </>
            ))}
          </dl>
        )}
        <Periods rows={page.rows} />
        {page.remarks.map((remark) => (
          <p class="small">{remark}</p>
        ))}
        {action !== undefined && owed.length > 0 && <Payment page={page} action={action} />}
      </div>
    </OfficeFrame>
  );
}

/** One tax period: its sales, what they owe, and what to do. */
export interface TaxPeriodPageProps {
  readonly frame: OfficeFrameProps;
  readonly period: string;
  readonly verdict: string;
  readonly sales: Fen;
  /** Undefined where the table says nothing of these days. */
  readonly threshold: Fen | undefined;
  readonly percent: string | undefined;
  /** Tax that papers charged and that was booked with them. */
  readonly stated: Fen;
  readonly keptBack: Fen;
  readonly owed: Fen;
  readonly booked: Fen;
  readonly open: Fen;
  /** Whether what would be booked takes tax back. */
  readonly isGivenBack: boolean;
  readonly parts: readonly {
    readonly asset: string;
    readonly stream: string;
    /** None of what an asset itself was sold for. */
    readonly month: string | undefined;
    readonly amount: Fen;
  }[];
  /** Field names: postedOn, attachments; reason of the waiver. */
  readonly form: FormState;
  /** Absent where nothing is to be booked, and for those who only look. */
  readonly action?: string;
  readonly waiverAction?: string;
  readonly backHref: string;
}

function PeriodFacts({ page }: { page: TaxPeriodPageProps }) {
  return (
    <dl class="facts">
      <dt>不含税销售额</dt>
      <dd>
        <Money fen={page.sales} />
      </dd>
      {page.threshold !== undefined && (
        <>
          <dt>起征点</dt>
          <dd>
            <Money fen={page.threshold} />
          </dd>
        </>
      )}
      {page.percent !== undefined && (
        <>
          <dt>征收率</dt>
          <dd>{`${page.percent}%`}</dd>
        </>
      )}
      <PaidOrStated page={page} />
      <dt>另外应交</dt>
      <dd>
        <Money fen={page.owed} />
      </dd>
      <dt>已经记账</dt>
      <dd>
        <Money fen={page.booked} />
      </dd>
      <dt>还要记</dt>
      <dd>
        <Money fen={page.open} />
      </dd>
    </dl>
  );
}

function Parts({ parts }: { parts: TaxPeriodPageProps['parts'] }) {
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>应交的税从哪里来</h2>
      <DataTable
        caption="应交的税从哪里来"
        rows={parts}
        columns={[
          { head: '资产', names: true, cell: (row) => row.asset, total: '合计' },
          { head: '收入', cell: (row) => row.stream },
          { head: '哪个月的', cell: (row) => (row.month === undefined ? '' : yearMonthText(row.month)) },
          {
            head: '税额',
            numeric: true,
            cell: (row) => <Money fen={row.amount} />,
            total: <Money fen={sumFen(parts.map((row) => row.amount))} />,
          },
        ]}
      />
    </section>
  );
}

/** What is owed stands first; booking it comes before saying why it is not booked. */
export function TaxPeriodPage(page: TaxPeriodPageProps) {
  const { form, action, waiverAction } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          增值税<span class="hint">{page.period}</span>
        </h1>
        <p class="verdict">{page.verdict}</p>
        <ErrorSummary form={form} />
        <PeriodFacts page={page} />
        <Parts parts={page.parts} />
        {action !== undefined && (
          <section>
            <h2>记账</h2>
            <PostForm action={action} entry>
              <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" />
              <AttachmentsField form={form} label={fieldLabel('attachments')} />
              <FormButtons
                submit={page.isGivenBack ? '把多记的税冲回来' : '把税记上'}
                cancelHref={page.backHref}
              />
              <p class="small">
                {page.isGivenBack
                  ? '会记一张凭证：借 应交税费，贷 经营收入。能分的钱从这天起多这么多；已经交了的，可抵可退。'
                  : '会记一张凭证：借 经营收入，贷 应交税费。能分的钱从这天起少这么多。'}
              </p>
            </PostForm>
          </section>
        )}
        {waiverAction !== undefined && (
          <section>
            <h2>不记这一期的税</h2>
            <PostForm action={waiverAction} entry>
              <Field form={form} name="reason" label={fieldLabel('reason')} hint="如：税务局核定免税，文号" />
              <FormButtons submit="写下原因" />
            </PostForm>
          </section>
        )}
        <p>
          <a href={page.backHref}>回到各期的税</a>
        </p>
      </div>
    </OfficeFrame>
  );
}

/** What the tax office has the collective down as. */
export interface TaxStatusPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: taxKind, taxFrom, taxSpan, byPaper. */
  readonly form: FormState;
  readonly action: string;
  readonly backHref: string;
  readonly kinds: readonly Option[];
  readonly spans: readonly Option[];
  /** What was said before, by its first day. */
  readonly said: readonly string[];
}

/** One line of the tax office's paper. */
export function TaxStatusPage({ form, ...page }: TaxStatusPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          税务身份<span class="hint">照税务局的登记填；没登记过的村不用填</span>
        </h1>
        <ErrorSummary form={form} />
        {page.said.length > 0 && (
          <ul>
            {page.said.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        <PostForm action={page.action} entry>
          <Field form={form} name="taxKind" label={fieldLabel('taxKind')} options={page.kinds} />
          <Field form={form} name="taxFrom" label={fieldLabel('taxFrom')} kind="day" hint="某个月的1日" />
          <Field form={form} name="taxSpan" label={fieldLabel('taxSpan')} options={page.spans} />
          <Field form={form} name="byPaper" label={fieldLabel('byPaper')} hint="税务登记的通知：标题和文号" />
          <AskedField form={form} name="sameDayReason" label={fieldLabel('sameDayReason')} hint="" />
          <AskedField form={form} name="cutReason" label={fieldLabel('cutReason')} hint="" />
          <FormButtons submit="记下" cancelHref={page.backHref} />
          <p class="small">
            同一天记两次，算后记的。已经记了税的那一期，要先冲销凭证，才能改税期。一般纳税人的税这里不算，请用手工凭证记。
          </p>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}

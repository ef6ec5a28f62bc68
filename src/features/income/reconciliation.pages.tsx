import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { cameBack, ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { KEPT_ELSEWHERE } from './meter.pages';

/** A month as a row. */
export interface ReconciledMonthRow {
  readonly month: string;
  /** kWh with their thousands apart; a dash where there are none. */
  readonly metered: string;
  readonly settled: string;
  readonly owed: Fen;
  readonly received: Fen;
  /** Why each difference stands, one sentence after the other. */
  readonly says: string;
}

interface Tab {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** Meter, slip and bank of one station, month by month. */
export interface ReconciliationPageProps {
  readonly frame: OfficeFrameProps;
  readonly stations: readonly Tab[];
  readonly years: readonly Tab[];
  readonly verdict: string;
  /** How the station stands beside its neighbours, and how far the meter may be off. */
  readonly remarks: readonly string[];
  readonly rows: readonly ReconciledMonthRow[];
  /** What was typed of either form. */
  readonly form: FormState;
  readonly sources: readonly Option[];
  /** Absent for those who only look, and where somebody else keeps the station. */
  readonly acts?:
    { readonly kwhAction: string; readonly toleranceAction: string; readonly importHref: string } | undefined;
  readonly isKeptElsewhere: boolean;
  /** A joint station, of which a part is this village's. */
  readonly isShared: boolean;
}

function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  if (tabs.length < 2) return null;
  return (
    <nav class="small tab-rows" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}

/** The slip of a joint station tells of all of it; what is owed and came is this village's own. */
function Months({ rows, isShared }: { rows: readonly ReconciledMonthRow[]; isShared: boolean }) {
  return (
    <DataTable
      caption="三方对账"
      class="runs"
      rows={rows}
      columns={[
        { head: '月份', names: true, cell: (row) => row.month },
        { head: '表上（度）', numeric: true, cell: (row) => row.metered },
        { head: isShared ? '全站（度）' : '结算单（度）', numeric: true, cell: (row) => row.settled },
        {
          head: isShared ? '本村应收' : '应收（元）',
          numeric: true,
          cell: (row) => <Money fen={row.owed} />,
        },
        {
          head: isShared ? '本村到账' : '到账（元）',
          numeric: true,
          cell: (row) => <Money fen={row.received} />,
        },
        { head: '差在哪里', cell: (row) => row.says },
      ]}
    />
  );
}

function KwhForm({ form, action, sources }: { form: FormState; action: string; sources: readonly Option[] }) {
  return (
    <details class="fold" open={cameBack(form, ['meterSource', 'meterLines'])}>
      <summary>填逆变器或电表的数</summary>
      <PostForm action={action}>
        <Field form={form} name="meterSource" label={fieldLabel('meterSource')} options={sources} />
        <Field
          form={form}
          name="meterLines"
          label={fieldLabel('meterLines')}
          kind="rows"
          hint="一行一个：月份或日期，空一格，度数。如 2025-06 31,250，或 2025-06-01 1,043；可以从表格里整列粘贴"
        />
        <FormButtons submit="记下" />
        <p class="small">同一个月或同一天填两次，算后填的。有整月的数就用整月的，没有就把每天的加起来。</p>
      </PostForm>
    </details>
  );
}

function ToleranceForm({ form, action }: { form: FormState; action: string }) {
  return (
    <details class="fold" open={cameBack(form, ['validFrom', 'tolerancePercent'])}>
      <summary>差多少算对上</summary>
      <PostForm action={action}>
        <Field form={form} name="validFrom" label={fieldLabel('validFrom')} kind="day" />
        <Field
          form={form}
          name="tolerancePercent"
          label={fieldLabel('tolerancePercent')}
          kind="number"
          unit="%"
        />
        <Field form={form} name="toleranceKwh" label={fieldLabel('toleranceKwh')} kind="number" unit="度" />
        <Field form={form} name="reason" label={fieldLabel('reason')} />
        <FormButtons submit="记下" />
      </PostForm>
    </details>
  );
}

/** What each side says of a month, and why they differ where they do. */
export function ReconciliationPage(page: ReconciliationPageProps) {
  const { form, acts } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide report">
        <h1>
          对账
          <span class="hint">
            电表、结算单、银行，一个月一个月对
            {page.isShared && '；结算单是全站的，应收和到账是本村的，金额单位：元'}
          </span>
        </h1>
        <Tabs label="电站" tabs={page.stations} />
        <Tabs label="年份" tabs={page.years} />
        {page.stations.length === 0 ? (
          <EmptyState sentence="没有电站，不用对账。" />
        ) : (
          <>
            <p class="verdict">{page.verdict}</p>
            {page.rows.length > 0 && <Months rows={page.rows} isShared={page.isShared} />}
            {page.remarks.map((remark) => (
              <p class="small">{remark}</p>
            ))}
            <ErrorSummary form={form} />
            {page.isKeptElsewhere && <p>{KEPT_ELSEWHERE}</p>}
            {acts !== undefined && (
              <>
                <p>
                  <a href={acts.importHref}>从监控平台的表导入</a>
                </p>
                <KwhForm form={form} action={acts.kwhAction} sources={page.sources} />
                <ToleranceForm form={form} action={acts.toleranceAction} />
              </>
            )}
          </>
        )}
      </div>
    </OfficeFrame>
  );
}

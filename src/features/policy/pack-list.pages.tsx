import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { fieldLabel } from '../../glossary/terms';

/** One pack of the list. */
export interface PackRow {
  readonly title: string;
  readonly href: string;
  readonly region: string;
  readonly period: string;
  /** How well its text is known. */
  readonly kind: string;
  /** Whether it is gone by today. */
  readonly state: string;
  /** What about it asks for somebody; empty where nothing does. */
  readonly wanting: string;
}

/** The choice between packs in force together. */
export interface ChoiceOffer {
  readonly options: readonly Option[];
  /** Absent for those who only look. */
  readonly action: string | undefined;
  /** Who chose last, when and why. */
  readonly made: string | undefined;
}

/** The packs of an office or a village: which one holds, and what asks for somebody. */
export interface PackListPageProps {
  readonly frame: OfficeFrameProps;
  readonly today: string;
  /** The pack to go by; undefined where there is none, or several without a choice. */
  readonly goesBy: { readonly title: string; readonly href: string; readonly region: string } | undefined;
  readonly choice: ChoiceOffer | undefined;
  readonly rows: readonly PackRow[];
  /** Field names: chosen, from, reason. */
  readonly form: FormState;
  readonly standardsHref: string;
  readonly accountsHref: string;
  readonly comparisonHref: string;
  /** Goals and days of the document, and the colours of assets; for the county's office. */
  readonly goalsHref?: string | undefined;
  readonly coloursHref?: string | undefined;
  readonly linkageHref?: string | undefined;
  /** The sheets of all villages, printed in one go. */
  readonly sheetsHref?: string | undefined;
  /** Absent for a cashier, who does not look at plans. */
  readonly dryRunHref?: string | undefined;
  readonly routesHref?: string | undefined;
}

function GoesBy({ page }: { page: PackListPageProps }) {
  const { goesBy, choice } = page;
  if (goesBy !== undefined)
    return (
      <p>
        {'现在按 '}
        <a href={goesBy.href}>{`《${goesBy.title}》`}</a>
        {`（${goesBy.region}）办。`}
        {choice?.made}
      </p>
    );
  return (
    <p class="empty">
      {choice === undefined
        ? '今天没有生效的政策：方案可以起草，不能提交。'
        : '有两份以上同级的政策同时生效，还没有人选定用哪一份。选定以前不能起草方案。'}
    </p>
  );
}

function Choice({ choice, form }: { choice: ChoiceOffer; form: FormState }) {
  if (choice.action === undefined)
    return choice.made === undefined ? <p class="small">请县里的主管部门选定，并写明理由。</p> : null;
  return (
    <section class="long-choices">
      <h2>
        选定用哪一份<span class="hint">只管本县；以后再选，从后一次写的日期起算</span>
      </h2>
      <PostForm action={choice.action} entry>
        <Field form={form} name="chosen" label={fieldLabel('chosen')} options={choice.options} />
        <Field form={form} name="from" label={fieldLabel('from')} kind="day" hint="如 2025-07-11" />
        <Field form={form} name="reason" label={fieldLabel('reason')} kind="area" />
        <FormButtons submit="选定" />
      </PostForm>
    </section>
  );
}

function Links({ page }: { page: PackListPageProps }) {
  return (
    <span class="aside">
      <a href={page.standardsHref}>本地标准</a>
      <a href={page.accountsHref}>记的科目</a>
      <a href={page.comparisonHref}>两份对照</a>
      {page.routesHref !== undefined && <a href={page.routesHref}>审批流程</a>}
      {page.goalsHref !== undefined && <a href={page.goalsHref}>目标和期限</a>}
      {page.coloursHref !== undefined && <a href={page.coloursHref}>三色监测</a>}
      {page.sheetsHref !== undefined && <a href={page.sheetsHref}>打印公示</a>}
      {page.linkageHref !== undefined && <a href={page.linkageHref}>联农带农</a>}
      {page.dryRunHref !== undefined && <a href={page.dryRunHref}>试算过去一年</a>}
    </span>
  );
}

/** Which pack holds today, then all of them with what about each asks for somebody. */
export function PackListPage(page: PackListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          政策<span class="hint">{page.today}</span>
          <Links page={page} />
        </h1>
        <ErrorSummary form={page.form} />
        <GoesBy page={page} />
        {page.choice !== undefined && <Choice choice={page.choice} form={page.form} />}
        <section>
          <h2>本地和上级的政策</h2>
          {page.rows.length === 0 ? (
            <EmptyState sentence="这个地区还没有录入政策。" />
          ) : (
            <DataTable
              caption="本地和上级的政策"
              class="stacked"
              rows={page.rows}
              columns={[
                { head: '政策', names: true, cell: (row) => <a href={row.href}>{`《${row.title}》`}</a> },
                {
                  head: '情况',
                  cell: (row) => (
                    <>
                      {row.state}
                      {row.wanting !== '' && (
                        <small>
                          <StateChip state="attention">{row.wanting}</StateChip>
                        </small>
                      )}
                    </>
                  ),
                },
                { head: '什么时候用', cell: (row) => row.period },
                { head: '地区', cell: (row) => row.region },
                { head: '条文', cell: (row) => row.kind },
              ]}
            />
          )}
        </section>
      </div>
    </OfficeFrame>
  );
}

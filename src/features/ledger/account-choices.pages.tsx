import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A use with its accounts of two fiscal years. */
export interface UseRow {
  readonly name: string;
  readonly says: string;
  readonly href: string;
  readonly now: AccountCell;
  readonly next: AccountCell;
}

/** An account and by what it holds. */
export interface AccountCell {
  readonly account: string;
  readonly basis: string;
}

/** On which accounts the uses stand, by version of the chart. */
export interface AccountChoicesPageProps {
  readonly frame: OfficeFrameProps;
  readonly charts: readonly {
    readonly heading: string;
    readonly years: readonly [now: string, next: string];
    readonly rows: readonly UseRow[];
  }[];
  readonly packsHref: string;
}

function Standing({ cell }: { cell: AccountCell }) {
  return (
    <>
      {cell.account}
      <small>{cell.basis}</small>
    </>
  );
}

/** One table for each version of the chart; a row leads to where its account is chosen. */
export function AccountChoicesPage(page: AccountChoicesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          列支和补贴记的科目
          <span class="hint">由县里选，全县一样；一个会计年度里不变</span>
          <span class="aside">
            <a href={page.packsHref}>政策</a>
          </span>
        </h1>
        {page.charts.map(({ heading, years: [now, next], rows }) => (
          <section>
            <h2>{heading}</h2>
            <DataTable
              caption={heading}
              class="stacked"
              rows={rows}
              columns={[
                {
                  head: '用途',
                  names: true,
                  cell: (row) => (
                    <>
                      <a href={row.href}>{row.name}</a>
                      <small>{row.says}</small>
                    </>
                  ),
                },
                { head: now, cell: (row) => <Standing cell={row.now} /> },
                { head: next, cell: (row) => <Standing cell={row.next} /> },
              ]}
            />
          </section>
        ))}
      </div>
    </OfficeFrame>
  );
}

/** A choice that was made. */
export interface MadeRow {
  readonly from: string;
  readonly account: string;
  readonly reason: string;
  readonly made: string;
}

/** One use: on which account it stands, which ones may be chosen, what was chosen. */
export interface AccountUsePageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly says: string;
  readonly chart: string;
  readonly years: readonly { readonly year: string; readonly cell: AccountCell }[];
  /** From which year one may choose, and why. */
  readonly free: string;
  readonly accounts: readonly Option[];
  readonly fromYears: readonly Option[];
  readonly notOffered: readonly { readonly account: string; readonly why: string }[];
  readonly made: readonly MadeRow[];
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action: string | undefined;
  readonly listHref: string;
}

function ChoiceForm({ page, action }: { page: AccountUsePageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>
        选一个科目<span class="hint">{page.free}</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="ledgerAccount" label={fieldLabel('ledgerAccount')} options={page.accounts} />
        <Field form={form} name="fromYear" label={fieldLabel('fromYear')} options={page.fromYears} />
        <Field form={form} name="reason" label={fieldLabel('reason')} kind="area" />
        <FormButtons submit="选定" cancelHref={page.listHref} />
        <p class="small">管全县的村，从那一年的第一张凭证起。已经记的账不动，冲销照原来的科目冲。</p>
      </PostForm>
    </section>
  );
}

function NotOffered({ rows }: { rows: AccountUsePageProps['notOffered'] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>为什么不能选别的</h2>
      {rows.map(({ account, why }) => (
        <p>{`${account}：${why}。`}</p>
      ))}
    </section>
  );
}

function Made({ rows }: { rows: readonly MadeRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>选过的</h2>
      <DataTable
        caption="选过的"
        class="stacked"
        rows={rows}
        columns={[
          { head: '从哪一年起', narrow: true, cell: ({ from }) => from },
          { head: '科目', names: true, cell: ({ account }) => account },
          { head: '理由', cell: ({ reason }) => reason },
          { head: '谁选的', cell: ({ made }) => made },
        ]}
      />
    </section>
  );
}

/** On which account it stands, then the form, then what was chosen before. */
export function AccountUsePage(page: AccountUsePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.name}
          <span class="hint">{page.chart}</span>
          <a class="aside" href={page.listHref}>
            列支和补贴记的科目
          </a>
        </h1>
        <ErrorSummary form={page.form} />
        <p>{`${page.says}。`}</p>
        <DataTable
          caption="两年的科目"
          rows={page.years}
          columns={[
            { head: '会计年度', narrow: true, names: true, cell: ({ year }) => year },
            { head: '科目', cell: ({ cell }) => <Standing cell={cell} /> },
          ]}
        />
        {page.action !== undefined && <ChoiceForm page={page} action={page.action} />}
        <NotOffered rows={page.notOffered} />
        <Made rows={page.made} />
      </div>
    </OfficeFrame>
  );
}

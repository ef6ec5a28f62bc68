import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText, spanText, yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { momentText } from '../../platform/views/moment-text';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { AccountEnds, type AccountEndsProps } from './bank-ends.pages';

/** A statement as it was imported. */
export interface StatementRowView {
  readonly from: string;
  readonly through: string;
  readonly opening: Fen;
  readonly closing: Fen;
  readonly who: string;
  /** The instant of its import. */
  readonly at: string;
}

/** What was imported of a bank account: what stands, what was withdrawn, the one that can be. */
export interface BankStatementsPageProps {
  readonly frame: OfficeFrameProps;
  readonly account: string;
  /** The latest first. */
  readonly standing: readonly (StatementRowView & { readonly lines: number })[];
  readonly withdrawn: readonly (StatementRowView & {
    readonly reason: string;
    readonly by: string;
    readonly on: string;
  })[];
  /** The last one imported; absent for who may only look, and where none stands. */
  readonly withdrawing?:
    | {
        readonly action: string;
        readonly form: FormState;
        readonly from: string;
        readonly through: string;
        /** Matches that would be taken apart with it. */
        readonly matches: number;
        /** The month that was sealed with it: it stays. */
        readonly sealed?: string | undefined;
      }
    | undefined;
  /** The form that puts right how the account is entered; absent for who may only look. */
  readonly correcting?: { readonly action: string; readonly form: FormState } | undefined;
  /** What was put right, the first first. */
  readonly corrected: readonly {
    readonly before: string;
    readonly now: string;
    readonly reason: string;
    readonly by: string;
    /** The instant of the correction. */
    readonly at: string;
  }[];
  readonly ends: AccountEndsProps;
  readonly importHref?: string | undefined;
  readonly backHref: string;
}

const SPAN = {
  head: '起止',
  names: true,
  cell: (row: StatementRowView) => spanText(row.from, row.through),
};
const OPENING = {
  head: '期初余额',
  numeric: true,
  cell: (row: StatementRowView) => <Money fen={row.opening} />,
};
const CLOSING = {
  head: '期末余额',
  numeric: true,
  cell: (row: StatementRowView) => <Money fen={row.closing} />,
};

function Standing({ rows }: { rows: BankStatementsPageProps['standing'] }) {
  return (
    <DataTable
      caption="现在算数的对账单"
      rows={rows}
      columns={[
        SPAN,
        OPENING,
        CLOSING,
        { head: '收进来', numeric: true, cell: (row) => `${row.lines} 笔` },
        {
          head: '谁导入的',
          cell: (row) => (
            <>
              {row.who}
              <small>{momentText(row.at)}</small>
            </>
          ),
        },
      ]}
    />
  );
}

function Withdraw({ given }: { given: NonNullable<BankStatementsPageProps['withdrawing']> }) {
  const { form, from, through, matches, sealed } = given;
  const span = spanText(from, through);
  if (sealed !== undefined) {
    return <p class="small">{`${span}这份已经连同${yearMonthText(sealed)}封账，不能再撤回。`}</p>;
  }
  return (
    <details class="fold" open={form.problems.length > 0}>
      <summary>{`导错了，撤回 ${span} 这一份`}</summary>
      <p>
        撤回以后它的各笔都不再算，导入记录和理由留着；对的那份（或者同一份）可以再导入。
        {matches > 0 && <strong>{`已经和账配上的 ${matches} 组会一并拆开。`}</strong>}
      </p>
      <PostForm action={given.action} entry>
        <Field form={form} name="reason" label={fieldLabel('reason')} hint="例如 导成了另一个账户的" />
        <FormButtons submit="撤回这份对账单" />
      </PostForm>
    </details>
  );
}

function Withdrawn({ rows }: { rows: BankStatementsPageProps['withdrawn'] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>
        撤回的<span class="hint">都不算数</span>
      </h2>
      <DataTable
        caption="撤回的对账单"
        rows={rows}
        columns={[
          SPAN,
          OPENING,
          CLOSING,
          { head: '为什么撤回', cell: (row) => row.reason },
          {
            head: '谁撤回的',
            cell: (row) => (
              <>
                {row.by}
                <small>{momentText(row.on)}</small>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Correct({ given }: { given: NonNullable<BankStatementsPageProps['correcting']> }) {
  const { form } = given;
  return (
    <details class="fold" open={form.problems.length > 0}>
      <summary>账户的叫法、开户行或末四位登记错了，更正</summary>
      <ErrorSummary form={form} />
      <PostForm action={given.action} entry>
        <Field form={form} name="label" label={fieldLabel('label')} />
        <Field form={form} name="bank" label={fieldLabel('bank')} />
        <Field form={form} name="lastFour" label={fieldLabel('lastFour')} hint="只记末四位，全号不留" />
        <Field form={form} name="why" label={fieldLabel('why')} hint="原来登记的留着" />
        <FormButtons submit="更正" />
      </PostForm>
    </details>
  );
}

function Corrected({ rows }: { rows: BankStatementsPageProps['corrected'] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>账户更正过的</h2>
      <DataTable
        caption="账户更正过的"
        rows={rows}
        columns={[
          { head: '原来', names: true, cell: (row) => <s>{row.before}</s> },
          { head: '改成', cell: (row) => row.now },
          { head: '为什么', cell: (row) => row.reason },
          {
            head: '谁更正的',
            cell: (row) => (
              <>
                {row.by}
                <small>{momentText(row.at)}</small>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** What was imported, the latest first, and the way back. */
export function BankStatementsPage(page: BankStatementsPageProps) {
  const { standing, withdrawing } = page;
  const { closedOn } = page.ends;
  const through = standing
    .map((row) => row.through)
    .sort()
    .at(-1);
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          导入过的对账单
          <span class="hint">
            {page.account}
            {through !== undefined && `　到${fullDayText(through)}`}
            {closedOn !== undefined && `　${fullDayText(closedOn)}已销户`}　金额单位：元
          </span>
        </h1>
        {withdrawing !== undefined && <ErrorSummary form={withdrawing.form} />}
        {standing.length === 0 ? (
          <EmptyState
            sentence="现在没有算数的对账单。"
            action={
              page.importHref === undefined ? undefined : { href: page.importHref, label: '导入对账单' }
            }
          />
        ) : (
          <Standing rows={standing} />
        )}
        {withdrawing !== undefined && <Withdraw given={withdrawing} />}
        <Withdrawn rows={page.withdrawn} />
        <Corrected rows={page.corrected} />
        {page.correcting !== undefined && <Correct given={page.correcting} />}
        <AccountEnds {...page.ends} />
        <p class="small">
          <a href={page.backHref}>回到银行账户</a>
        </p>
      </div>
    </OfficeFrame>
  );
}

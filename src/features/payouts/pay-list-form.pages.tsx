import type { Fen } from '../../domain/money/fen';
import { householdText } from '../../glossary/payout-words';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A part that a list may pay. */
export interface PayablePartRow {
  readonly key: string;
  /** Of somebody outside the village none. */
  readonly household: number | undefined;
  readonly name: string;
  readonly what: string;
  readonly paidTo: string;
  readonly amount: Fen;
}

/** A part that this list cannot pay, with why and where to go. */
export interface BarredPartRow extends PayablePartRow {
  readonly why: string;
  readonly href: string;
  readonly hrefWord: string;
}

/** A sum that was granted as one, and whose it is. */
export interface WholeSumRow {
  readonly what: string;
  readonly amount: Fen;
  /** Who it is and where he is paid; blank where nobody is named. */
  readonly payee: string;
  /** Where it is said, or said anew. */
  readonly href: string;
  readonly hrefWord: string;
}

/** A list to be drafted, by one way of paying. */
export interface PayListFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly listsHref: string;
  readonly action: string;
  /** Field names: channel, `chosen[KEY]`, everybody, cashWhy. */
  readonly form: FormState;
  readonly channel: string;
  readonly isCash: boolean;
  readonly channels: readonly {
    readonly name: string;
    readonly href: string;
    readonly count: number;
    readonly current: boolean;
  }[];
  readonly rows: readonly PayablePartRow[];
  /** All that can be paid so, with those who are not shown. */
  readonly amount: Fen;
  readonly hidden: number;
  /** Why what can be listed cannot be paid yet, and from when. */
  readonly waits: readonly string[];
  readonly barred: readonly BarredPartRow[];
  readonly sums: readonly WholeSumRow[];
}

function Tick({ page, row }: { readonly page: PayListFormPageProps; readonly row: PayablePartRow }) {
  const name = `chosen[${row.key}]`;
  return (
    <input
      type="checkbox"
      name={name}
      value="yes"
      aria-label={`发给${row.name}：${row.what}`}
      checked={page.form.values[name] === 'yes'}
    />
  );
}

function Parts({ page }: { readonly page: PayListFormPageProps }) {
  return (
    <PostForm action={page.action} entry>
      {page.waits.map((sentence) => (
        <p class="returned">{sentence}现在可以先列、先送镇里。</p>
      ))}
      <input type="hidden" name="channel" value={page.channel} />
      <DataTable
        caption="可以列进清单的"
        rows={page.rows}
        columns={[
          { head: '发', narrow: true, cell: (row) => <Tick page={page} row={row} /> },
          { head: '户号', narrow: true, cell: (row) => householdText(row.household) },
          { head: '姓名', names: true, cell: (row) => row.name, total: '合计' },
          { head: '为什么', cell: (row) => row.what },
          { head: '发到', cell: (row) => row.paidTo },
          {
            head: '欠',
            numeric: true,
            cell: (row) => <Money fen={row.amount} />,
            total: <Money fen={page.amount} />,
          },
        ]}
      />
      {page.hidden > 0 && (
        <p class="returned">
          {`人太多，另有 ${page.hidden} 笔没有画出来，合计里有。`}
          <label>
            <input type="checkbox" name="everybody" value="yes" /> 不一笔一笔勾，全部列上
          </label>
        </p>
      )}
      {page.isCash && (
        <Field
          form={page.form}
          name="cashWhy"
          label={fieldLabel('cashWhy')}
          hint="如 老人没有账户，由村监督委员会在场发"
        />
      )}
      <FormButtons submit="勾上的列成清单" cancelHref={page.listsHref}>
        <span class="hint">这一步只起草，还不付钱。</span>
      </FormButtons>
    </PostForm>
  );
}

function Barred({ rows }: { readonly rows: readonly BarredPartRow[] }) {
  return (
    <section>
      <h2>
        这一张列不上的<span class="hint">写着为什么，办好了再列</span>
      </h2>
      <DataTable
        caption="列不上的"
        rows={rows}
        columns={[
          { head: '户号', narrow: true, cell: (row) => householdText(row.household) },
          { head: '姓名', names: true, cell: (row) => row.name },
          { head: '为什么欠', cell: (row) => row.what },
          { head: '欠', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          {
            head: '怎么列不上',
            cell: (row) => (
              <>
                {row.why} <a href={row.href}>{row.hrefWord}</a>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Sums({ rows }: { readonly rows: readonly WholeSumRow[] }) {
  return (
    <section>
      <h2>
        整笔列支的<span class="hint">没有名单，写明付给谁才能列进清单</span>
      </h2>
      <DataTable
        caption="整笔列支的"
        rows={rows}
        columns={[
          { head: '为什么欠', cell: (row) => row.what },
          { head: '欠', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '付给谁', cell: (row) => row.payee },
          { head: '办', narrow: true, cell: (row) => <a href={row.href}>{row.hrefWord}</a> },
        ]}
      />
    </section>
  );
}

/** What is owed for certain, ticked; what cannot go on this list, and why. */
export function PayListFormPage(page: PayListFormPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          列一张发放清单
          <span class="hint">
            <a href={page.listsHref}>发放清单</a>　一张清单只用一种发法　金额单位：元
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <nav class="tabs" aria-label="怎么发">
          {page.channels.map(({ name, href, count, current }) => (
            <a href={href} aria-current={current ? 'page' : undefined}>{`${name}　${count} 笔`}</a>
          ))}
        </nav>
        {page.rows.length === 0 ? (
          <EmptyState sentence="这样发的，现在一笔也没有。" action={undefined} />
        ) : (
          <Parts page={page} />
        )}
        {page.barred.length > 0 && <Barred rows={page.barred} />}
        {page.sums.length > 0 && <Sums rows={page.sums} />}
      </div>
    </OfficeFrame>
  );
}

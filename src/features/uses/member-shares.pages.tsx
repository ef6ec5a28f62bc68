import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What of a pool may be given to the members, and what they are owed of it. */
export interface MemberShareRow {
  readonly pool: string;
  readonly surplus: Fen;
  /** Neither promised by a plan nor set aside. */
  readonly free: Fen;
  /** The less of the two, never below zero: both have to allow it. */
  readonly most: Fen;
  readonly owed: Fen;
}

/** The members' share of the surplus: given, and paid. */
export interface MemberSharesPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly MemberShareRow[];
  /** Field names: shareAct, pool, amount, postedOn, attachments. */
  readonly form: FormState;
  readonly pools: readonly Option[];
  /** Absent for those who only look. */
  readonly action?: string | undefined;
  readonly cancelHref: string;
}

const ACTS: readonly Option[] = [
  { value: 'give', label: '分给成员，先记欠着' },
  { value: 'pay', label: '付给成员，银行付出' },
];

function Pools({ rows }: { rows: readonly MemberShareRow[] }) {
  return (
    <DataTable
      caption="各类资金能分多少"
      rows={rows}
      columns={[
        { head: '资金类别', names: true, cell: (row) => row.pool },
        { head: '账面可分配', numeric: true, cell: (row) => <Money fen={row.surplus} /> },
        { head: '能动的钱', numeric: true, cell: (row) => <Money fen={row.free} /> },
        { head: '最多能分', numeric: true, cell: (row) => <Money fen={row.most} /> },
        { head: '分了还没付', numeric: true, cell: (row) => <Money fen={row.owed} /> },
      ]}
    />
  );
}

/** What each pool lets be given, then one form for both acts; who gets what stands on the list of names. */
export function MemberSharesPage(page: MemberSharesPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          成员分红<span class="hint">全体成员合起来记一笔，每人多少写在名单上　金额单位：元</span>
        </h1>
        <ErrorSummary form={form} />
        <Pools rows={page.rows} />
        <p class="small">
          能不能分、分多少，先看县里的文件，再由成员大会决定。能动的钱不算方案答应发的和留存的。账面可分配和能动的钱，哪个少就最多分哪个；专项资金不分。
        </p>
        {page.action !== undefined && (
          <section>
            <PostForm action={page.action} entry>
              <Field form={form} name="shareAct" label={fieldLabel('shareAct')} options={ACTS} />
              <Field form={form} name="pool" label={fieldLabel('pool')} options={page.pools} />
              <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
              <Field
                form={form}
                name="postedOn"
                label={fieldLabel('postedOn')}
                kind="day"
                hint="如 2025-12-31"
              />
              <Field
                form={form}
                name="attachments"
                label={fieldLabel('attachments')}
                kind="number"
                unit="张"
                hint="名单、决议；不填算 1 张"
              />
              <FormButtons submit="入账" cancelHref={page.cancelHref} />
              <p class="small">
                分：借 收益分配，贷 内部往来。付：借 内部往来，贷 银行存款。凭证上不写人名。
              </p>
            </PostForm>
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}

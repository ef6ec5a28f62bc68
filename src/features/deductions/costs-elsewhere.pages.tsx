import { DEDUCTION_KINDS } from '../../domain/deductions/contract-term';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { AskedField } from '../../platform/views/asked-field';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A cost that another fund pays, as a row. */
interface CostElsewhereRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly asset: string;
  readonly bill: Fen;
  readonly elsewhere: Fen;
  /** What may still be deducted of it; undefined where it does not hold. */
  readonly left: Fen | undefined;
  readonly paidOn: string;
  readonly fundYear: string;
  readonly paper: string;
  /** Why it does not hold. */
  readonly withdrawn: string | undefined;
  readonly withdrawAction: string | undefined;
}

/** Costs that another fund pays. */
export interface CostsElsewherePageProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action: string | undefined;
  readonly backHref: string;
  readonly assets: readonly Option[];
  readonly rows: readonly CostElsewhereRow[];
}

const KINDS: readonly Option[] = DEDUCTION_KINDS.map((value) => ({
  value,
  label: labelOf(`deductionKind.${value}`),
}));

function Told({ rows }: { rows: readonly CostElsewhereRow[] }) {
  if (rows.length === 0) return <EmptyState sentence="还没有登记过别处付的费用。" />;
  return (
    <DataTable
      caption="别处付的费用"
      rows={rows}
      columns={[
        { head: '用途', names: true, cell: (row) => row.name },
        { head: '类别', cell: (row) => labelOf(`deductionKind.${row.kind}`) },
        { head: '资产', cell: (row) => row.asset },
        { head: '账单', numeric: true, cell: (row) => <Money fen={row.bill} /> },
        { head: '别处付了', numeric: true, cell: (row) => <Money fen={row.elsewhere} /> },
        {
          head: '还可从收益扣',
          numeric: true,
          cell: (row) => row.left !== undefined && <Money fen={row.left} />,
        },
        { head: '哪天、哪年的钱', cell: (row) => `${row.paidOn}　${row.fundYear}年　${row.paper}` },
        {
          head: '状态',
          cell: (row) => (row.withdrawn === undefined ? '算数' : `撤回了：${row.withdrawn}`),
        },
      ]}
    />
  );
}

function Entry({ page: { form, assets }, action }: { page: CostsElsewherePageProps; action: string }) {
  return (
    <section>
      <h2>登记一笔</h2>
      <PostForm action={action} entry>
        <Field form={form} name="kind" label={fieldLabel('kind')} options={KINDS} />
        <Field form={form} name="assetId" label={fieldLabel('assetId')} options={assets} />
        <Field form={form} name="name" label={fieldLabel('name')} hint="做了什么，如 组件清洗" />
        <Field form={form} name="bill" label={fieldLabel('bill')} kind="number" unit="元" />
        <Field
          form={form}
          name="elsewhere"
          label={fieldLabel('elsewhere')}
          kind="number"
          unit="元"
          hint="衔接资金等付的那部分"
        />
        <Field form={form} name="paidOn" label={fieldLabel('paidOn')} kind="day" hint="如 2025-07-11" />
        <Field form={form} name="upkeepYear" label={fieldLabel('upkeepYear')} hint="哪一年的资金，如 2025" />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="文号、日期" />
        <AskedField
          form={form}
          name="twiceReason"
          label={fieldLabel('twiceReason')}
          hint="为什么不是同一笔，和依据存在一起"
        />
        <FormButtons submit="登记" />
        <p class="small">不记凭证，不扣收益；同一件事再从收益里扣，会要您写理由。</p>
      </PostForm>
    </section>
  );
}

function Withdraw({ form, row }: { form: FormState; row: CostElsewhereRow }) {
  if (row.withdrawAction === undefined) return null;
  return (
    <details class="fold">
      <summary>{`“${row.name}”登记错了`}</summary>
      <PostForm action={row.withdrawAction} entry>
        <Field
          form={form}
          name="elsewhereWithdrawn"
          label={fieldLabel('elsewhereWithdrawn')}
          hint="原来的登记留着，不再算数"
        />
        <FormButtons submit="撤回" />
      </PostForm>
    </details>
  );
}

/** What others paid, so that nobody deducts it once more. */
export function CostsElsewherePage(page: CostsElsewherePageProps) {
  const { rows, form, action } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          别处付的费用<span class="hint">如衔接资金补助的管护费，不从收益里扣</span>
          <a class="aside" href={page.backHref}>
            合同
          </a>
        </h1>
        <ErrorSummary form={form} />
        <Told rows={rows} />
        {rows.map((row) => (
          <Withdraw form={form} row={row} />
        ))}
        {action !== undefined && <Entry page={page} action={action} />}
      </div>
    </OfficeFrame>
  );
}

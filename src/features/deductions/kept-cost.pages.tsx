import { DEDUCTION_KINDS } from '../../domain/deductions/contract-term';
import { type Fen, sumFen } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { AskedField } from '../../platform/views/asked-field';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { OwnersTaken } from '../../platform/views/owners-taken';
import { DataTable } from '../../platform/views/table';
import { type TouchedBillRow, TouchedBills } from './touched-bills.pages';

/** Paying a cost for the owners of kept stations, and those that were paid. */
export interface KeptCostsPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: those of the domain's KeptCostForm. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly stations: readonly Option[];
  /** Those that a share table which was entered later would split otherwise. */
  readonly touched: readonly TouchedBillRow[];
  readonly costs: readonly {
    readonly name: string;
    readonly note: string;
    readonly paidOn: string;
    readonly amount: Fen;
    readonly voucherHref: string;
    /** Where what comes back of it is entered; absent where it is itself what came back. */
    readonly refundHref?: string;
    /** How many owners whose books are kept here have booked their parts, of how many. */
    readonly taken: number;
    readonly owners: number;
    readonly elsewhere: number;
  }[];
}

const KINDS: readonly Option[] = DEDUCTION_KINDS.map((value) => ({
  value,
  label: labelOf(`deductionKind.${value}`),
}));

/** The form first: a cost is paid more often than it is looked up. */
export function KeptCostsPage({ form, ...page }: KeptCostsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          替各村付费用<span class="hint">用替各村收着、还没转付的钱付，按份额分担　金额单位：元</span>
        </h1>
        <ErrorSummary form={form} />
        {page.stations.length === 0 ? (
          <EmptyState sentence="这里没有代管的电站。" />
        ) : (
          <CostForm form={form} {...page} />
        )}
        <TouchedBills bills={page.touched} />
        <section>
          <h2>已经付的</h2>
          {page.costs.length === 0 ? <p>还没有。</p> : <PaidCosts costs={page.costs} />}
        </section>
      </div>
    </OfficeFrame>
  );
}

/** The station is chosen already where there is but one. */
function CostForm({
  form,
  ...page
}: Pick<KeptCostsPageProps, 'form' | 'action' | 'cancelHref' | 'stations'>) {
  return (
    <PostForm action={page.action} entry>
      <Field form={form} name="assetId" label={fieldLabel('assetId')} options={page.stations} />
      <Field form={form} name="kind" label={fieldLabel('kind')} options={KINDS} />
      <Field form={form} name="name" label={fieldLabel('name')} kind="text" hint="各村的公示上印这个名称" />
      <Field form={form} name="amount" label="全站金额" kind="number" unit="元" />
      <Field form={form} name="paidOn" label={fieldLabel('paidOn')} kind="day" hint="照银行回单" />
      <Field
        form={form}
        name="note"
        label="怎么算的"
        kind="text"
        hint="例如：52.80 亩 × 800 元 × 半年。各村都看得到"
      />
      <Field
        form={form}
        name="servedFrom"
        label={fieldLabel('servedFrom')}
        kind="day"
        hint="账单写明管哪天到哪天的才填；按那些天的份额表分，没写的按付款那天的分"
      />
      <Field form={form} name="servedTo" label={fieldLabel('servedTo')} kind="day" />
      <Field form={form} name="reason" label={fieldLabel('reason')} kind="text" hint="“其他”要写" />
      <AskedReasons form={form} />
      <AttachmentsField form={form} label={fieldLabel('attachments')} />
      <FormButtons submit="入账" cancelHref={page.cancelHref} />
      <p class="small">
        会记一张凭证：借 应付款，贷 银行存款。每个村的本月工作里多一件事：把分担的一份记账。
      </p>
    </PostForm>
  );
}

/** What is asked only of who was told that it is wanted. */
function AskedReasons({ form }: Pick<KeptCostsPageProps, 'form'>) {
  return (
    <>
      <AskedField
        form={form}
        name="otherYear"
        label={fieldLabel('otherYear')}
        hint="为什么不是当年的也这次扣，各村都看得到"
      />
      <AskedField
        form={form}
        name="outsideAsset"
        label={fieldLabel('outsideAsset')}
        hint="为什么电站还没有、已经不在的日子也扣，各村都看得到"
      />
      <AskedField
        form={form}
        name="twiceReason"
        label={fieldLabel('twiceReason')}
        hint="为什么不是同一张账单付了两次，各村都看得到"
      />
    </>
  );
}

function PaidCosts({ costs }: Pick<KeptCostsPageProps, 'costs'>) {
  return (
    <DataTable
      caption="已经替各村付的费用"
      rows={costs}
      columns={[
        {
          head: '费用',
          names: true,
          cell: (row) => (
            <>
              {row.refundHref === undefined ? `${row.name}，退回` : row.name}
              <small>
                <a href={row.voucherHref}>{fullDayText(row.paidOn)}</a>
                {`　${row.note}`}
                {row.refundHref !== undefined && (
                  <>
                    {'　'}
                    <a href={row.refundHref}>记退回</a>
                  </>
                )}
              </small>
            </>
          ),
          total: '合计',
        },
        {
          head: '全站金额',
          numeric: true,
          cell: (row) => <Money fen={row.amount} />,
          total: <Money fen={sumFen(costs.map((row) => row.amount))} />,
        },
        {
          head: '各村入账',
          cell: (row) => <OwnersTaken row={row} />,
        },
      ]}
    />
  );
}

/** An owner's part of a cost, filled in for him. */
export interface TakenCostPageProps {
  readonly frame: OfficeFrameProps;
  readonly work?: MonthWork | undefined;
  /** Field names: postedOn; twiceReason, where that is asked. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly name: string;
  readonly station: string;
  readonly keeper: string;
  readonly note: string;
  readonly reason: string;
  readonly paidOn: string;
  readonly whole: Fen;
  readonly share: string;
  readonly amount: Fen;
  /** What came back of a cost, and is less cost now. */
  readonly isRefund: boolean;
}

/** The own part first; beneath it how it came about; nothing to type but the day. */
export function TakenCostPage({ form, ...page }: TakenCostPageProps) {
  return (
    <MonthFrame frame={page.frame} work={page.work}>
      <h1>
        {page.isRefund ? `${page.name}，退回` : page.name}
        <span class="hint">{page.station}　金额单位：元</span>
      </h1>
      <ErrorSummary form={form} />
      <DataTable
        caption={`${page.name}，本村分担的一份`}
        rows={[
          { what: page.isRefund ? '全站退回' : '全站金额', note: page.note, amount: page.whole },
          { what: page.isRefund ? '退给本村' : '本村分担', note: page.share, amount: page.amount },
        ]}
        columns={[
          { head: '项目', names: true, cell: (row) => row.what },
          { head: '怎么来的', cell: (row) => row.note },
          { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        ]}
      />
      <p>
        {page.isRefund
          ? `退的钱 ${fullDayText(page.paidOn)} 到了${page.keeper}，由它转付给本村。`
          : `${page.keeper} ${fullDayText(page.paidOn)} 付的，从替本村收着的电站收入里扣。`}
        {page.reason !== '' && `理由：${page.reason}`}
      </p>
      <PostForm action={page.action} entry>
        <Field
          form={form}
          name="postedOn"
          label={fieldLabel('postedOn')}
          kind="day"
          hint={page.isRefund ? '转付的钱到账那天，照银行回单' : ''}
        />
        <AskedField
          form={form}
          name="twiceReason"
          label={fieldLabel('twiceReason')}
          hint="为什么不是村里已经扣过的同一笔，会印在公示上"
        />
        <FormButtons submit="入账" cancelHref={page.cancelHref} />
        <p class="small">
          {page.isRefund
            ? '会记一张凭证：借 银行存款，贷 经营支出；费用是以前年度的，贷 收益分配。扣除的费用少这么多。'
            : '会记一张凭证：借 经营支出，贷 应收款，经过内部往来。这笔钱算收到，也算付出，银行存款不动。'}
        </p>
      </PostForm>
    </MonthFrame>
  );
}

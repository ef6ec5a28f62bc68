import type { Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A contract by which somebody owes the village. */
export interface LeaseRow {
  readonly number: string;
  readonly href: string;
  readonly asset: string;
  readonly tenant: string;
  readonly from: string;
  readonly to: string;
  readonly rent: string;
  /** The next due that is neither booked nor paid ahead: its day, and what is still to pay. */
  readonly next?: { readonly dueOn: string; readonly amount: Fen | undefined } | undefined;
  /** Booked and not come. */
  readonly outstanding: Fen;
  /** 在租, 已到期 …, or in how many days it ends. */
  readonly state: string;
  /** What is missing of promised work and wages; empty where nothing is. */
  readonly linkage: string;
}

/** A contract by which the village pays. */
export interface CostContractRow {
  readonly href: string;
  readonly name: string;
  /** The photos and papers of it. */
  readonly filesHref: string;
  readonly kind: string;
  readonly asset: string;
  readonly from: string;
  readonly to?: string | undefined;
  readonly reckoning: string;
  readonly state: string;
  /** Where a bill is booked by it; of a contract in force that only a bill can charge. */
  readonly bookHref?: string | undefined;
}

/** A contract that ends soon. */
export interface EndingRow {
  readonly name: string;
  readonly href?: string | undefined;
  readonly lastOn: string;
  readonly inDays: number;
}

/** All contracts of a village, those that bring money and those that cost some. */
export interface ContractsPageProps {
  readonly frame: OfficeFrameProps;
  readonly leases: readonly LeaseRow[];
  readonly costs: readonly CostContractRow[];
  readonly ending: readonly EndingRow[];
  /** Days on which an asset that was leased, or insured, is not. */
  readonly gaps: readonly { readonly asset: string; readonly what: string; readonly days: string }[];
  /** Where a contract is entered; absent for those who only look. */
  readonly newLeaseHref?: string | undefined;
  readonly newCostHref?: string | undefined;
  /** What is late today in all, and what of it no contract of this page made due. */
  readonly late: { readonly total: Fen; readonly beside: Fen; readonly href: string };
  /** Costs that another fund pays. */
  readonly elsewhereHref: string;
}

function Days({ from, to }: { from: string; to?: string | undefined }) {
  return (
    <>
      {from}
      <small>{to === undefined ? '起' : `至 ${to}`}</small>
    </>
  );
}

function Ending({ ending }: { ending: readonly EndingRow[] }) {
  if (ending.length === 0) return <p class="small">90 天内没有到期的合同。</p>;
  return (
    <DataTable
      caption="90天内到期的合同"
      rows={ending}
      columns={[
        {
          head: '合同',
          names: true,
          cell: (row) => (row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>),
        },
        { head: '最后一天', narrow: true, cell: (row) => row.lastOn },
        { head: '还有', numeric: true, cell: (row) => `${String(row.inDays)} 天` },
      ]}
    />
  );
}

function Leases({ page }: { page: ContractsPageProps }) {
  if (page.leases.length === 0) return <EmptyState sentence="还没有登记租出去的合同。" />;
  return (
    <DataTable
      caption="租出去的"
      rows={page.leases}
      columns={[
        { head: '合同', names: true, cell: (row) => <a href={row.href}>{row.number}</a>, total: '合计' },
        { head: '资产', cell: (row) => row.asset },
        { head: '对方', cell: (row) => row.tenant },
        { head: '起止', narrow: true, cell: (row) => <Days {...row} /> },
        { head: '租金', cell: (row) => row.rent },
        {
          head: '下一期',
          narrow: true,
          cell: (row) =>
            row.next !== undefined && (
              <>
                {row.next.dueOn}
                <small>{row.next.amount === undefined ? '等营业额' : <Money fen={row.next.amount} />}</small>
              </>
            ),
        },
        {
          head: '到期没到账',
          numeric: true,
          cell: (row) => <Money fen={row.outstanding} />,
          total: <Money fen={page.leases.reduce((sum, row) => sum + row.outstanding, 0n)} />,
        },
        {
          head: '状态',
          cell: (row) => (
            <>
              {row.state}
              {row.linkage !== '' && <small>{row.linkage}</small>}
            </>
          ),
        },
      ]}
    />
  );
}

function Costs({ costs }: { costs: readonly CostContractRow[] }) {
  if (costs.length === 0) return <EmptyState sentence="没有要付钱的合同。" />;
  return (
    <DataTable
      caption="要付钱的"
      rows={costs}
      columns={[
        { head: '合同', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '费用', cell: (row) => row.kind },
        { head: '资产', cell: (row) => row.asset },
        { head: '起止', narrow: true, cell: (row) => <Days {...row} /> },
        { head: '怎么算', cell: (row) => row.reckoning },
        {
          head: '状态',
          narrow: true,
          cell: (row) => (
            <>
              {row.state}
              {row.bookHref !== undefined && (
                <small>
                  <a href={row.bookHref}>记账</a>
                </small>
              )}
            </>
          ),
        },
        { head: '材料', cell: (row) => <a href={row.filesHref}>看材料</a> },
      ]}
    />
  );
}

function Gaps({ gaps }: { gaps: ContractsPageProps['gaps'] }) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <h2>
        空着的日子
        <span class="hint">
          租过、保过险的资产，和一般要保险的电站、车间、冷库、厂房、市场、机械，这些天没有合同
        </span>
      </h2>
      <DataTable
        caption="空着的日子"
        rows={gaps}
        columns={[
          { head: '资产', names: true, cell: (row) => row.asset },
          { head: '缺什么', cell: (row) => row.what },
          { head: '哪些天', cell: (row) => row.days },
        ]}
      />
    </section>
  );
}

/** What is late and stands under no contract here: typed by hand, or taken over with the opening. */
function Beside({ late: { total, beside, href } }: Pick<ContractsPageProps, 'late'>) {
  if (total === 0n) return null;
  return (
    <p class="small">
      <a href={href}>欠款</a>一共 <Money fen={total} /> 元
      {beside !== 0n && (
        <>
          ，其中 <Money fen={beside} /> 元不在上面的合同里：手工记的应收，或者建账时带来的
        </>
      )}
      。
    </p>
  );
}

/** What ends soon on top, then what comes in by contract, then what goes out. */
export function ContractsPage(page: ContractsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          合同
          <span class="hint">
            {`租出去的 ${String(page.leases.length)} 份，要付钱的 ${String(page.costs.length)} 份　金额单位：元`}
          </span>
          {page.newLeaseHref !== undefined && (
            <a class="button aside" href={page.newLeaseHref}>
              登记租出去的
            </a>
          )}
        </h1>
        <section>
          <h2>90天内到期</h2>
          <Ending ending={page.ending} />
        </section>
        <section>
          <h2>租出去的</h2>
          <Leases page={page} />
          <Beside late={page.late} />
        </section>
        <Gaps gaps={page.gaps} />
        <section>
          <h2>
            要付钱的
            {page.newCostHref !== undefined && (
              <a class="button aside" href={page.newCostHref}>
                登记要付钱的
              </a>
            )}
          </h2>
          <Costs costs={page.costs} />
          <p class="small">
            <a href={page.elsewhereHref}>别处付的费用</a>（衔接资金补助的管护费等，不从收益里扣）
          </p>
        </section>
      </div>
    </OfficeFrame>
  );
}

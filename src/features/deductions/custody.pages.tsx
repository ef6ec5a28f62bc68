import { type Fen, yuanText } from '../../domain/money/fen';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { CostsTable, KeptBackTable, type OwnersCostRow, type KeptBackRow } from './custody-costs.pages';
import { AgreeForm, BearersForm, CostForm, type CustodyForms, EndForm, PayForm } from './custody-forms.pages';

/** Who bears something from a day on, in words. */
interface SaidBearerRow {
  readonly validFrom: string;
  readonly bearer: string;
  /** Of which costs alone. */
  readonly kind: string | undefined;
  readonly paper: string;
}

/** An agreement, what fell due under it and what its owner was paid. */
export interface KeptAgreement {
  readonly owner: string;
  readonly kind: string;
  readonly share: string;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly signedOn: string;
  readonly paper: string;
  readonly endReason: string | undefined;
  /** Came for the owner, was not kept back for costs, and is not yet paid to him. */
  readonly owed: Fen;
  readonly dues: readonly {
    readonly from: string;
    readonly to: string;
    readonly what: string;
    readonly amount: Fen;
    /** The tax in it that its paper charges. */
    readonly tax: Fen;
    readonly part: Fen;
    readonly came: Fen;
    readonly voucherHref: string;
  }[];
  readonly payments: readonly {
    readonly paidOn: string;
    readonly amount: Fen;
    readonly voucherHref: string;
  }[];
  readonly costs: readonly OwnersCostRow[];
  readonly keptBack: readonly KeptBackRow[];
  /** Who bears the tax, and the costs, by the days from which it was said. */
  readonly bearers: readonly SaidBearerRow[];
  readonly costBearers: readonly SaidBearerRow[];
  readonly payAction: string | undefined;
  readonly costAction: string | undefined;
  readonly bearersAction: string | undefined;
  readonly endAction: string | undefined;
}

/** What an asset that the village keeps or runs brings its owner. */
export interface CustodyPageProps extends CustodyForms {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  /** Its title is a household's. */
  readonly isHouseholds: boolean;
  readonly agreements: readonly KeptAgreement[];
  /** Where an agreement is entered; absent for those who only look. */
  readonly action: string | undefined;
}

/** The tax of a period is reckoned on everything that the village sold in it, after the parts were set. */
const PERIOD_TAX =
  '月末、季末按全村销售额算出来的税由村集体负担：过没过起征点看全村的收入，不是这一项资产引起的，业主的一份在应收时已经定了。这样算没有经县里确认。';

function Said({ rows }: { rows: readonly SaidBearerRow[] }) {
  return (
    <>
      {rows.map(({ validFrom, bearer, kind, paper }) => (
        <div>
          {`${kind === undefined ? '' : `${kind}：`}${bearer}（${validFrom} 起）`}
          <small>{` ${paper}`}</small>
        </div>
      ))}
    </>
  );
}

function Facts({ of }: { of: KeptAgreement }) {
  return (
    <dl class="facts">
      <dt>还没付给业主</dt>
      <dd>
        <b>
          <Money fen={of.owed} />
        </b>
      </dd>
      <dt>业主得</dt>
      <dd>{`${of.share}，其余归村集体`}</dd>
      <dt>从哪天到哪天</dt>
      <dd>
        {of.firstOn <= of.lastOn ? `${of.firstOn} 至 ${of.lastOn}` : '没有生效过'}
        {of.endReason !== undefined && <small>{`提前结束：${of.endReason}`}</small>}
      </dd>
      <dt>收入里的税额</dt>
      <dd>
        {of.bearers.length === 0 && '还没有登记由谁承担；另列税额的收入要先登记'}
        <Said rows={of.bearers} />
        <div>
          <small>{PERIOD_TAX}</small>
        </div>
      </dd>
      <dt>它的费用</dt>
      <dd>
        {of.costBearers.length === 0 && '还没有登记由谁承担，归村集体'}
        <Said rows={of.costBearers} />
      </dd>
      <dt>协议</dt>
      <dd>{`${of.paper}，${fullDayText(of.signedOn)}签订`}</dd>
    </dl>
  );
}

type KeptDue = KeptAgreement['dues'][number];

function taxColumn(sum: (pick: (due: KeptDue) => Fen) => Fen) {
  return {
    head: '其中税额',
    numeric: true,
    cell: ({ tax }: KeptDue) => <Money fen={tax} />,
    total: <Money fen={sum(({ tax }) => tax)} />,
  };
}

function Dues({ of }: { of: KeptAgreement }) {
  if (of.dues.length === 0) return <p class="small">还没有记过收入。</p>;
  const sum = (pick: (due: KeptDue) => Fen): Fen => of.dues.reduce((all, due) => all + pick(due), 0n);
  return (
    <DataTable
      caption="应收和业主的一份"
      rows={of.dues}
      columns={[
        {
          head: '哪几天的',
          narrow: true,
          cell: (due) => (
            <>
              <a href={due.voucherHref}>{due.what}</a>
              <small>{`${due.from} 至 ${due.to}`}</small>
            </>
          ),
          total: '合计',
        },
        {
          head: '应收（元）',
          numeric: true,
          cell: (due) => <Money fen={due.amount} />,
          total: <Money fen={sum((due) => due.amount)} />,
        },
        ...(of.dues.some(({ tax }) => tax !== 0n) ? [taxColumn(sum)] : []),
        {
          head: '村集体的',
          numeric: true,
          cell: (due) => <Money fen={due.amount - due.tax - due.part} />,
          total: <Money fen={sum((due) => due.amount - due.tax - due.part)} />,
        },
        {
          head: '业主的',
          numeric: true,
          cell: (due) => <Money fen={due.part} />,
          total: <Money fen={sum((due) => due.part)} />,
        },
        {
          head: '业主的已收到',
          numeric: true,
          cell: (due) => <Money fen={due.came} />,
          total: <Money fen={sum((due) => due.came)} />,
        },
      ]}
    />
  );
}

function Payments({ of }: { of: KeptAgreement }) {
  if (of.payments.length === 0) return null;
  return (
    <DataTable
      caption="付给业主的"
      rows={of.payments}
      columns={[
        { head: '付款日期', narrow: true, cell: (row) => row.paidOn },
        { head: '金额（元）', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '凭证', cell: (row) => <a href={row.voucherHref}>看凭证</a> },
      ]}
    />
  );
}

/** What was paid for the asset, what of it was kept back from the owner, and what he was paid. */
function Went({ of }: { of: KeptAgreement }) {
  return (
    <>
      <section>
        <CostsTable rows={of.costs} />
      </section>
      <section>
        <KeptBackTable rows={of.keptBack} />
      </section>
      <section>
        <Payments of={of} />
      </section>
    </>
  );
}

/** The costs of which something can be kept back. */
function toKeepBack({ costs }: KeptAgreement) {
  const open = costs.filter((cost) => cost.isBorne && cost.open > 0n);
  return open.map(({ id, name, open: sum }) => ({ value: id, label: `${name}，还有 ${yuanText(sum)} 元` }));
}

/** What is owed to the owner first, then what fell due and what he was paid, then the forms. */
export function CustodyPage(page: CustodyPageProps) {
  const { agreements, action } = page;
  const isNone = agreements.length === 0;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          <a href={page.assetHref}>{page.name}</a>
          <span class="hint">代管、代为经营</span>
        </h1>
        <ErrorSummary form={page.form} />
        {isNone && (
          <EmptyState
            sentence={
              page.isHouseholds
                ? '还没有和业主的协议。登记了协议，村里才能出租、代为经营。'
                : '没有代管协议，收入都归村集体。'
            }
          />
        )}
        {agreements.map((each) => (
          <section>
            <h2>
              {each.owner}
              <span class="hint">{each.kind}</span>
            </h2>
            <Facts of={each} />
            {each.costAction !== undefined && (
              <CostForm page={page} action={each.costAction} costs={toKeepBack(each)} />
            )}
            {each.payAction !== undefined && <PayForm page={page} action={each.payAction} />}
            <section>
              <Dues of={each} />
            </section>
            <Went of={each} />
            {each.bearersAction !== undefined && <BearersForm page={page} action={each.bearersAction} />}
            {each.endAction !== undefined && <EndForm page={page} action={each.endAction} />}
          </section>
        ))}
        {action !== undefined && (
          <details class="fold" open={isNone || page.form.values['ownersShare'] !== undefined}>
            <summary>登记协议</summary>
            <AgreeForm page={page} action={action} />
          </details>
        )}
      </div>
    </OfficeFrame>
  );
}

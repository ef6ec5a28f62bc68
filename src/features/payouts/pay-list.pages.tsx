import type { Fen } from '../../domain/money/fen';
import { ErrorSummary } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import type { PayChecksProps } from './pay-checks.pages';
import { householdText } from '../../glossary/payout-words';
import { PayListActs, type PayListActsProps } from './pay-list-acts.pages';

/** Somebody on the list, with all his lines. */
export interface PayeeRow {
  readonly numbers: string;
  /** Of somebody outside the village none. */
  readonly household: number | undefined;
  readonly name: string;
  /** What he is owed; absent where its looker may not open it. */
  readonly href: string | undefined;
  readonly paidTo: string;
  readonly whats: readonly string[];
  readonly amount: Fen;
  readonly states: readonly { readonly state: GlyphState; readonly word: string; readonly why: string }[];
}

/** What was done with the list. */
export interface PayListActRow {
  readonly act: string;
  readonly on: string;
  readonly who: string;
  readonly what: string;
  readonly voucher: { readonly href: string; readonly label: string } | undefined;
  /** Whether the bank's statement shows its voucher. */
  readonly bank?: string;
}

/** One list. */
export interface PayListPageProps {
  readonly frame: OfficeFrameProps;
  readonly listsHref: string;
  readonly name: string;
  readonly channel: string;
  readonly amount: Fen;
  /** The amount in capital figures. */
  readonly capital: string;
  readonly cashWhy: string;
  readonly state: GlyphState;
  readonly stateWord: string;
  readonly printHref: string;
  /** What of it was paid, is on its way and came back, where it was sent. */
  readonly sums: readonly { readonly label: string; readonly fen: Fen }[];
  /** Whose account is another one now: nothing goes on before the list is called back. */
  readonly changed: string;
  readonly acts: PayListActsProps;
  readonly checks: PayChecksProps;
  /** All people of it; those that are shown, and how many are not. */
  readonly count: number;
  readonly people: readonly PayeeRow[];
  readonly hidden: number;
  readonly history: readonly PayListActRow[];
}

function People({ page }: { readonly page: PayListPageProps }) {
  return (
    <section>
      <h2>
        发给谁<span class="hint">{`${page.count} 人；账号只显示末四位`}</span>
      </h2>
      <DataTable
        caption="发给谁"
        rows={page.people}
        columns={[
          { head: '行号', narrow: true, cell: (row) => row.numbers },
          { head: '户号', narrow: true, cell: (row) => householdText(row.household) },
          {
            head: '姓名',
            names: true,
            cell: (row) => (row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>),
            total: '合计',
          },
          { head: '为什么', cell: (row) => row.whats.map((what) => <div>{what}</div>) },
          { head: '发到', cell: (row) => row.paidTo },
          {
            head: '金额',
            numeric: true,
            cell: (row) => <Money fen={row.amount} />,
            total: <Money fen={page.amount} />,
          },
          {
            head: '办到哪里',
            cell: (row) =>
              row.states.map(({ state, word, why }) => (
                <div>
                  <StateChip state={state}>{word}</StateChip>
                  {why !== '' && <small>{why}</small>}
                </div>
              )),
          },
        ]}
      />
      {page.hidden > 0 && (
        <p class="small">{`另有 ${page.hidden} 人没有列出，合计里有，打印的清单上也有。`}</p>
      )}
    </section>
  );
}

function History({ rows }: { readonly rows: readonly PayListActRow[] }) {
  return (
    <section>
      <h2>谁办了什么</h2>
      <DataTable
        caption="谁办了什么"
        rows={rows}
        columns={[
          { head: '办的', names: true, narrow: true, cell: (row) => row.act },
          { head: '哪天', narrow: true, cell: (row) => row.on },
          { head: '谁', narrow: true, cell: (row) => row.who },
          {
            head: '说明',
            cell: (row) => (
              <>
                {row.what} {row.voucher !== undefined && <a href={row.voucher.href}>{row.voucher.label}</a>}
                {row.bank !== undefined && <small>{row.bank}</small>}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** One list: where it stands, the one thing to do next, whom it pays, who did what. */
export function PayListPage(page: PayListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`${page.name} `}
          <Money fen={page.amount} />
          <span class="hint">
            <a href={page.listsHref}>发放清单</a>
            {`　${page.channel}　${page.capital}`}
          </span>
          <a class="button aside" href={page.printHref}>
            打印清单
          </a>
        </h1>
        <ErrorSummary form={page.acts.form} />
        <p class="plan-state">
          <StateChip state={page.state}>{page.stateWord}</StateChip>
          {page.sums.map(({ label, fen }) => (
            <span>
              {`${label} `}
              <Money fen={fen} />
            </span>
          ))}
        </p>
        {page.cashWhy !== '' && <p>{`发现金的原因：${page.cashWhy}`}</p>}
        {page.changed !== '' && <p class="barred">{page.changed}</p>}
        <PayListActs {...page.acts} checks={page.checks} />
        <People page={page} />
        <History rows={page.history} />
      </div>
    </OfficeFrame>
  );
}

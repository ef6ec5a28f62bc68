import type { Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip, StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { RoundObjections, type RoundObjectionsProps } from './dividend-objections.pages';
import { DividendActs, type DividendActsProps } from './dividend-acts.pages';

/** A step of the procedure. */
export interface ProcedureStepRow {
  readonly number: number;
  readonly name: string;
  readonly state: GlyphState;
  /** The day, or the days of publicity. */
  readonly days: string;
  /** The paper, and how a meeting voted. */
  readonly shown: string;
  /** What the step rests on. */
  readonly basis: string;
}

/** What the document says of the round. */
export interface RoundJudgementRow {
  readonly rule: string;
  readonly says: string;
  readonly state: GlyphState;
  readonly outcome: string;
}

/** A holder of shares and what he gets. */
export interface HolderRow {
  readonly number: number;
  readonly name: string;
  readonly href: string;
  readonly shares: string;
  readonly before: Fen;
  readonly amount: Fen;
  readonly open: Fen | undefined;
  /** Why he got what he got. */
  readonly why: string;
}

/** One round. */
export interface DividendPageProps {
  readonly frame: OfficeFrameProps;
  readonly listHref: string;
  readonly number: number;
  readonly pool: string;
  readonly amount: Fen;
  /** The day of the roll, when it last changed, and that it is to be looked over where that is long ago. */
  readonly roll: string;
  readonly paper: string;
  readonly why: string;
  readonly state: GlyphState;
  readonly stateWord: string;
  /** Why it was not gone on with. */
  readonly dropped: string | undefined;
  readonly voucher: { readonly href: string; readonly label: string } | undefined;
  readonly steps: readonly ProcedureStepRow[];
  /** The document, its day, and the figures it was held against. */
  readonly document: string;
  readonly judgements: readonly RoundJudgementRow[];
  readonly holders: readonly HolderRow[];
  readonly objections: RoundObjectionsProps;
  readonly acts: DividendActsProps;
}

function Steps({ rows }: { rows: readonly ProcedureStepRow[] }) {
  return (
    <section>
      <h2>
        四议两公开<span class="hint">一步一步办，每一步有日期、有记录</span>
      </h2>
      <DataTable
        caption="各步"
        class="stacked"
        rows={rows}
        columns={[
          { head: '次序', narrow: true, cell: (row) => `${row.number}` },
          {
            head: '步骤',
            names: true,
            cell: (row) => (
              <>
                <StateGlyph state={row.state} /> {row.name}
                <small>{row.basis}</small>
              </>
            ),
          },
          { head: '哪天', narrow: true, cell: (row) => row.days },
          { head: '凭什么', cell: (row) => row.shown },
        ]}
      />
    </section>
  );
}

function Judgements({ page }: { page: DividendPageProps }) {
  return (
    <section>
      <h2>
        文件怎么说<span class="hint">{page.document}</span>
      </h2>
      {page.judgements.length === 0 ? (
        <EmptyState sentence="文件没有给成员分红定条件，照实记下就行。" />
      ) : (
        <DataTable
          caption="文件的规定"
          rows={page.judgements}
          columns={[
            { head: '规定', names: true, cell: (row) => row.says },
            { head: '编号', narrow: true, cell: (row) => row.rule },
            {
              head: '符合不符合',
              narrow: true,
              cell: (row) => <StateChip state={row.state}>{row.outcome}</StateChip>,
            },
          ]}
        />
      )}
    </section>
  );
}

function Holders({ page }: { page: DividendPageProps }) {
  return (
    <section>
      <h2>
        各户多少<span class="hint">{page.roll}</span>
      </h2>
      <DataTable
        caption="各户应得"
        rows={page.holders}
        columns={[
          { head: '编号', narrow: true, cell: (row) => `${row.number}` },
          {
            head: '谁',
            names: true,
            narrow: true,
            cell: (row) => <a href={row.href}>{row.name}</a>,
            total: '合计',
          },
          { head: '份额', numeric: true, cell: (row) => row.shares },
          {
            head: '这次得',
            numeric: true,
            cell: (row) => <Money fen={row.amount} />,
            total: <Money fen={page.amount} />,
          },
          {
            head: '还没付',
            numeric: true,
            cell: (row) => (row.open === undefined ? '—' : <Money fen={row.open} />),
          },
          { head: '怎么算的', cell: (row) => <small>{row.why}</small> },
        ]}
      />
    </section>
  );
}

/** One round: its procedure, what the document says, who gets what and why, and what is done next. */
export function DividendPage(page: DividendPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`第${page.number}次分红 `}
          <Money fen={page.amount} />
          <span class="hint">
            <a href={page.listHref}>成员分红</a>
            {`　${page.pool}　${page.paper}`}
          </span>
        </h1>
        <ErrorSummary form={page.acts.form} />
        <p class="plan-state">
          <StateChip state={page.state}>{page.stateWord}</StateChip>
          {page.voucher !== undefined && <a href={page.voucher.href}>{page.voucher.label}</a>}
        </p>
        {page.dropped !== undefined && <p>{`不办的原因：${page.dropped}`}</p>}
        {page.why !== '' && <p class="small">{`直接分红的理由：${page.why}`}</p>}
        <DividendActs {...page.acts} />
        <Steps rows={page.steps} />
        <RoundObjections {...page.objections} />
        <Judgements page={page} />
        <Holders page={page} />
      </div>
    </OfficeFrame>
  );
}

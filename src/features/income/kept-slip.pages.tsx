import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { jointWords } from '../../glossary/joint-words';
import { fullDayText, yearMonthText } from '../../platform/views/day-text';
import { groupedDecimal } from '../../platform/views/decimal-text';
import { FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateChip } from '../../platform/views/state-glyph';
import { type Column, DataTable } from '../../platform/views/table';
import type { SlipsTax } from '../../domain/income/kept-tax';
import type { CutMonth } from '../../domain/income/cut-month';
import type { ToldSplit } from '../../domain/income/split-told';
import {
  SlipNotes,
  type SlipNoteRow,
  SplitAloneFacts,
  type SplitAloneOf,
  SplitNowSection,
  type SplitNowSectionProps,
} from './split-now.pages';
import { BeforeBooks, type KeptCutRow, KeptCutsTable } from './kept-cuts.pages';

/** One owner's part of a slip. */
export interface KeptPartRow {
  readonly owner: string;
  /** His rows together, as the table writes them: `6.25%`. */
  readonly share: string;
  readonly kwh: string;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
  /** What of the slip's tax is his. */
  readonly tax: Fen;
  readonly oddFen: boolean;
  /** `taken` by his books or `returned`, `waiting`, `before` they began, `elsewhere`: not kept here. */
  readonly state: 'taken' | 'returned' | 'waiting' | 'before' | 'elsewhere';
  /** The voucher in his books; without `href` for who may not look into them. */
  readonly voucher?: { readonly number: string; readonly href: string | undefined } | undefined;
  /** Why it waits. */
  readonly why?: string | undefined;
  /** What his books left out of it. */
  readonly note?: string | undefined;
}

/** A slip of a kept station with what each owner gets of it. */
export interface KeptSlipPageProps {
  readonly frame: OfficeFrameProps;
  readonly station: string;
  readonly generationMonth: string;
  readonly kwh: string;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
  /** Undefined where the slip prints none. */
  readonly tax: SlipsTax | undefined;
  readonly tableFrom: string;
  /** Where another table begins in the middle of the month: by which one all of it goes. */
  readonly cut: CutMonth | undefined;
  /** Whether the keeper has taken it back. */
  readonly reversed: boolean;
  readonly voucher?: { readonly number: string; readonly href: string } | undefined;
  readonly parts: readonly KeptPartRow[];
  /** What of it was too little to be split, and what it took along of earlier slips. */
  readonly notes: readonly SlipNoteRow[];
  /** Set where what of a slip waited was split by itself. */
  readonly alone?: SplitAloneOf | undefined;
  /** Splits what waits, for who may. */
  readonly splitNow?: SplitNowSectionProps | undefined;
  /** How it was split; empty where it was taken back. */
  readonly split: readonly ToldSplit[];
  /** What of its subsidy was cut by notices, owner by owner. */
  readonly cuts: readonly KeptCutRow[];
  readonly listHref: string;
  readonly sendAction: string;
}

/** The whole first, then who gets what of it, and whose books have it. */
export function KeptSlipPage(page: KeptSlipPageProps) {
  const { parts, alone } = page;
  const what = alone ? '太少没分的，单独分' : '结算单';
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.station}
          <span class="hint">{`${yearMonthText(page.generationMonth)}${what}　金额单位：元`}</span>
        </h1>
        {page.reversed && <p>{`${alone ? '这次单独分' : '这张结算单'}已冲销，各村的一份一起冲销。`}</p>}
        <dl class="facts">
          {alone === undefined ? (
            <>
              <dt>上网电量</dt>
              <dd>{`${page.kwh} 度`}</dd>
            </>
          ) : (
            <SplitAloneFacts alone={alone} parts={parts} />
          )}
          {page.voucher !== undefined && (
            <>
              <dt>凭证</dt>
              <dd>
                <a href={page.voucher.href}>{page.voucher.number}</a>
              </dd>
            </>
          )}
          <dt>份额表</dt>
          <dd>{byTable(page)}</dd>
        </dl>
        {alone === undefined && <SlipNotes notes={page.notes} />}
        <PartsTable page={page} />
        <p class="small">
          {taxText(page.tax)}
          按累计数分：从份额表开始用的那个月起，各村一共应得多少，减去已经得的，就是这个月的。
          这样每一份都不会比应得的差一分钱。
        </p>
        {page.split.length > 0 && <SplitTable page={page} />}
        <KeptCutsTable cuts={page.cuts} />
        {page.splitNow !== undefined && <SplitNowSection {...page.splitNow} />}
        {[...parts, ...page.cuts].some((row) => row.state === 'waiting') && !page.reversed && (
          <PostForm action={page.sendAction}>
            <FormButtons submit="再送一次" cancelHref={page.listHref} />
          </PostForm>
        )}
      </div>
    </OfficeFrame>
  );
}

/** By which table it was split, and that all of its month goes by that one where another begins within. */
function byTable({ tableFrom, cut }: KeptSlipPageProps): string {
  const named = `按${fullDayText(tableFrom)}起的份额表`;
  return cut === undefined ? named : `${named}。${jointWords.cutMonth(cut)}`;
}

/** Whose the tax is, and what of it stands in the owners' parts. */
function taxText(tax: KeptSlipPageProps['tax']): string {
  if (tax === undefined) return '';
  if (tax.bearer === 'owners')
    return tax.way === 'keptBack'
      ? '电费是电网实付的，税已由电网代扣，各家不再交。'
      : '电费里含税，各家各交自己的一份。';
  const borne = `电费按连税的数分，税 ${yuanText(tax.tax)} 元由代管单位出`;
  return tax.way === 'keptBack'
    ? `${borne}：电网代扣了，由代管单位用自己的钱补给各家。`
    : `${borne}：由代管单位交给税务，不从各家扣。`;
}

/** What an owner's part of the tax is called; undefined where none is told apart. */
function taxHeadOf(tax: KeptSlipPageProps['tax']): string | undefined {
  if (tax === undefined) return undefined;
  if (tax.bearer === 'keeper') return tax.way === 'keptBack' ? '其中代管单位补' : undefined;
  return tax.way === 'keptBack' ? '代扣的税' : '其中税';
}

/** What is split by itself has no energy. */
const kwhColumn = ({ kwh }: KeptSlipPageProps): Column<KeptPartRow> => ({
  head: '电量（度）',
  numeric: true,
  cell: (row) => row.kwh,
  total: kwh,
});

const ODD_FEN: Column<KeptPartRow> = {
  head: '尾数',
  cell: (row) => (row.oddFen ? '含一分尾数' : ''),
};

function PartsTable({ page }: { page: KeptSlipPageProps }) {
  const taxHead = taxHeadOf(page.tax);
  return (
    <DataTable
      caption="各村的一份"
      rows={page.parts}
      columns={[
        { head: '谁的', names: true, cell: (row) => row.owner, total: '合计' },
        { head: '占比', numeric: true, cell: (row) => row.share },
        ...(page.alone ? [] : [kwhColumn(page)]),
        {
          head: '电费',
          numeric: true,
          cell: (row) => <Money fen={row.energyFee} />,
          total: <Money fen={sumFen(page.parts.map((row) => row.energyFee))} />,
        },
        ...(taxHead === undefined
          ? []
          : [
              {
                head: taxHead,
                numeric: true,
                cell: (row: KeptPartRow) => <Money fen={row.tax} />,
                total: <Money fen={sumFen(page.parts.map((row) => row.tax))} />,
              },
            ]),
        {
          head: '补贴',
          numeric: true,
          cell: (row) => <Money fen={row.subsidy} />,
          total: <Money fen={sumFen(page.parts.map((row) => row.subsidy))} />,
        },
        ...(page.alone ? [] : [ODD_FEN]),
        { head: '入账', cell: (row) => <PartState row={row} /> },
      ]}
    />
  );
}

/** The exact shares of the running totals that made the parts, and what was got of them. */
function SplitTable({ page: { split: told, parts, tableFrom } }: { page: KeptSlipPageProps }) {
  const placeOf = (owner: string): number => parts.findIndex((part) => part.owner === owner);
  const split = [...told].sort((one, other) => placeOf(one.owner) - placeOf(other.owner));
  const sum = (stream: 'energyFee' | 'subsidy') => sumFen(split.map((row) => row[stream].given));
  return (
    <section>
      <h2>
        每一份怎么算的<span class="hint">{`${fullDayText(tableFrom)}起，到这张单子为止的累计数`}</span>
      </h2>
      <DataTable
        caption="累计应得和已得"
        rows={split}
        columns={[
          { head: '谁的', names: true, cell: (row) => row.owner, total: '合计' },
          { head: '电费应得', numeric: true, cell: (row) => groupedDecimal(row.energyFee.exact) },
          {
            head: '电费已得',
            numeric: true,
            cell: (row) => <Money fen={row.energyFee.given} />,
            total: <Money fen={sum('energyFee')} />,
          },
          { head: '补贴应得', numeric: true, cell: (row) => groupedDecimal(row.subsidy.exact) },
          {
            head: '补贴已得',
            numeric: true,
            cell: (row) => <Money fen={row.subsidy.given} />,
            total: <Money fen={sum('subsidy')} />,
          },
          ...(split.every(({ tax }) => tax === undefined) ? [] : taxColumns(split)),
        ]}
      />
    </section>
  );
}

/** What of the tax that is told apart is each owner's, exactly and in fen. */
function taxColumns(split: readonly ToldSplit[]): Column<ToldSplit>[] {
  return [
    { head: '税应分', numeric: true, cell: ({ tax }) => groupedDecimal(tax?.exact ?? '0') },
    {
      head: '税已分',
      numeric: true,
      cell: ({ tax }) => <Money fen={tax?.given ?? 0n} />,
      total: <Money fen={sumFen(split.map(({ tax }) => tax?.given ?? 0n))} />,
    },
  ];
}

function PartState({ row }: { row: KeptPartRow }) {
  if (row.state === 'elsewhere') return <span>账在别处</span>;
  if (row.state === 'returned') return <span>已撤回</span>;
  if (row.state === 'before') return <BeforeBooks note={row.note} />;
  if (row.state === 'waiting') {
    return (
      <>
        <StateChip state="attention">还没入账</StateChip>
        {row.why !== undefined && <div class="small">{row.why}</div>}
      </>
    );
  }
  const { number = '已入账', href } = row.voucher ?? {};
  return (
    <>
      <StateChip state="done">{href === undefined ? number : <a href={href}>{number}</a>}</StateChip>
      {row.note !== undefined && <div class="small">{row.note}</div>}
    </>
  );
}

import type { Colour } from '../../domain/assets/asset-quarter';
import { ColourChip } from '../../platform/views/colour-chip';
import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { countsText, type QuarterTab, QuarterTabs, type ToldIndicator } from './colours.pages';

/** A village with its colours. */
export interface VillageColoursRow {
  readonly village: string;
  readonly href: string | undefined;
  readonly counts: Readonly<Record<Colour, number>>;
  /** The day the quarter's result was kept; undefined while nobody did. */
  readonly keptOn: string | undefined;
  /** How many assets stand otherwise than was kept. */
  readonly changed: number;
}

/** An asset that asks for somebody to go there. */
export interface OfficeColourRow {
  readonly village: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly colour: Colour;
  readonly abnormal: readonly ToldIndicator[];
}

/** The assets of the villages below an office in a quarter. */
export interface OfficeColoursPageProps {
  readonly frame: OfficeFrameProps;
  readonly quarterName: string;
  readonly tabs: readonly QuarterTab[];
  readonly counts: Readonly<Record<Colour, number>>;
  readonly villages: readonly VillageColoursRow[];
  /** Red and yellow ones. */
  readonly assets: readonly OfficeColourRow[];
  readonly rule: string;
  readonly workbookHref: string;
}

function Linked({ name, href }: { readonly name: string; readonly href: string | undefined }) {
  return href === undefined ? <>{name}</> : <a href={href}>{name}</a>;
}

function keptText({ keptOn, changed, counts }: VillageColoursRow): string {
  if (keptOn === undefined && Object.values(counts).every((count) => count === 0)) return '没有经营性资产';
  if (keptOn === undefined) return '还没有记下';
  return changed === 0 ? `${keptOn} 记下` : `${keptOn} 记下，以后变了 ${String(changed)} 处`;
}

const shown = (count: number): string => (count === 0 ? '' : String(count));

function Wrong({ rows }: { rows: readonly OfficeColourRow[] }) {
  if (rows.length === 0) return <EmptyState sentence="没有红的和黄的。" />;
  return (
    <DataTable
      caption="红的和黄的"
      rows={rows}
      columns={[
        { head: '颜色', narrow: true, cell: ({ colour }) => <ColourChip colour={colour} /> },
        {
          head: '资产',
          names: true,
          cell: ({ name, href, village }) => (
            <>
              <Linked name={name} href={href} />
              <small>{village}</small>
            </>
          ),
        },
        {
          head: '哪几项异常',
          cell: ({ abnormal }) =>
            abnormal.map((each) => (
              <div>
                <b>{each.name}</b>
                {`　${each.why}`}
              </div>
            )),
        },
      ]}
    />
  );
}

function Villages({ rows }: { rows: readonly VillageColoursRow[] }) {
  return (
    <DataTable
      caption="各村"
      captionHidden
      rows={rows}
      columns={[
        { head: '村', names: true, cell: ({ village, href }) => <Linked name={village} href={href} /> },
        { head: '红', numeric: true, cell: ({ counts }) => shown(counts.red) },
        { head: '黄', numeric: true, cell: ({ counts }) => shown(counts.yellow) },
        { head: '没判', numeric: true, cell: ({ counts }) => shown(counts.grey) },
        { head: '绿', numeric: true, cell: ({ counts }) => shown(counts.green) },
        { head: '这个季度的结果', word: '结果', cell: keptText },
      ]}
    />
  );
}

/** Counts first, then the red and yellow ones with why, then village by village. */
export function OfficeColoursPage(page: OfficeColoursPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          各村资产三色监测<span class="hint">{page.quarterName}</span>
          <a class="aside" href={page.workbookHref}>
            下载（.xlsx）
          </a>
        </h1>
        <QuarterTabs tabs={page.tabs} />
        <p>
          <b>{countsText(page.counts)}</b>
        </p>
        <Wrong rows={page.assets} />
        <section>
          <h2>各村</h2>
          <Villages rows={page.villages} />
        </section>
        <p class="small">{page.rule}</p>
      </div>
    </OfficeFrame>
  );
}

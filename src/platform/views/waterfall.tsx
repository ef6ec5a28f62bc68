import type { ComponentChildren } from 'preact';
import type { Fen } from '../../domain/money/fen';
import { Money } from './money';

/**
 * One line of a waterfall. Amounts are never negative here: `out` is taken away, everything else is added.
 */
export interface WaterfallRow {
  readonly kind: 'carried' | 'in' | 'subsidy' | 'out' | 'total';
  readonly label: string;
  /** Under the label: vouchers, stations, what has not come yet. */
  readonly note?: ComponentChildren;
  readonly fen: Fen;
  /** The same line a year before, where there was a statement then. */
  readonly lastYear?: Fen | undefined;
}

interface Bar {
  readonly row: WaterfallRow;
  /**
   * Where the bar begins and ends, and where the running sum stood before and after it: percent of the width.
   */
  readonly left: number;
  readonly width: number;
  readonly before: number;
  readonly after: number;
}

/** Smallest width a bar is drawn with, in percent: a line too thin to see still has its row. */
const THINNEST_BAR = 0.5;

/**
 * Places every bar on one scale, from the lowest to the highest running sum. Geometry only: no amount is
 * rounded.
 */
function placeBars(rows: readonly WaterfallRow[]): Bar[] {
  const sums = [0n];
  for (const row of rows) sums.push(sumAfter(sums.at(-1) ?? 0n, row));
  const lowest = sums.reduce((least, sum) => (sum < least ? sum : least), 0n);
  const highest = sums.reduce((most, sum) => (sum > most ? sum : most), 1n);
  const place = (sum: Fen): number => Number(((sum - lowest) * 10_000n) / (highest - lowest)) / 100;
  return rows.map((row, index) => {
    const after = place(sums[index + 1] ?? 0n);
    const before = place(row.kind === 'total' ? 0n : (sums[index] ?? 0n));
    const left = Math.min(before, after, 100 - THINNEST_BAR);
    return { row, left, width: Math.max(Math.abs(after - before), THINNEST_BAR), before, after };
  });
}

function sumAfter(sum: Fen, row: WaterfallRow): Fen {
  if (row.kind === 'total') return row.fen;
  return row.kind === 'out' ? sum - row.fen : sum + row.fen;
}

/** The hatching of subsidy bars; stands once in a page's frame. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" class="defs" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
          <rect width="6" height="6" fill="#fff" />
          <rect width="3.4" height="6" fill="#14528a" />
        </pattern>
      </defs>
    </svg>
  );
}

function BarDrawing({
  bar,
  height,
  first,
  last,
}: {
  bar: Bar;
  height: number;
  first: boolean;
  last: boolean;
}) {
  const joint = bar.row.kind === 'total' ? bar.after : bar.before;
  const inward = `translate(${bar.after > bar.left ? -0.5 : 0.5} 0)`;
  return (
    <svg aria-hidden="true" class="bar">
      {!first && <line class="joint" x1={`${joint}%`} x2={`${joint}%`} y1="0" y2="50%" />}
      {!last && (
        <line class="joint" x1={`${bar.after}%`} x2={`${bar.after}%`} y1="50%" y2="100%" transform={inward} />
      )}
      <rect
        class={`bar-${bar.row.kind}`}
        x={`${bar.left}%`}
        y="50%"
        width={`${bar.width}%`}
        height={height}
        transform={`translate(0 ${-height / 2})`}
      />
    </svg>
  );
}

function RowAmount({ row: { kind, fen, lastYear } }: { row: WaterfallRow }) {
  return (
    <>
      <Money fen={kind === 'out' ? -fen : fen} signed={kind === 'in' || kind === 'subsidy'} />
      {lastYear !== undefined && (
        <small class="last-year">
          <span class="read-aloud">去年</span>
          <Money fen={kind === 'out' ? -lastYear : lastYear} />
        </small>
      )}
    </>
  );
}

/**
 * The waterfall as a table: name and note, bar, amount. The numbers are the table, the bars only show them.
 */
export function Waterfall({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly WaterfallRow[];
}) {
  const bars = placeBars(rows);
  return (
    <table class="waterfall">
      <caption class="read-aloud">{caption}</caption>
      <tbody>
        {bars.map((bar, index) => (
          <tr class={bar.row.kind === 'total' ? 'is-total' : undefined}>
            <th scope="row">
              {bar.row.label}
              {bar.row.note !== undefined && <small>{bar.row.note}</small>}
            </th>
            <td class="bar-cell">
              <BarDrawing bar={bar} height={18} first={index === 0} last={index === bars.length - 1} />
            </td>
            <td class="n">
              <RowAmount row={bar.row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The narrow waterfall of a side column: name and amount, the bar beneath them. */
export function NarrowWaterfall(props: {
  readonly rows: readonly WaterfallRow[];
  /** What the total will be once something that waits has come. */
  readonly after?: { readonly label: string; readonly fen: Fen } | undefined;
}) {
  const { rows, after } = props;
  const bars = placeBars(rows);
  return (
    <dl class="narrow-waterfall">
      {bars.map((bar) => (
        <div class={bar.row.kind === 'total' ? 'is-total' : undefined}>
          <dt>{bar.row.label}</dt>
          <dd>
            <RowAmount row={bar.row} />
          </dd>
          {bar.row.kind !== 'total' && <BarDrawing bar={bar} height={7} first last />}
        </div>
      ))}
      <div class="hint" data-live="after">
        {after !== undefined && (
          <>
            <dt>{after.label}</dt>
            <dd>
              <Money fen={after.fen} />
            </dd>
          </>
        )}
      </div>
    </dl>
  );
}

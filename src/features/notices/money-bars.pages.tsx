import type { VNode } from 'preact';
import { allocate } from '../../domain/money/allocate';
import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { streamTotal } from '../../domain/notices/check-distribution-notice';
import type { DistributionNotice, IncomeStream } from '../../domain/notices/distribution-notice';
import { Money } from '../../platform/views/money';
import { STREAM_WORDS } from './public-words.pages';

/** How a part is drawn: each is told from the others without colour. */
type Fill = 'solid' | 'hatch' | 'dots' | 'lines' | 'pale' | 'cross' | 'out' | 'rest';

/** One part of a bar, and its row in the table beneath. */
interface BarPart {
  readonly key: string;
  readonly name: string;
  /** What may stand inside the bar where it fits. */
  readonly shortName: string;
  readonly amount: Fen;
  readonly fill: Fill;
}

interface DrawnPart extends BarPart {
  /**
   * Whole yuan of every hundred, by largest remainder, so that a bar's parts make 100; absent where
   * nothing can be drawn.
   */
  readonly ofHundred?: number;
  /** Left edge and width in percent of the bar. */
  readonly x: number;
  readonly width: number;
}

/**
 * What each part is of every hundred yuan, by largest remainder: the numbers add up to 100.
 * @param amounts in fen
 * @returns whole yuan in the order given; undefined when there is no money at all or a part is below zero
 */
export function yuanOfHundred(amounts: readonly Fen[]): number[] | undefined {
  if (sumFen(amounts) <= 0n || amounts.some((amount) => amount < 0n)) return undefined;
  const shares = amounts.map((weight, index) => ({ key: String(index).padStart(4, '0'), weight }));
  return allocate(100n, shares).map((part) => Number(part.amount));
}

/**
 * Where the money came from and where it went: two bars of equal length with the same total, and their
 * tables.
 */
export function MoneyBars({ notice }: { readonly notice: DistributionNotice }): VNode {
  const [from, to] = [partsFrom(notice), partsTo(notice)];
  const equal = sumFen(from.map((part) => part.amount)) === sumFen(to.map((part) => part.amount));
  return (
    <section>
      <h2>钱从哪来，到哪去</h2>
      <BarPatterns />
      <MoneyBar id="from" direction="来" parts={from} />
      <MoneyBar id="to" direction="去" parts={to} />
      {equal && <p class="note">来去相等，一分不差。</p>}
    </section>
  );
}

const STREAM_FILLS: Readonly<Record<IncomeStream, Fill>> = {
  energy: 'solid',
  subsidy: 'hatch',
  rent: 'solid',
  dividend: 'lines',
  other: 'dots',
};

function partsFrom(notice: DistributionNotice): BarPart[] {
  const streams = notice.income.streams.map((stream) => ({
    key: stream,
    name: STREAM_WORDS[stream],
    shortName: stream === 'subsidy' ? '补贴' : STREAM_WORDS[stream],
    amount: streamTotal(notice, stream),
    fill: STREAM_FILLS[stream],
  }));
  const carriedOver = BigInt(notice.sums.carriedOver);
  const given = -BigInt(notice.income.taxOwed ?? '0');
  return [
    ...streams,
    ...(given > 0n ? [{ ...TAX_PART, name: '退回的税', amount: given }] : []),
    { key: 'carried', name: '上次剩下', shortName: '上次', amount: carriedOver, fill: 'rest' },
  ];
}

/** Tax that is owed never was the village's to share out. */
const TAX_PART = { key: 'tax', name: '欠交的增值税', shortName: '税', fill: 'lines' } as const;

const USE_FILLS: readonly Fill[] = ['solid', 'dots', 'lines', 'pale', 'cross', 'hatch'];

function partsTo({ uses, sums, income }: DistributionNotice): BarPart[] {
  const drawn = uses.rows.map((use, index) => ({
    key: `${use.bucket} ${index}`,
    name: use.name,
    shortName: use.name,
    amount: BigInt(use.amount),
    fill: USE_FILLS[index % USE_FILLS.length] ?? 'solid',
  }));
  const tax = BigInt(income.taxOwed ?? '0');
  return [
    ...drawn,
    ...(tax > 0n ? [{ ...TAX_PART, amount: tax }] : []),
    { key: 'costs', name: '必要费用', shortName: '费用', amount: BigInt(sums.deducted), fill: 'out' },
    { key: 'left', name: '留到下期', shortName: '留', amount: BigInt(sums.leftOver), fill: 'rest' },
  ];
}

function drawnParts(parts: readonly BarPart[]): DrawnPart[] {
  const total = sumFen(parts.map((part) => part.amount));
  const ofHundred = yuanOfHundred(parts.map((part) => part.amount));
  if (ofHundred === undefined) return parts.map((part) => ({ ...part, x: 0, width: 0 }));
  let before = 0n;
  return parts.map((part, index) => {
    const x = percentOf(before, total);
    before += part.amount;
    return { ...part, ofHundred: ofHundred[index] ?? 0, x, width: percentOf(before, total) - x };
  });
}

/** For drawing only: hundredths of a percent are finer than a pixel. */
function percentOf(part: Fen, total: Fen): number {
  return Number((part * 10_000n) / total) / 100;
}

interface MoneyBarProps {
  readonly id: string;
  readonly direction: string;
  readonly parts: readonly BarPart[];
}

/** A bar of full length, every part patterned and numbered, then the same numbers as a table. */
function MoneyBar({ id, direction, parts }: MoneyBarProps): VNode {
  const drawn = drawnParts(parts);
  const canDraw = drawn.every((part) => part.ofHundred !== undefined);
  return (
    <div class="money-bar">
      <p class="bar-head">
        <span>{canDraw ? `${direction}：每100元里` : direction}</span>
        <span>
          共 <Money fen={sumFen(parts.map((part) => part.amount))} /> 元
        </span>
      </p>
      {canDraw && <Bar id={id} title={barTitle(direction, drawn)} parts={drawn} />}
      <BarTable direction={direction} parts={drawn} />
    </div>
  );
}

/** Every number of the bar once more, to read aloud and to copy. */
function BarTable({
  direction,
  parts,
}: {
  readonly direction: string;
  readonly parts: readonly DrawnPart[];
}): VNode {
  const canDraw = parts.every((part) => part.ofHundred !== undefined);
  return (
    <table class="figures">
      <caption class="unseen">{direction}</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          {canDraw && <th scope="col">每100元</th>}
          <th scope="col">元</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.key}>
            <th scope="row" class="swatched">
              <Swatch fill={part.fill} />
              {part.name}
            </th>
            {canDraw && <td class="of-hundred">{part.ofHundred}</td>}
            <td>
              <Money fen={part.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function barTitle(direction: string, parts: readonly DrawnPart[]): string {
  return `${direction}：${parts.map((part) => `${part.name} ${yuanText(part.amount)}`).join('，')}`;
}

function Bar(props: {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly DrawnPart[];
}): VNode {
  return (
    <svg class="bar" width="100%" height="46" role="img" aria-labelledby={`${props.id}-title`}>
      <title id={`${props.id}-title`}>{props.title}</title>
      {props.parts
        .filter((part) => part.width > 0)
        .map((part) => (
          <g key={part.key}>
            <rect
              class={`part fill-${part.fill}`}
              x={`${part.x}%`}
              y="0.5"
              width={`${part.width}%`}
              height="45"
              {...paint(part.fill)}
            />
            <BarLabel part={part} />
          </g>
        ))}
    </svg>
  );
}

/** The narrowest bar, on a screen of 320 px, in px per percent of its length. */
const PX_PER_PERCENT = 2.88;
const CHARACTER_PX = 17;
const DIGIT_PX = 9.5;
const ROOM_PX = 6;

/**
 * Name and number where they fit on the narrowest screen, the number alone where only that fits, else
 * nothing.
 */
function labelOf(part: DrawnPart): { readonly text: string; readonly px: number } | undefined {
  const digits = String(part.ofHundred ?? 0);
  const digitsPx = digits.length * DIGIT_PX;
  const wholePx = part.shortName.length * CHARACTER_PX + 5 + digitsPx;
  const roomPx = part.width * PX_PER_PERCENT - ROOM_PX;
  if (wholePx + ROOM_PX <= roomPx) return { text: `${part.shortName} ${digits}`, px: wholePx };
  return digitsPx <= roomPx ? { text: digits, px: digitsPx } : undefined;
}

function BarLabel({ part }: { readonly part: DrawnPart }): VNode | null {
  const label = labelOf(part);
  if (label === undefined) return null;
  const onSolid = part.fill === 'solid' || part.fill === 'rest';
  return (
    <svg x={`${part.x + part.width / 2}%`} y="23" overflow="visible" aria-hidden="true">
      {!onSolid && (
        <rect class="label-ground" x={-label.px / 2 - 4} y="-12" width={label.px + 8} height="24" />
      )}
      <text class={onSolid ? 'label label-light' : 'label'} text-anchor="middle" y="6">
        {label.text}
      </text>
    </svg>
  );
}

function Swatch({ fill }: { readonly fill: Fill }): VNode {
  return (
    <svg class="swatch" width="18" height="18" aria-hidden="true" focusable="false">
      <rect class={`part fill-${fill}`} x="1" y="1" width="16" height="16" {...paint(fill)} />
    </svg>
  );
}

/** Flat fills come from the stylesheet; a pattern has to be named in the drawing itself. */
function paint(fill: Fill): { readonly fill?: string } {
  return fill === 'solid' || fill === 'pale' || fill === 'rest' ? {} : { fill: `url(#fill-${fill})` };
}

/** The patterns, once per page, before the first bar. */
function BarPatterns(): VNode {
  const tile = { patternUnits: 'userSpaceOnUse', width: '8', height: '8' } as const;
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="fill-hatch" {...tile} patternTransform="rotate(45)">
          <path class="ground-light" d="M0 0h8v8H0z" />
          <path class="ink-in" d="M0 0h4.5v8H0z" />
        </pattern>
        <pattern id="fill-dots" {...tile}>
          <path class="ground-light" d="M0 0h8v8H0z" />
          <path class="ink-in" d="M1 1h3v3H1zM5 5h3v3H5z" />
        </pattern>
        <pattern id="fill-lines" {...tile} height="6">
          <path class="ground-light" d="M0 0h8v6H0z" />
          <path class="ink-in" d="M0 1h8v2.5H0z" />
        </pattern>
        <pattern id="fill-cross" {...tile}>
          <path class="ground-light" d="M0 0h8v8H0z" />
          <path class="ink-in" d="M0 0h8v1.6H0zM0 0h1.6v8H0z" />
        </pattern>
        <pattern id="fill-out" {...tile} patternTransform="rotate(-45)">
          <path class="ground-out" d="M0 0h8v8H0z" />
          <path class="ink-out" d="M0 0h2.4v8H0z" />
        </pattern>
      </defs>
    </svg>
  );
}

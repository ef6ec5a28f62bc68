import { fieldLabel } from '../../glossary/terms';
import { papersText } from '../../glossary/voucher-remarks';
import { FieldErrors, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { groupedDecimal } from '../../platform/views/decimal-text';
import { Control, type ControlProps } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { type GlyphState, StateGlyph } from '../../platform/views/state-glyph';
import { ShortName } from '../../platform/views/short-name';
import { ScrollBox } from '../../platform/views/table';
import type { Fen } from '../../domain/money/fen';

export type SettlementRow =
  | 'generationMonth'
  | 'postedOn'
  | 'readingFrom'
  | 'readingTo'
  | 'multiplier'
  | 'energy'
  | 'usual'
  | 'energyPrice'
  | 'energyAmount'
  | 'subsidyPrice'
  | 'subsidyAmount'
  | 'share'
  | 'ownEnergy'
  | 'ownSubsidy'
  | 'receivedOn'
  | 'receivedAmount';

/** A slip beside the one that is typed, read-only. */
export interface SlipColumn {
  /** The station, or the month of an earlier slip of the same one. */
  readonly head: string;
  /** `awaited` is entered by the keeper of a joint station; `nothing` came and booked nothing. */
  readonly state: 'booked' | 'todo' | 'awaited' | 'nothing';
  /** `记-0048`. */
  readonly voucherNumber?: string;
  /** Its voucher, or where it is typed. */
  readonly href?: string;
  /** The papers kept with its voucher, the slip itself for example. */
  readonly papers?: { readonly href: string; readonly count: number };
  /** Texts as printed. */
  readonly values: Readonly<Partial<Record<SettlementRow, string>>>;
}

/** What is said about a row in the same row: a state and a sentence of the glossary. */
export interface RowCheck {
  readonly state: GlyphState;
  readonly sentence: string;
}

/** A joint station: the village's share, `6.25%`, since when, and, once computed, its own amounts. */
export interface JointShare {
  readonly share: string;
  readonly since: string;
  readonly ownEnergy?: Fen | undefined;
  readonly ownSubsidy?: Fen | undefined;
}

/** The slip as a table: rows as on paper, stations across. */
export interface SlipGridProps {
  readonly form: FormState;
  readonly station: {
    readonly name: string;
    readonly capacityKw: string;
    readonly multiplier: string;
  };
  /** The columns beside this one: the other stations in the month, or earlier slips of this one. */
  readonly before: readonly SlipColumn[];
  readonly after: readonly SlipColumn[];
  /** Checks by row; rows without one stay silent until sent. */
  readonly checks: Readonly<Partial<Record<SettlementRow, RowCheck>>>;
  /** Values that can be vouched for; grey until taken. By field name. */
  readonly suggestions: Readonly<Record<string, string>>;
  /** What the slip of the month before said, as it was typed. By field name. */
  readonly last: Readonly<Record<string, string | undefined>>;
  readonly joint?: JointShare | undefined;
  /** Between which kWh such a month usually lies there; undefined where nothing can be expected of it. */
  readonly usual?: string | undefined;
}

interface RowSpec {
  readonly row: SettlementRow;
  /** The row's name where it is no field of the form. */
  readonly label?: string;
  readonly field?: ControlProps['name'];
  readonly kind?: NonNullable<ControlProps['kind']>;
  readonly unit?: { readonly name: string; readonly options: readonly { value: string; label: string }[] };
}

const ENERGY_UNITS = [
  { value: 'kWh', label: '度' },
  { value: 'MWh', label: '兆瓦时' },
];
const PRICE_UNITS = [
  { value: 'yuan/kWh', label: '元/度' },
  { value: 'yuan/MWh', label: '元/兆瓦时' },
];

const ROWS: readonly RowSpec[] = [
  { row: 'generationMonth', field: 'generationMonth', kind: 'month' },
  { row: 'postedOn', field: 'postedOn', kind: 'day' },
  { row: 'readingFrom', field: 'readingFrom', kind: 'number' },
  { row: 'readingTo', field: 'readingTo', kind: 'number' },
  { row: 'multiplier', label: '倍率' },
  { row: 'energy', field: 'energy', kind: 'number', unit: { name: 'energyUnit', options: ENERGY_UNITS } },
  { row: 'usual', label: '这里一般发多少' },
  {
    row: 'energyPrice',
    field: 'energyPrice',
    kind: 'number',
    unit: { name: 'priceUnit', options: PRICE_UNITS },
  },
  { row: 'energyAmount', field: 'energyAmount', kind: 'number' },
  { row: 'subsidyPrice', field: 'subsidyPrice', kind: 'number' },
  { row: 'subsidyAmount', field: 'subsidyAmount', kind: 'number' },
];

/** The money of the slip, where it is there already. */
const RECEIPT_ROWS: readonly RowSpec[] = [
  { row: 'receivedOn', field: 'receivedOn', kind: 'day' },
  { row: 'receivedAmount', field: 'receivedAmount', kind: 'number' },
];

const JOINT_ROWS: readonly RowSpec[] = [
  { row: 'share', label: '本村占比' },
  { row: 'ownEnergy', label: '本村电费' },
  { row: 'ownSubsidy', label: '本村补贴' },
];

/** The glyph and sentence of a row; what is wrong with its typed value comes before any check. */
function RowState({ page, spec }: { page: SlipGridProps; spec: RowSpec }) {
  const names = [spec.field, spec.unit?.name].filter((name) => name !== undefined);
  const wrong = names.filter((name) => fieldProblems(page.form, name).length > 0);
  if (wrong.length > 0)
    return (
      <div class="row-check is-wrong">
        <StateGlyph state="blocked" named />
        <div>
          {wrong.map((name) => (
            <FieldErrors form={page.form} name={name} />
          ))}
        </div>
      </div>
    );
  const check = page.checks[spec.row];
  if (check === undefined) return null;
  return (
    <div class={`row-check check-text-${check.state}`}>
      <StateGlyph state={check.state} named />
      <span>{check.sentence}</span>
    </div>
  );
}

function ComputedValue({ page, row }: { page: SlipGridProps; row: SettlementRow }) {
  const { station, joint } = page;
  if (row === 'usual') return <>{page.usual ?? '—'}</>;
  if (row !== 'multiplier' && joint === undefined) return <>—</>;
  if (row === 'multiplier') return <>{station.multiplier}</>;
  if (row === 'share') return <>{joint?.share ?? ''}</>;
  const amount = row === 'ownEnergy' ? joint?.ownEnergy : joint?.ownSubsidy;
  return amount === undefined ? <span class="word">入账时算</span> : <Money fen={amount} />;
}

function ActiveCell({ page, spec }: { page: SlipGridProps; spec: RowSpec }) {
  if (spec.field === undefined)
    return (
      <td class="active computed n" data-live={`own ${spec.row}`}>
        <ComputedValue page={page} row={spec.row} />
      </td>
    );
  return (
    <td class="active">
      <div class="cell-controls">
        <Control
          form={page.form}
          name={spec.field}
          kind={spec.kind ?? 'text'}
          labelledBy={`row-${spec.row}`}
          suggestion={page.suggestions[spec.field]}
          last={page.last[spec.field]}
          enterTakes={RECEIPT_ROWS.includes(spec)}
        />
        {spec.unit !== undefined && (
          <Control
            form={page.form}
            name={spec.unit.name}
            options={spec.unit.options}
            labelledBy={`row-${spec.row} unit-word`}
            last={page.last[spec.unit.name]}
          />
        )}
      </div>
    </td>
  );
}

/** A longer name would make its column wider than its figures. */
const MOST_SIGNS = 12;

const COLUMN_WORDS = { booked: '已入账', todo: '去填', awaited: '等镇里录', nothing: '没有电费' };

function ColumnHead({ column }: { column: SlipColumn }) {
  const { state, href, papers, voucherNumber = '' } = column;
  const words = `${COLUMN_WORDS[state]} ${voucherNumber}`.trim();
  return (
    <th scope="col" class="n past">
      <ShortName name={column.head} most={MOST_SIGNS} />
      <small>{href === undefined ? words : <a href={href}>{words}</a>}</small>
      {papers !== undefined && (
        <small>
          <a href={papers.href}>{papersText(papers.count)}</a>
        </small>
      )}
    </th>
  );
}

/** Rows that count something, shown by thousands; a price, a share and a day are no such figures. */
const COUNTED: ReadonlySet<SettlementRow> = new Set(['readingFrom', 'readingTo', 'multiplier', 'energy']);

/** A figure of a slip beside; nothing that came is a word. */
function PastCell({ column, row }: { column: SlipColumn; row: SettlementRow }) {
  const isUnpaid = row === 'receivedOn' && column.state === 'booked';
  const text = column.values[row];
  const shown = text !== undefined && COUNTED.has(row) ? groupedDecimal(text) : text;
  return <td class="n past">{shown ?? (isUnpaid ? '未到账' : '—')}</td>;
}

function SlipHead({ page }: { page: SlipGridProps }) {
  return (
    <thead>
      <tr>
        <th scope="col">照单子往下填</th>
        {page.before.map((column) => (
          <ColumnHead column={column} />
        ))}
        <th scope="col" class="n active">
          <ShortName name={page.station.name} most={MOST_SIGNS} />
          <small>{`${page.station.capacityKw}千瓦`}</small>
        </th>
        {page.after.map((column) => (
          <ColumnHead column={column} />
        ))}
        <th scope="col">边填边核</th>
      </tr>
    </thead>
  );
}

/** The grid of the slip, the typed station's column framed. */
export function SlipGrid({ page }: { page: SlipGridProps }) {
  const isShared = [...page.before, ...page.after].some(({ values }) => values.share !== undefined);
  const own = page.joint === undefined && !isShared ? [] : JOINT_ROWS;
  const rows = [...ROWS, ...own, ...RECEIPT_ROWS];
  return (
    <ScrollBox label="电费结算单">
      <table class="slip">
        <caption class="read-aloud">电费结算单，前面几列是已入账的</caption>
        <SlipHead page={page} />
        <tbody>
          {rows.map((spec) => (
            <tr>
              <th scope="row" id={`row-${spec.row}`}>
                {spec.label ?? fieldLabel(spec.row)}
              </th>
              {page.before.map((column) => (
                <PastCell column={column} row={spec.row} />
              ))}
              <ActiveCell page={page} spec={spec} />
              {page.after.map((column) => (
                <PastCell column={column} row={spec.row} />
              ))}
              <td data-live={`check ${spec.row}`}>
                <RowState page={page} spec={spec} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

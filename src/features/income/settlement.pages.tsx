import { WANTS_REASON } from '../../domain/income/settlement';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { monthText } from '../../platform/views/day-text';
import { ErrorSummary, FieldErrors, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Control, Field, FormButtons, type ControlProps } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { MonthFrame, type MonthWork } from '../../platform/views/month-frame';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { StateGlyph, type GlyphState } from '../../platform/views/state-glyph';
import { ScrollBox } from '../../platform/views/table';
import { SettlementRemarks } from './settlement-remarks.pages';

export type SettlementRow =
  | 'generationMonth'
  | 'postedOn'
  | 'readingFrom'
  | 'readingTo'
  | 'multiplier'
  | 'energy'
  | 'energyPrice'
  | 'energyAmount'
  | 'subsidyPrice'
  | 'subsidyAmount'
  | 'share'
  | 'ownEnergy'
  | 'ownSubsidy';

/** A slip already booked, read-only beside the one being typed. Values are texts as printed. */
export interface PastSettlement {
  /** `2025-05`. */
  readonly generationMonth: string;
  /** `记-0048`; none where the slip booked nothing. */
  readonly voucherNumber: string | undefined;
  readonly values: Readonly<Partial<Record<SettlementRow, string>>>;
}

/** What is said about a row in the same row: a state and a sentence of the glossary. */
export interface RowCheck {
  readonly state: GlyphState;
  readonly sentence: string;
}

/** The settlement slip of one station for one month. */
export interface SettlementFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly work?: MonthWork | undefined;
  /** Fields of the domain's SettlementForm and assetId; last reading, tariff and month are prefilled. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref?: string | undefined;
  /** Where a table of slips comes in. */
  readonly importHref: string;
  /** Where the meter's records stand, and the prices. */
  readonly meterHref: string;
  readonly pricesHref: string;
  readonly station: {
    readonly name: string;
    readonly capacityKw: string;
    readonly multiplier: string;
  };
  /** Other stations whose slip may be typed, this one marked. */
  readonly stations: readonly { readonly name: string; readonly href: string; readonly current?: boolean }[];
  /** At most two slips before this one, oldest first. */
  readonly past: readonly PastSettlement[];
  /** Checks by row; rows without one stay silent until sent. */
  readonly checks: Readonly<Partial<Record<SettlementRow, RowCheck>>>;
  /** Values that can be vouched for; grey until taken. By field name. */
  readonly suggestions: Readonly<Record<string, string>>;
  readonly joint?: JointShare | undefined;
  /** A station that is kept for its owners: nothing of it is income here. */
  readonly kept?: boolean | undefined;
}

/** A joint station: the village's share, `6.25%`, since when, and, once computed, its own amounts. */
interface JointShare {
  readonly share: string;
  readonly since: string;
  readonly ownEnergy?: Fen | undefined;
  readonly ownSubsidy?: Fen | undefined;
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

const JOINT_ROWS: readonly RowSpec[] = [
  { row: 'share', label: '本村占比' },
  { row: 'ownEnergy', label: '本村电费' },
  { row: 'ownSubsidy', label: '本村补贴' },
];

/** The glyph and sentence of a row; what is wrong with its typed value comes before any check. */
function RowState({ page, spec }: { page: SettlementFormPageProps; spec: RowSpec }) {
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

function ComputedValue({ page, row }: { page: SettlementFormPageProps; row: SettlementRow }) {
  const { station, joint } = page;
  if (row === 'multiplier') return <>{station.multiplier}</>;
  if (row === 'share') return <>{joint?.share ?? ''}</>;
  const amount = row === 'ownEnergy' ? joint?.ownEnergy : joint?.ownSubsidy;
  return amount === undefined ? <span class="word">入账时算</span> : <Money fen={amount} />;
}

function ActiveCell({ page, spec }: { page: SettlementFormPageProps; spec: RowSpec }) {
  if (spec.field === undefined)
    return (
      <td class="active computed n">
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
        />
        {spec.unit !== undefined && (
          <Control
            form={page.form}
            name={spec.unit.name}
            options={spec.unit.options}
            labelledBy={`row-${spec.row} unit-word`}
          />
        )}
      </div>
    </td>
  );
}

function SlipHead({ page }: { page: SettlementFormPageProps }) {
  return (
    <thead>
      <tr>
        <th scope="col">照单子往下填</th>
        {page.past.map((slip) => (
          <th scope="col" class="n past">
            {monthText(slip.generationMonth)}
            <small>{slip.voucherNumber}</small>
          </th>
        ))}
        <th scope="col" class="n active">
          {page.station.name}
          <small>{`${page.station.capacityKw}千瓦`}</small>
        </th>
        <th scope="col">边填边核</th>
      </tr>
    </thead>
  );
}

function SlipGrid({ page }: { page: SettlementFormPageProps }) {
  const rows = page.joint === undefined ? ROWS : [...ROWS, ...JOINT_ROWS];
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
              {page.past.map((slip) => (
                <td class="n past">{slip.values[spec.row] ?? '—'}</td>
              ))}
              <ActiveCell page={page} spec={spec} />
              <td>
                <RowState page={page} spec={spec} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function StationTabs({ page }: { page: SettlementFormPageProps }) {
  if (page.stations.length < 2) return null;
  return (
    <nav class="tabs" aria-label="电站">
      {page.stations.map((station) => (
        <a href={station.href} aria-current={station.current ? 'page' : undefined}>
          {station.name}
        </a>
      ))}
    </nav>
  );
}

/** Whether a box still shows a value in grey. */
function hasSuggestion({ suggestions, form }: SettlementFormPageProps): boolean {
  return Object.keys(suggestions).some((field) => (form.values[field] ?? '') === '');
}

/** What is hardly possible or unusual is entered with a reason. */
function asksReason({ values, problems }: FormState): boolean {
  return (values.reason ?? '') !== '' || problems.some(({ code }) => WANTS_REASON.has(code));
}

/** The slip of one station: fields downward as on paper, two booked slips as model, each value checked. */
export function SettlementFormPage(page: SettlementFormPageProps) {
  const { form } = page;
  return (
    <MonthFrame frame={page.frame} work={page.work} suggests={hasSuggestion(page)} entry>
      <div class="title-row">
        <h1>
          电费结算单
          <span class="hint">{page.station.name}</span>
        </h1>
        <StationTabs page={page} />
      </div>
      <ErrorSummary form={form} />
      <PostForm action={page.action} entry>
        <input type="hidden" name="assetId" value={form.values.assetId ?? ''} />
        <span id="unit-word" hidden>
          单位
        </span>
        <SlipGrid page={page} />
        <Field
          form={form}
          name="attachments"
          label={fieldLabel('attachments')}
          kind="number"
          unit="张"
          hint="不填算 1 张"
        />
        {asksReason(form) && (
          <Field form={form} name="reason" label="少见的数，为什么" hint="写在结算单上，一直留着" />
        )}
        <FormButtons submit="入账" cancelHref={page.cancelHref} />
        <SettlementRemarks {...page} />
      </PostForm>
    </MonthFrame>
  );
}

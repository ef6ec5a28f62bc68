import { type Fen, yuanText } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Citation, type Clause } from '../../platform/views/citation';
import { FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { Difference, type LastYear, ShareBar, type UseBound } from './plan-parts.pages';

/** One use the pack allows, with the claims typed under it. */
export interface DraftUse {
  /** The pack's bucket id. */
  readonly bucket: string;
  readonly name: string;
  /** None while no document says what money may go to. */
  readonly clause?: Clause | undefined;
  /** Sum of its claims as last saved, in fen. */
  readonly amount: Fen;
  /** Its share of the distributable surplus, `59.36%`. */
  readonly share: string;
  readonly bound?: UseBound | undefined;
  /** The amount is below its floor or above its cap. */
  readonly outOfBounds?: boolean;
  /** What it got a year before. */
  readonly lastYear?: LastYear | undefined;
  /** Positions of its claims in the form, a blank one last. */
  readonly claimRows: readonly number[];
}

/** What the rows of every use share. */
export interface UseRowsPage {
  readonly form: FormState;
  /** The groups a claim may go to, by the pack's word list. */
  readonly targetGroups: readonly Option[];
  readonly distributable: Fen;
  /** Whether each use stands beside what it got a year before. */
  readonly comparesYears: boolean;
}

type ClaimPart = 'forWhat' | 'beneficiaries' | 'unit' | 'targetGroup' | 'amount';

const CLAIM_PARTS: readonly ClaimPart[] = ['forWhat', 'targetGroup', 'beneficiaries', 'unit', 'amount'];

const UNITS: readonly Option[] = ['person', 'household', 'none'].map((value) => ({
  value,
  label: labelOf(`unit.${value}`),
}));

/**
 * One box of a claim. Its label stands above it: on a desk over the first row of a use, on a phone over every
 * box.
 */
function ClaimControl(props: { page: UseRowsPage; use: DraftUse; index: number; part: ClaimPart }) {
  const { page, use, index, part } = props;
  const name = `claims[${index}][${part}]`;
  const options = part === 'unit' ? UNITS : part === 'targetGroup' ? page.targetGroups : undefined;
  return (
    <span class={`claim-${part}`}>
      <label for={fieldId(name)}>
        <span class="read-aloud">{`${use.name} `}</span>
        {fieldLabel(part)}
      </label>
      <Control
        form={page.form}
        name={name}
        kind={part === 'beneficiaries' || part === 'amount' ? 'number' : 'text'}
        {...(options === undefined ? {} : { options })}
      />
    </span>
  );
}

function ClaimRow({ page, use, index }: { page: UseRowsPage; use: DraftUse; index: number }) {
  return (
    <tr class="claim">
      <td colSpan={page.comparesYears ? 4 : 3}>
        <input type="hidden" name={`claims[${index}][bucket]`} value={use.bucket} />
        <div class="claim-row">
          {CLAIM_PARTS.map((part) => (
            <ClaimControl page={page} use={use} index={index} part={part} />
          ))}
          {CLAIM_PARTS.map((part) => (
            <FieldErrors form={page.form} name={`claims[${index}][${part}]`} />
          ))}
        </div>
      </td>
      <td />
    </tr>
  );
}

const BOUND_WORDS: Readonly<Record<UseBound['side'], string>> = {
  floor: '最低 ',
  cap: '最高 ',
  exact: '规定 ',
};

/**
 * The line a use is held to, and the button that fills the amount up to it; the place of one where there is
 * none, for a number typed below may bring it.
 */
function Bound({ use }: { use: DraftUse }) {
  const { bound } = use;
  const live = `bound ${use.bucket}`;
  if (bound === undefined) return <small hidden data-live={live} />;
  return (
    <small class="bound-text" data-live={live}>
      {BOUND_WORDS[bound.side]}
      <Money fen={bound.amount} />
      {use.outOfBounds === true && (
        <button type="submit" name="fillUse" value={use.bucket} class="link">
          {`${bound.side === 'cap' ? '减到' : '补到'} ${yuanText(bound.amount)}`}
          <span class="read-aloud">{use.name}</span>
        </button>
      )}
      {bound.clause !== undefined && bound.clause.at !== use.clause?.at && <Citation clause={bound.clause} />}
    </small>
  );
}

/**
 * The amount of a use to be drawn by hand or with the arrow keys, between its floor and its cap; only where a
 * script binds it to the boxes below, which rule. Fen.
 */
function Slider({ use, whole }: { use: DraftUse; whole: Fen }) {
  if (whole <= 0n) return null;
  const { bound, amount } = use;
  const side = bound?.side;
  return (
    <input
      type="range"
      class="slider"
      hidden
      data-needs-script
      data-slider={use.bucket}
      data-least={bound !== undefined && side !== 'cap' ? String(bound.amount) : '0'}
      data-most={String(
        bound !== undefined && side !== 'floor' && bound.amount < whole ? bound.amount : whole,
      )}
      aria-label={`${use.name}的金额`}
      aria-valuetext={yuanText(amount)}
      min="0"
      max={String(whole)}
      step={String(stepOf(whole))}
      value={String(amount)}
    />
  );
}

/** About a hundredth of the whole, round: one press of a key. */
function stepOf(whole: Fen): Fen {
  const digits = String(whole).length;
  return digits <= 3 ? 1n : 10n ** BigInt(digits - 3);
}

/** A use with its share, its bound, what it got a year before, and its claims to be typed. */
export function UseRows({ page, use }: { page: UseRowsPage; use: DraftUse }) {
  return (
    <tbody class={use.outOfBounds ? 'use is-short' : 'use'} data-live-class={`use ${use.bucket}`}>
      <tr>
        <th scope="rowgroup">
          {use.name}
          <div class="use-foot">
            {use.clause !== undefined && <Citation clause={use.clause} />}
            <button type="submit" name="moreRows" value={use.bucket} class="link">
              再加一项<span class="read-aloud">{use.name}</span>
            </button>
          </div>
        </th>
        <td class="share-cell">
          <ShareBar
            amount={use.amount}
            whole={page.distributable}
            bound={use.bound}
            lastShare={use.lastYear?.share}
            tone={use.outOfBounds ? 'short' : 'use'}
            live={`bar ${use.bucket}`}
          />
          <Slider use={use} whole={page.distributable} />
          <Bound use={use} />
        </td>
        <td class="n amount" data-live={`amount ${use.bucket}`}>
          <Money fen={use.amount} />
        </td>
        <td class="n" data-live={`share ${use.bucket}`}>
          {use.share}
        </td>
        {page.comparesYears && <Difference amount={use.amount} lastYear={use.lastYear} of={use.bucket} />}
      </tr>
      {use.claimRows.map((index) => (
        <ClaimRow page={page} use={use} index={index} />
      ))}
    </tbody>
  );
}

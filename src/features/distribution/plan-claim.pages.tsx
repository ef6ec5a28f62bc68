import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { dayText } from '../../platform/views/day-text';
import { fieldId } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { StateChip } from '../../platform/views/state-glyph';
import { PlaceChoices } from './place-field.pages';

/** What is promised to whom under a line of the plan. */
export interface ClaimView {
  readonly forWhat: string;
  /** How many posts, works or households it is for. */
  readonly count: string;
  readonly amount: Fen;
  /** Granted on this day, with its voucher. */
  readonly granted?:
    { readonly on: string; readonly voucherNumber: string; readonly href: string } | undefined;
  /** Owed part by part: how much so far, and where sheets, days on posts or lists are. */
  readonly parts?:
    | { readonly granted: Fen; readonly by: 'works' | 'industry' | 'aid' | 'posts'; readonly href: string }
    | undefined;
  /** What of it will never be granted and was released; nothing mostly. */
  readonly released?: Fen | undefined;
  /** What of it is left where a part is granted already. */
  readonly rest?: Fen | undefined;
  /** Where it is granted, with the claim and the day that are posted; absent while it may not be. */
  readonly granting?: ClaimGranting | undefined;
  /** Why who looks may not grant it whole though it is open, and where its list is. */
  readonly leads?: { readonly href: string; readonly by: 'procedure' | 'another' } | undefined;
  /** Why it was granted whole, without a list. */
  readonly wholeWhy?: string | undefined;
}

interface ClaimGranting {
  readonly action: string;
  readonly claimId: string;
  readonly grantedOn: string;
  /** Whether it asks why there is no list. */
  readonly asksWhy?: boolean | undefined;
  /** What was typed as the reason when it was refused. */
  readonly typedWhy?: string | undefined;
  /** The reversed vouchers of it whose place may be taken, and that it is another; mostly none. */
  readonly places?: readonly Option[];
  /** Whose place was said to be taken, where it came back. */
  readonly placeOf?: string | undefined;
  /** It came back: what was refused on top leads here. */
  readonly isRefused?: boolean;
}

const LEAD_WORDS = {
  procedure: '按程序凭清单',
  another: '凭名单，或由别人列支',
} as const;

/** Grants a claim whole; where people get it, with a reason why there is no list. */
function Granting({ claim, granting }: { claim: ClaimView; granting: ClaimGranting }) {
  const form = (
    <PostForm action={granting.action} class="inline">
      <input type="hidden" name="claimId" value={granting.claimId} />
      <input type="hidden" name="grantedOn" value={granting.grantedOn} />
      {granting.asksWhy === true && (
        <label>
          {fieldLabel('wholeWhy')}
          <input
            name="wholeWhy"
            id={granting.isRefused === true ? fieldId('wholeWhy') : undefined}
            value={granting.typedWhy}
            required
            maxLength={200}
          />
        </label>
      )}
      <Places granting={granting} forWhat={claim.forWhat} />
      <button type="submit">
        {claim.rest === undefined ? '列支' : '列支余下的'}
        <span class="read-aloud">{claim.forWhat}</span>
      </button>
    </PostForm>
  );
  if (granting.asksWhy !== true) return form;
  return (
    <details open={granting.isRefused}>
      <summary>
        没有名单，整笔列支<span class="read-aloud">{claim.forWhat}</span>
      </summary>
      {form}
    </details>
  );
}

const PART_WORDS = {
  ...{ works: '凭工单已列支', industry: '分段已列支', aid: '凭清单已列支', posts: '凭考勤已列支' },
} as const;

/** Whose place the grant takes, where a reversed one waits. */
function Places({ granting, forWhat }: { granting: ClaimGranting; forWhat: string }) {
  const { places = [], isRefused = false, placeOf } = granting;
  if (places.length === 0) return null;
  const wrong = isRefused ? 'field is-wrong' : 'field';
  return (
    <div class={wrong} role="radiogroup" aria-label={`${fieldLabel('placeOf')}：${forWhat}`}>
      <span aria-hidden="true">{fieldLabel('placeOf')}</span>
      <PlaceChoices places={places} chosen={placeOf} firstId={isRefused ? fieldId('placeOf') : undefined} />
    </div>
  );
}

function isWaiting({ parts, granted, granting, leads }: ClaimView): boolean {
  return [parts, granted, granting, leads].every((each) => each === undefined);
}

/** A claim as a row under its use, with what became of it. */
export function Claim({ claim, comparesYears }: { claim: ClaimView; comparesYears: boolean }) {
  return (
    <tr class="claim">
      <td colSpan={2}>
        {claim.forWhat}
        <small class="count">{claim.count}</small>
      </td>
      <td class="n">
        <Money fen={claim.amount} />
      </td>
      <td class="n" colSpan={comparesYears ? 2 : undefined}>
        {claim.released !== undefined && (
          <span class="word released">
            放回 <Money fen={claim.released} />
            ，余 <Money fen={claim.amount - claim.released} />
          </span>
        )}
        {claim.granted !== undefined && (
          <span class="granted">
            <StateChip state="done">{`${dayText(claim.granted.on)}已列支`}</StateChip>
            <a href={claim.granted.href}>{claim.granted.voucherNumber}</a>
          </span>
        )}
        {claim.rest !== undefined && (
          <span class="word">
            还剩 <Money fen={claim.rest} />
          </span>
        )}
        {claim.granting !== undefined && <Granting claim={claim} granting={claim.granting} />}
        {claim.leads !== undefined && (
          <a class="word" href={claim.leads.href}>
            {LEAD_WORDS[claim.leads.by]}
          </a>
        )}
        {claim.wholeWhy !== undefined && <small>{`没有名单：${claim.wholeWhy}`}</small>}
        {claim.parts !== undefined && (
          <a href={claim.parts.href}>
            {PART_WORDS[claim.parts.by]} <Money fen={claim.parts.granted} />
          </a>
        )}
        {isWaiting(claim) && <span class="word">还没列支</span>}
      </td>
    </tr>
  );
}

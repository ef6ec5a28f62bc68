import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { dayText } from '../../platform/views/day-text';
import { fieldId } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { StateChip } from '../../platform/views/state-glyph';

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
  /** Where it is granted; absent while it may not be. */
  readonly granting?: Granting | undefined;
}

/** Where a claim is granted, with the claim and the day that are posted. */
interface Granting {
  readonly action: string;
  readonly claimId: string;
  readonly grantedOn: string;
  /** The reversed vouchers of it whose place may be taken, and that it is another; mostly none. */
  readonly places?: readonly Option[];
  /** It came back: what was refused on top leads here. */
  readonly isRefused?: boolean;
}

const PART_WORDS = {
  ...{ works: '凭工单已列支', industry: '分段已列支', aid: '凭清单已列支', posts: '凭考勤已列支' },
} as const;

/** Whose place the grant takes, where a reversed one waits. */
function Places({ granting, forWhat }: { granting: Granting; forWhat: string }) {
  const { places = [], isRefused = false } = granting;
  if (places.length === 0) return null;
  return (
    <select
      name="placeOf"
      id={isRefused ? fieldId('placeOf') : undefined}
      aria-label={`${fieldLabel('placeOf')}：${forWhat}`}
      aria-invalid={isRefused ? 'true' : undefined}
    >
      <option value="">{`${fieldLabel('placeOf')}，请选`}</option>
      {places.map(({ value, label }) => (
        <option value={value}>{label}</option>
      ))}
    </select>
  );
}

/** The button that grants a claim, or what is left of it. */
function Grant({ claim, granting }: { claim: ClaimView; granting: Granting }) {
  return (
    <PostForm action={granting.action} class="inline">
      <input type="hidden" name="claimId" value={granting.claimId} />
      <input type="hidden" name="grantedOn" value={granting.grantedOn} />
      <Places granting={granting} forWhat={claim.forWhat} />
      <button type="submit">
        {claim.rest === undefined ? '列支' : '列支余下的'}
        <span class="read-aloud">{claim.forWhat}</span>
      </button>
    </PostForm>
  );
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
          <span class="word">
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
        {claim.granting !== undefined && <Grant claim={claim} granting={claim.granting} />}
        {claim.parts !== undefined && (
          <a href={claim.parts.href}>
            {PART_WORDS[claim.parts.by]} <Money fen={claim.parts.granted} />
          </a>
        )}
        {claim.parts === undefined && claim.granted === undefined && claim.granting === undefined && (
          <span class="word">还没列支</span>
        )}
      </td>
    </tr>
  );
}

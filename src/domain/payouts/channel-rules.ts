import type { CalendarDay } from '../calendar/calendar-day';
import { type Judgement, judge } from '../policy/judge';
import type { PolicyPack } from '../policy/pack';
import type { PayChannel } from './pay-list';

/** What documents call a channel, and what they call wages of posts and pay for labour. */
const CHANNEL_WORDS: Readonly<Record<PayChannel, string>> = { passbook: 'card', card: 'bank', cash: 'cash' };
export const POST_WAGE = 'post_wage';
export const LABOUR_PAY = 'labour';

/**
 * A sum granted as one: none of the awards to persons of which documents speak by their kind, as those go by
 * lists of aid.
 */
export const GRANTED_WHOLE = 'granted_whole';

/**
 * What a document says of the way in which money goes: only its rules about payments that ask for the
 * channel, each kind of what is paid by itself. Where it says nothing the village chooses (rules SQ-P,
 * SQ-C32c; DC-31 speaks of subsidies of the state alone).
 */
export function judgeChannel(
  pack: PolicyPack,
  paid: { readonly kinds: readonly string[]; readonly channel: PayChannel; readonly on: CalendarDay },
): Judgement[] {
  const asking = new Set(
    pack.rules
      .filter(
        ({ subject, need }) =>
          subject === 'payment' && need.some((each) => each.kind === 'words' && each.fact === 'channel'),
      )
      .map(({ id }) => id),
  );
  return [...new Set(paid.kinds)].flatMap((kind) =>
    judge(pack, {
      ...{ subject: 'payment', on: paid.on },
      facts: { kind, channel: CHANNEL_WORDS[paid.channel] },
    }).filter(({ ruleId, outcome }) => asking.has(ruleId) && outcome !== 'passed'),
  );
}

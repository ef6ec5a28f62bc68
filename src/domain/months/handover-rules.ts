import { type Judgement, judge } from '../policy/judge';
import type { PolicyPack } from '../policy/pack';

/**
 * What a document says of a handover that was drawn up. Both have signed where the signed sheet is kept with
 * it; without it nobody knows who did. Source: SQ-D35.
 */
export function judgedHandover(pack: PolicyPack, isSignedKept: boolean): Judgement[] {
  const signers = isSignedKept ? 'leaving, taking_over' : undefined;
  return judge(pack, { subject: 'handover', facts: { drawn_up: 'yes', signers } });
}

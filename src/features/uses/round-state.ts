import type { Step } from '../../domain/approvals/route';
import { dividendWords } from '../../glossary/terms-dividends';
import type { GlyphState } from '../../platform/views/state-glyph';
import type { RoundState, ToldRound } from './dividends.store';

/** The shape that goes with how far a round is. */
export const ROUND_GLYPHS: Readonly<Record<RoundState, GlyphState>> = {
  drafted: 'doing',
  dropped: 'blocked',
  given: 'done',
  takenBack: 'attention',
};

/** How far a round is, in words: the step it waits for, else what came of it. */
export function roundStateText(round: ToldRound, next: Step | undefined): string {
  if (round.state === 'drafted') return dividendWords.waitsFor(next?.name);
  if (round.state === 'given' && next !== undefined) return dividendWords.givenWaitsFor(next.name);
  return dividendWords[round.state];
}

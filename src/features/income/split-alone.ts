import { type Fen, sumFen } from '../../domain/money/fen';
import type { KeptSlip } from './joint-read.service';
import { splitsOf } from './keepers-mark';
import type { SplitAloneOf } from './split-now.pages';

/** What of a slip waits still. */
export function waitingIn({ notes = [] }: KeptSlip): Fen {
  const waiting = notes.filter(({ kind, month }) => kind === 'waited' && month === undefined);
  return sumFen(waiting.map(({ amount }) => amount));
}

/** Which slip it splits by itself, and why; undefined for a slip. */
export function aloneOf(slip: KeptSlip['slip'], hrefOf: (id: string) => string): SplitAloneOf | undefined {
  const splits = splitsOf(slip);
  if (splits === undefined) return undefined;
  return { on: slip.postedOn, reason: slip.entered['reason'] ?? '', slipHref: hrefOf(splits) };
}

import type { Findings } from '../ledger/check-pass';
import type { PromisedLine } from '../ledger/promised-money';
import { plainYuan } from '../money/fen';

/**
 * What is promised beside the books is what was approved: each line of an approved plan, with its amount, its
 * period and the day of its approval, and nothing else. Code `check.promisedDiffers`.
 */
export function checkPromised(
  {
    approved,
    promised,
  }: { readonly approved: readonly PromisedLine[]; readonly promised: readonly PromisedLine[] },
  findings: Findings,
): void {
  const lines = new Set([...approved, ...promised].map(({ planLineId }) => planLineId));
  for (const planLineId of lines) {
    findings.looked += 1;
    const [found = '', kept = ''] = [approved, promised].map((all) =>
      all
        .filter((line) => line.planLineId === planLineId)
        .map(textOf)
        .join(' + '),
    );
    if (found !== kept) findings.add('check.promisedDiffers', {}, { planLineId, kept, found });
  }
}

function textOf({ planId, pool, from, to, promisedOn, amount }: PromisedLine): string {
  return `${planId} ${pool} ${from}–${to} ${promisedOn} ${plainYuan(amount)}`;
}

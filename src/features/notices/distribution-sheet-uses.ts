import { yuanText } from '../../domain/money/fen';
import { noticeShares } from '../../domain/notices/check-distribution-notice';
import { reserveSums } from '../../domain/notices/reserve-rows';
import type { DistributionContext } from './distribution-sheet-wording';
import type { PrintedUses } from './sheet-uses';
import { amountText } from './sheet-words';

/** The uses of a period with their shares of the distributable sum; what is left over stands last. */
export function distributionUses(context: DistributionContext): PrintedUses {
  const { notice, say } = context;
  const { sums } = notice;
  const shares = noticeShares(notice);
  const leftOver = { name: say('uses.left-over'), description: leftOverText(context), clauseMark: null };
  return {
    heading: say('uses.heading'),
    denominator: say('uses.denominator', { amount: amountText(sums.distributable) }),
    rows: [
      ...notice.uses.rows.map((row, index) => ({
        ...row,
        reckoned: row.granted && say('uses.granted', { amount: amountText(row.granted) }),
        share: shares?.rows[index],
      })),
      { ...leftOver, amount: sums.leftOver, share: shares?.leftOver },
    ],
    whole: sums.distributable,
    planned: { label: say('uses.planned'), amount: sums.planned },
  };
}

/** What is left over for, and how much of it is set aside. */
function leftOverText({ notice: { uses, reserves }, say }: DistributionContext): string {
  const kept = reserves === undefined ? 0n : reserveSums(reserves).after;
  const reserved = kept === 0n ? '' : say('uses.reserved', { amount: yuanText(kept) });
  return [uses.leftOverFor ?? '', reserved].filter((text) => text !== '').join(SEMICOLON);
}

const SEMICOLON = '\uff1b';

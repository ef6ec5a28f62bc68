import type { DistributionNotice, SampleNotice, SheetNotice } from '../../domain/notices/distribution-notice';
import { deductionsTable } from './distribution-sheet-deductions';
import { incomeTable } from './distribution-sheet-income';
import { reckoningLines } from './distribution-sheet-reckoning';
import { reservesTable } from './distribution-sheet-reserves';
import { distributionUses } from './distribution-sheet-uses';
import {
  type DistributionContext,
  type DistributionKey,
  distributionWording,
} from './distribution-sheet-wording';
import { hangingText, leadText, titleParts } from './distribution-sheet-words';
import type { LargePrint } from './large-print';
import { type PublishedSheetOptions, SAMPLE_SIZE, type SheetPaperOptions } from './sheet-context';
import type { SheetHead } from './sheet-head';
import type { SheetParts } from './sheet-pages';
import { renderSheet, specimenMark } from './sheet-rendering';
import { usesTable } from './sheet-uses';
import { amountText } from './sheet-words';

/**
 * Prints the distribution notice.
 * @throws BrokenInvariant when the sheet does not add up (see `noticeProblems`)
 * @throws DomainError as {@link renderSheet}
 */
export function renderDistributionNotice(
  notice: DistributionNotice,
  options: PublishedSheetOptions,
): Promise<Buffer> {
  const say = distributionWording();
  const { village } = notice.heading;
  return renderSheet(notice, {
    ...{ say, options, proof: options, parts: partsOf(notice) },
    subject: say('subject', { village, code: options.shortCode }),
    mark: specimenMark(say, options.specimen),
  });
}

/**
 * Prints a draft as it would hang on the wall, marked as a sample on every page, with no code or digest.
 * @throws BrokenInvariant, DomainError as {@link renderDistributionNotice}
 */
export function renderSampleNotice(notice: SampleNotice, options: SheetPaperOptions): Promise<Buffer> {
  const say = distributionWording();
  return renderSheet(notice, {
    ...{ say, options, parts: partsOf(notice) },
    subject: say('sample.subject', { village: notice.heading.village }),
    mark: { text: say('sample.mark'), size: SAMPLE_SIZE },
  });
}

/** What of it hangs beside it in large print: the equation, and the uses with what is left over. */
export function largeDistribution(notice: DistributionNotice, code: string): LargePrint<DistributionKey> {
  const say = distributionWording();
  const { uses, sums, heading } = notice;
  const rows = [...uses.rows, { name: say('uses.left-over'), amount: sums.leftOver }];
  return {
    ...{ say, head: headOf(notice), subject: say('subject', { village: heading.village, code }) },
    uses: rows.map(({ name, amount }) => ({ name, amount: amountText(amount) })),
  };
}

function headOf(notice: SheetNotice): SheetHead {
  const say = distributionWording();
  const terms = ['carriedOver', 'received', 'deducted', 'distributable'] as const;
  return {
    titles: titleParts(notice, say),
    publicity: hangingText(notice, say),
    lead: leadText(notice, say),
    equation: terms.map((name) => ({ label: say(`sums.${name}`), amount: notice.sums[name] })),
  };
}

function partsOf(notice: SheetNotice): SheetParts<DistributionContext> {
  return {
    head: headOf(notice),
    tables: (context) => {
      const reserves = reservesTable(context);
      return [
        [incomeTable(context), deductionsTable(context)],
        [usesTable(context, distributionUses(context))],
        ...(reserves === undefined ? [] : [[reserves]]),
      ];
    },
    notes: () => [],
    appendix: reckoningLines,
  };
}

import { addDays } from '../../domain/calendar/calendar-day';
import { halfYearOf } from '../../domain/calendar/half-year';
import type { MovedBy, PrintedFigure } from '../../domain/distribution/moved-figures';
import { periodName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { Voucher } from '../ledger/ledger-read.service';
import type { MovedShown, MovedVoucher } from './moved-sheet.pages';
import type { MovedSheet } from './moved-sheets.service';

/** The names under which the page of a statement shows the same figures. */
const FIGURE_TERMS = {
  carriedOver: 'figure.carried_over',
  received: 'figure.received',
  deducted: 'figure.cost',
  distributable: 'figure.net',
  leftOver: 'figure.left',
} satisfies Record<PrintedFigure, string>;

/** How the books differ from a decided plan, as its page tells it. */
export function movedShown({ plan, moved, carriedBy }: MovedSheet): MovedShown {
  const { collectiveId, pool, periodTo } = plan;
  const from = addDays(periodTo, 1);
  const next = carriedBy ?? { from, to: halfYearOf(from).to };
  const paths = villagePaths(collectiveId);
  const voucherOf = ({ of, effect }: MovedBy<Voucher>): MovedVoucher => ({
    ...{ number: voucherNumberText(of.voucherNumber), href: paths.voucher(of.entryId) },
    ...{ postedOn: of.postedOn, summary: widePunctuation(of.summary), effect },
  });
  return {
    figures: moved.figures.map(({ figure, printed, now }) => {
      return { label: labelOf(FIGURE_TERMS[figure]), printed, now };
    }),
    within: moved.within.map(voucherOf),
    later: moved.later.map(voucherOf),
    change: moved.change,
    laterChange: moved.laterChange,
    unexplained: moved.unexplained,
    carried: {
      label: periodName(next),
      href: withQuery(paths.surplus, { pool, from: next.from, to: next.to }),
      isDecided: carriedBy !== undefined,
    },
  };
}

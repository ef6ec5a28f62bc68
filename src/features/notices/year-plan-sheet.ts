import { yearOf } from '../../domain/calendar/calendar-day';
import { capitalFigures } from '../../domain/money/capital-figures';
import { yearShares } from '../../domain/notices/check-year-plan-notice';
import type { YearPlanNotice, YearUseRow } from '../../domain/notices/year-plan-notice';
import type { LargePrint } from './large-print';
import type { Block, PublishedSheetOptions } from './sheet-context';
import type { SheetHead } from './sheet-head';
import type { SheetParts } from './sheet-pages';
import { renderSheet, specimenMark } from './sheet-rendering';
import { capitalsBlock, noteLines } from './sheet-table';
import { type PrintedUses, usesTable } from './sheet-uses';
import { amountText, dayText, decisionFacts, publicityText } from './sheet-words';
import { changeReason, changeTable } from './year-plan-sheet-change';
import { moneyTables } from './year-plan-sheet-money';
import { type YearPlanContext, type YearPlanKey, yearPlanWording } from './year-plan-sheet-wording';

/**
 * Prints the sheet of a yearly use plan.
 * @throws BrokenInvariant when the sheet does not add up (see `yearNoticeProblems`)
 * @throws DomainError as {@link renderSheet}
 */
export function renderYearPlanNotice(
  notice: YearPlanNotice,
  options: PublishedSheetOptions,
): Promise<Buffer> {
  const say = yearPlanWording();
  const { village } = notice.heading;
  return renderSheet(notice, {
    ...{ say, options, proof: options, parts: { ...PARTS, head: headOf(notice) } },
    subject: say('subject', { village, code: options.shortCode }),
    mark: specimenMark(say, options.specimen),
  });
}

const PARTS: Omit<SheetParts<YearPlanContext>, 'head'> = {
  tables: (context) => {
    const change = changeTable(context);
    return [
      moneyTables(context),
      [usesTable(context, yearUses(context))],
      ...(change === undefined ? [] : [[change]]),
    ];
  },
  notes: (context) => [...changeReason(context), ...routeLines(context)],
};

/** What of it hangs beside it in large print: the equation, and the uses with what is kept back and left. */
export function largeYearPlan(notice: YearPlanNotice, code: string): LargePrint<YearPlanKey> {
  const say = yearPlanWording();
  const { uses, sums, heading } = notice;
  const reserve = BigInt(sums.reserve) === 0n ? [] : [{ name: say('uses.reserve'), amount: sums.reserve }];
  const rows = [...uses.rows, ...reserve, { name: say('uses.left'), amount: sums.left }];
  return {
    ...{ say, head: headOf(notice), subject: say('subject', { village: heading.village, code }) },
    uses: rows.map(({ name, amount }) => ({ name, amount: amountText(amount) })),
  };
}

function headOf(notice: YearPlanNotice): SheetHead {
  const say = yearPlanWording();
  const { village, periodFrom, pool } = notice.heading;
  const year = yearOf(periodFrom);
  const terms = ['carriedOver', 'income', 'costs', 'expected'] as const;
  return {
    titles: [say('title.village', { village }), say('title.subject', { year, pool: say(`pool.${pool}`) })],
    publicity: publicityText(notice.publicity, say),
    lead: say('lead', { year, ...decisionFacts(notice, say) }),
    equation: terms.map((name) => ({ label: say(`sums.${name}`), amount: notice.sums[name] })),
  };
}

/** The year's uses with their shares of what is expected; what is kept back and what is left stand last. */
function yearUses(context: YearPlanContext): PrintedUses {
  const { notice, say } = context;
  const { sums, uses } = notice;
  const shares = yearShares(notice);
  const reserve = { name: say('uses.reserve'), description: uses.reserveFor ?? '', clauseMark: null };
  const left = { name: say('uses.left'), description: '', clauseMark: null };
  return {
    heading: say('uses.heading'),
    denominator: say('uses.denominator', { amount: amountText(sums.expected) }),
    rows: [
      ...uses.rows.map((row, index) => {
        return { ...row, reckoned: postsText(context, row), share: shares?.rows[index] };
      }),
      ...(BigInt(sums.reserve) === 0n ? [] : [{ ...reserve, amount: sums.reserve, share: shares?.reserve }]),
      { ...left, amount: sums.left, share: shares?.left },
    ],
    whole: sums.expected,
    planned: { label: say('uses.planned'), amount: sums.used },
    below: [capitalsLine(context)],
  };
}

function postsText({ say }: YearPlanContext, { posts }: YearUseRow): string | undefined {
  if (posts === undefined) return undefined;
  const { people, months, standard } = posts;
  return say('uses.posts', { people, months, standard: amountText(standard) });
}

/** The whole in capital figures, right under the total. */
function capitalsLine(context: YearPlanContext): Block {
  const { say, notice } = context;
  const { expected } = notice.sums;
  const facts = { amount: amountText(expected), capitals: capitalFigures(BigInt(expected)) };
  return capitalsBlock(context, say('uses.capitals', facts));
}

/** Who drafted it, and which steps were taken since. */
function routeLines(context: YearPlanContext): Block[] {
  const { say, notice } = context;
  const { issuer, issuedOn } = notice.heading;
  const on = (day: string): string => dayText(day, say, issuedOn);
  const taken = notice.steps.map((step) => say('route.step', { on: on(step.on), name: step.name }));
  const steps = [say('route.drafted', { on: on(notice.draftedOn), issuer }), ...taken];
  const text = `${steps.join(SEMICOLON)}${STOP}`;
  return noteLines(context, { heading: say('route.heading'), text, above: 0.51 });
}

const SEMICOLON = '\uff1b';
const STOP = '\u3002';

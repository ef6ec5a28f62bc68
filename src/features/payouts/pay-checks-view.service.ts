import { Injectable } from '@nestjs/common';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { type CheckGrade } from '../../domain/payouts/pay-checks';
import { roomProblems } from '../../domain/payouts/line-room';
import { waitProblems } from '../../domain/payouts/plan-waits';
import { mayDo } from '../../domain/payouts/pay-list';
import { numbersText, payListWords } from '../../glossary/payout-words';
import { problemSentence, sentenceFor } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { villagePaths } from '../../platform/http/office-paths';
import type { GlyphState } from '../../platform/views/state-glyph';
import { type Misfit, PayFileFitsService } from './pay-file-fits.service';
import { type AskedLine, PayLineLimitsService } from './pay-line-limits.service';
import { PayChecksService, type ToldPayCheck } from './pay-checks.service';
import type { PayChecksProps } from './pay-checks.pages';
import type { KeptPayList } from './pay-lists.store';

const GLYPHS: Readonly<Record<CheckGrade, GlyphState>> = {
  stop: 'blocked',
  ask: 'attention',
  tell: 'todo',
};

/** What stands out on a list, in words: while it is in the office as things are, then as it was answered. */
@Injectable()
export class PayChecksViewService {
  constructor(
    private readonly database: Database,
    private readonly checks: PayChecksService,
    private readonly limits: PayLineLimitsService,
    private readonly fits: PayFileFitsService,
  ) {}

  /** @param waiting the plans for which it waits */
  async propsOf(
    collectiveId: string,
    kept: KeptPayList,
    waiting: readonly WaitingPlan[],
  ): Promise<PayChecksProps> {
    const { list } = kept;
    if (!mayDo(list.state, 'recall')) return { rows: await this.answered(collectiveId, list.id), asked: [] };
    const told = await this.checks.list(collectiveId, list.id);
    const asks = told.filter(({ grade }) => grade === 'ask').map(({ code }) => code);
    const asked = list.state === 'drafted' ? [...new Set(asks)] : [];
    const above = (await this.limits.listAsked(this.database.reader, collectiveId, kept)).flatMap((each) =>
      aboveOf(collectiveId, each),
    );
    const waits = waiting.flatMap((plan) => waitOf(collectiveId, plan));
    // The day of sending is not known yet, and its width is that of any.
    const day = kept.acts.at(-1)?.doneOn ?? '';
    const misfits = await this.fits.listMisfits(this.database.reader, collectiveId, { kept, day });
    return {
      rows: [...above, ...waits, ...told.map(rowOf), ...misfits.map(misfitOf)],
      asked: asked.map((code) => ({ code, label: kindOf(code) })),
    };
  }

  private async answered(collectiveId: string, id: string): Promise<PayChecksProps['rows']> {
    const answers = await this.checks.listAnswers(collectiveId, id);
    return [...answers].map(([code, reason]) => ({
      ...{ state: 'done' as const, word: labelOf('payCheckGrade.answered') },
      ...{ sentence: kindOf(code), numbers: '', reason },
    }));
  }
}

/** What a check looks at, in two or three words. */
export function kindOf(code: string): string {
  return labelOf(code.replace('payCheck.', 'payCheckKind.'));
}

/** A plan line that has less left than the list asks: by the program's own words, leading to its plan. */
function aboveOf(collectiveId: string, asked: AskedLine): PayChecksProps['rows'][number][] {
  const [problem] = roomProblems([asked]);
  if (problem === undefined) return [];
  const href = planHref(collectiveId, asked.line);
  return [
    {
      ...{ state: GLYPHS.stop, word: labelOf('payCheckGrade.stop'), reason: '' },
      sentence: problemSentence(problem),
      numbers: numbersText(asked.numbers),
      way: { href, label: payListWords.seePlan },
    },
  ];
}

/** Where a plan is shown, of a period or of a year. */
function planHref(collectiveId: string, { planId, year }: Pick<WaitingPlan, 'planId' | 'year'>): string {
  const paths = villagePaths(collectiveId);
  return year === undefined ? paths.plan(planId) : paths.yearPlan(planId);
}

/** What a plan wants before its money goes out, leading to it. */
function waitOf(collectiveId: string, plan: WaitingPlan): PayChecksProps['rows'][number][] {
  const way = { href: planHref(collectiveId, plan), label: payListWords.seePlan };
  return waitProblems([plan], 'parts').map((problem) => ({
    ...{ state: GLYPHS.tell, word: labelOf('payCheckGrade.waits'), numbers: '', reason: '', way },
    sentence: problemSentence(problem),
  }));
}

/** A bank's form that cannot take the list: the others still may. */
function misfitOf({ layout, problems }: Misfit): PayChecksProps['rows'][number] {
  const [first] = problems;
  const why = first === undefined ? '' : problemSentence(first);
  return {
    ...{ state: GLYPHS.tell, word: labelOf('payCheckGrade.tell'), numbers: '', reason: '' },
    sentence: payListWords.misfit(layout.name, { why, more: problems.length - 1 }),
  };
}

function rowOf({ grade, code, facts, lineIds, reason }: ToldPayCheck): PayChecksProps['rows'][number] {
  const isAnswered = grade === 'ask' && reason !== '';
  return {
    state: isAnswered ? 'done' : GLYPHS[grade],
    word: labelOf(`payCheckGrade.${isAnswered ? 'answered' : grade}`),
    sentence: sentenceFor(code, facts),
    numbers: numbersText(lineIds),
    reason,
  };
}

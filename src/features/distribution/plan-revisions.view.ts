import type { Step } from '../../domain/approvals/route';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { StepDecision } from '../approvals/approvals.service';
import type { RevisionsView } from './plan-revisions.pages';

/** A draft that was submitted, of a period or of a year, as it is told beside a later one. */
interface SubmittedDraft {
  readonly revision: number;
  readonly state: string;
  readonly steps: readonly Step[];
  readonly decisions: readonly StepDecision[];
}

/** A draft as its row stands. */
interface DraftRow {
  readonly revision: number;
  readonly digest: string | null;
}

/**
 * Of the drafts of the same money, the latest first, those before a revision that were submitted. Drafts that
 * nobody but their author saw are nothing that anybody compares.
 */
export function submittedBefore<Row extends DraftRow>(drafts: readonly Row[], revision: number): Row[] {
  return drafts.filter((draft) => draft.revision < revision && draft.digest !== null);
}

/** A plan beside the draft before it; what was taken of one that was decided holds for it still. */
export function besideBefore(
  now: number,
  before: SubmittedDraft,
  told: Pick<RevisionsView, 'earlier' | 'compared' | 'returned' | 'words'>,
): RevisionsView {
  const wasDecided = before.state === 'approved' || before.state === 'replaced';
  return { ...told, now, before: before.revision, fallen: wasDecided ? [] : passedSteps(before) };
}

/** The steps that had been taken of a draft that came to nothing: they hold for its bytes alone. */
function passedSteps({ steps, decisions }: SubmittedDraft): { on: CalendarDay; step: string }[] {
  return decisions
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ stepId, decidedOn }) => ({
      on: decidedOn,
      step: steps.find(({ id }) => id === stepId)?.name ?? stepId,
    }));
}

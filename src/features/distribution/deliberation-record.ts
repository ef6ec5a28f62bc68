import type { Fen } from '../../domain/money/fen';
import { yuanText } from '../../domain/money/fen';
import { FORM_WIDTH, type FormPaper, type FormRow } from '../../platform/papers/paper-form';
import { type PaperShape, paperTemplate } from '../../platform/papers/paper-template';
import { fullDayText } from '../../platform/views/day-text';

const WORDINGS = {
  title: '',
  'other-title': '',
  unit: 'collective!',
  draft: 'revision!',
  'facts.matter': '',
  'facts.money': '',
  'said.period': 'distributable! planned! left!',
  'said.year': 'distributable! planned! left!',
  route: '',
  'step.drafted': '',
  'step.open': '',
  'signatures.leader': '',
  'signatures.minutes': '',
  'signatures.supervision': '',
  'signatures.reader': '',
  'footnotes.digest': 'digest!',
  'footnotes.papers': '',
  page: 'page! pages!',
} as const;

/** What the record of how a plan was decided says. */
export const DELIBERATION_RECORD: PaperShape<keyof typeof WORDINGS> = {
  ...{ paper: 'deliberation-record', wordings: WORDINGS, takesNotes: true },
  ...{ columns: ['number', 'step', 'day', 'how'], room: FORM_WIDTH },
};

/** A step of a plan's route as it was taken; without a day it was not yet. */
export interface RecordedStep {
  readonly name: string;
  readonly day: string | undefined;
  readonly told: string;
}

/** How a plan was decided, step by step. */
export interface DecidedPlan {
  readonly collective: string;
  readonly name: string;
  readonly kind: 'period' | 'year';
  readonly revision: number;
  readonly digest: string;
  /** Whether its route is 四议两公开: other routes have another name. */
  readonly isFourDeliberations: boolean;
  readonly figures: { readonly distributable: Fen; readonly planned: Fen; readonly left: Fen };
  readonly drafted: { readonly day: string; readonly told: string };
  readonly steps: readonly RecordedStep[];
}

/** The record on paper: every step of the route in its order, those that are still to be taken too. */
export function deliberationRecord(plan: DecidedPlan): FormPaper {
  const { say, columns, signatures, notes } = paperTemplate(DELIBERATION_RECORD);
  const { distributable, planned, left } = plan.figures;
  const figures = {
    distributable: yuanText(distributable),
    planned: yuanText(planned),
    left: yuanText(left),
  };
  const steps = [{ name: say('step.drafted'), ...plan.drafted }, ...plan.steps];
  return {
    title: say(plan.isFourDeliberations ? 'title' : 'other-title'),
    left: say('unit', { collective: plan.collective }),
    right: say('draft', { revision: plan.revision }),
    parts: [
      { kind: 'fact', label: say('facts.matter'), text: plan.name },
      { kind: 'fact', label: say('facts.money'), text: say(`said.${plan.kind}`, figures) },
      { kind: 'heading', text: say('route') },
      {
        kind: 'table',
        columns,
        rows: steps.map(({ name, day, told }, number): FormRow => {
          const cells = {
            number: String(number),
            step: name,
            day: day === undefined ? '' : fullDayText(day),
          };
          const text = { ...cells, how: day === undefined ? say('step.open') : told };
          return {
            cells: Object.fromEntries(Object.entries(text).map(([field, each]) => [field, { text: each }])),
          };
        }),
      },
    ],
    signatures,
    footnotes: [
      say('footnotes.digest', { digest: plan.digest.slice(0, 16) }),
      say('footnotes.papers'),
      ...notes,
    ],
  };
}

import type { Month } from '../../domain/calendar/calendar-day';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { type ComponentChildren } from 'preact';
import { renderDocument } from '../views/document';
import type { FormState } from '../views/error-summary';
import type { MonthWork } from '../views/month-work';
import type { OfficeFrameProps, OfficeSection } from '../views/office-frame';
import { type Actor, isBookkeeping } from './actor';
import type { PageVisit } from './page-visit';

/** Whose books are open, in which room, at which month. */
export interface DeskPlace {
  readonly collectiveId: string;
  readonly section?: OfficeSection;
  readonly month?: Month | undefined;
}

/**
 * What every office page shows around its own matter. It knows all steps, while the first of them draw
 * pages, too; so the application hands it in.
 */
export abstract class OfficeDesk {
  /** The frame: village, months, rooms, who is logged in. @throws DomainError `collective.unknown` */
  abstract frameOf(visit: PageVisit, place: DeskPlace): Promise<OfficeFrameProps>;

  /**
   * The work of a month, beside its entry forms; the first open month where none is named, and today's where
   * one to come is.
   */
  abstract workOf(actor: Actor, place: DeskPlace): Promise<MonthWork>;

  /** Tells which pages of a collective somebody may open, so that no link leads to a refusal. */
  abstract openerFor(actor: Actor, collectiveId: string): Promise<(href: string) => boolean>;
}

/** Whether somebody keeps the books of a collective, and so may enter and not only look. */
export function keepsBooksOf(actor: Actor, collectiveId: string): boolean {
  return actor.roles.some((held) => isBookkeeping(held.role) && held.collectiveId === collectiveId);
}

/** Whether somebody sends papers and attendance in: who keeps the books, or the village's reporter. */
export function reportsTo(actor: Actor, collectiveId: string): boolean {
  const isReporter = actor.roles.some(
    (held) => held.role === 'reporter' && held.collectiveId === collectiveId,
  );
  return isReporter || keepsBooksOf(actor, collectiveId);
}

/** Whether somebody is of the county's office and so enters what holds in the county. */
export function managesPolicyOf(actor: Actor, officeId: string): boolean {
  return actor.roles.some((held) => held.role === 'county' && held.collectiveId === officeId);
}

/** A form as first shown, with what it is filled from. */
export function filledForm(values: Readonly<Record<string, string | undefined>>): FormState {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { values: Object.fromEntries(given), problems: [], sentence: problemSentence };
}

/** A form shown again: everything typed, and everything wrong with it. */
export function refusedForm(refused: {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}): FormState {
  return { values: refused.values, problems: refused.problems, sentence: problemSentence };
}

/** A whole office page. @param page its name in the glossary, after `page.` */
export function officePage(visit: PageVisit, page: string, node: ComponentChildren): string {
  return renderDocument(node, { title: labelOf(`page.${page}`), styles: 'office', ...visit.tokens });
}

import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import type { MeetingCounts } from './quorum';

/** How a meeting voted, as typed. */
export interface CountsForm {
  readonly due: string;
  readonly present: string;
  readonly inFavour: string;
  readonly against: string;
  readonly abstained: string;
}

/** A meeting's record as typed. */
export interface MeetingForm extends CountsForm {
  readonly heldOn: string;
  /** The minutes that show it. */
  readonly stepPaper: string;
}

/** Reads how a meeting voted. @returns problems `form.notACount` */
export function readCounts(form: CountsForm): { counts: MeetingCounts; problems: Problem[] } {
  const problems: Problem[] = [];
  const count = (field: keyof CountsForm): number => {
    const text = halfWidth(form[field]).trim();
    if (!/^\d{1,6}$/.test(text)) problems.push({ code: 'form.notACount', field, value: form[field] });
    return Number(text);
  };
  const counts = {
    due: count('due'),
    present: count('present'),
    inFavour: count('inFavour'),
    against: count('against'),
    abstained: count('abstained'),
  };
  return { counts, problems };
}

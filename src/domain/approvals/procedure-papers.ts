import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import type { Evidence, Step } from './route';
import { type PapersForm, readPapers, type StepPaper, type SubjectFile } from './step-papers';

/** What shows a step of a procedure: its papers, and of what hung out where. */
export interface ShownForm extends Pick<PapersForm, 'paperFiles'> {
  readonly displayPlace?: string | undefined;
}

/** A file that is kept with what is decided, with its day. */
export interface DatedFile extends SubjectFile {
  readonly datedOn: CalendarDay;
}

/** What a step is shown by, as read; the place is that of what hung out alone. */
export interface ShownStep {
  readonly papers: readonly StepPaper[];
  readonly place: string | undefined;
}

/** What hung out is shown by a photo, whatever its route asks for beside that. */
const DISPLAY: Evidence = 'display_photo';
const LONGEST_PLACE = 100;

/** The papers that a step of a procedure is asked for. */
export function procedurePapers({ kind, evidence }: Pick<Step, 'kind' | 'evidence'>): readonly Evidence[] {
  const others = evidence.filter((each) => each !== DISPLAY);
  return kind === 'publicity' ? [...others, DISPLAY] : evidence;
}

/**
 * Reads what shows a step of a procedure. What hung out has a photo of its own, taken on the day it was put
 * up or later, and the place: words alone show nothing.
 * @param ground `shown`: the hashes that steps before it are shown by
 * @returns problems as `readPapers` finds them, `form.missing`, `form.tooLong`, `form.privateNumber`,
 *   `approvals.photoBefore`, `approvals.photoOfStep`
 */
export function readShown(
  step: Pick<Step, 'kind' | 'evidence'>,
  form: ShownForm,
  ground: {
    readonly files: readonly DatedFile[];
    readonly heldOn: CalendarDay;
    readonly shown: ReadonlySet<string>;
  },
): { readonly read: ShownStep; readonly problems: Problem[] } {
  const { files, heldOn, shown } = ground;
  const { papers, problems } = readPapers({ evidence: procedurePapers(step) }, form, files);
  if (step.kind !== 'publicity') return { read: { papers, place: undefined }, problems };
  const place = (form.displayPlace ?? '').trim();
  const field = 'displayPlace';
  if (place === '') problems.push({ code: 'form.missing', field });
  if (place.length > LONGEST_PLACE)
    problems.push({ code: 'form.tooLong', field, facts: { max: LONGEST_PLACE } });
  problems.push(...privateNumberProblems({ displayPlace: place }));
  const sha256 = papers.find(({ kind }) => kind === DISPLAY)?.sha256;
  const photo = files.find((file) => file.sha256 === sha256);
  const at = { field: `paperFiles.${DISPLAY}` };
  if (photo !== undefined && photo.datedOn < heldOn)
    problems.push({ code: 'approvals.photoBefore', ...at, facts: { datedOn: photo.datedOn, heldOn } });
  if (photo !== undefined && shown.has(photo.sha256)) problems.push({ code: 'approvals.photoOfStep', ...at });
  return { read: { papers, place }, problems };
}

/** Whether a step that was noted with its papers is shown as it has to be. */
export function isShown(
  step: Pick<Step, 'kind' | 'evidence'>,
  { papers, place }: { readonly papers: readonly StepPaper[]; readonly place: string | null },
): boolean {
  const kinds = new Set(papers.flatMap(({ kind, sha256 }) => (sha256 === null ? [] : [kind])));
  if (step.kind !== 'publicity') return true;
  return place !== null && place !== '' && kinds.has(DISPLAY);
}

import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { photoSizeProblems, type PictureSize } from './proof-photo';
import type { Evidence, Step } from './route';

/** A file that is kept with what is decided, as a step may point at it. */
export interface SubjectFile {
  readonly id: string;
  readonly sha256: string;
  readonly isPicture: boolean;
  /** Of a picture, in points. */
  readonly size?: PictureSize | undefined;
}

/** What shows that a step was held, as it is kept with it: a paper by name, a file by its bytes, or both. */
export interface StepPaper {
  readonly kind: Evidence;
  readonly title: string;
  /** Where it lies, of one that is named. */
  readonly keptAt: string;
  readonly pages: number | null;
  readonly sha256: string | null;
}

/** The papers of a step as typed, each by its kind. */
export interface PapersForm {
  readonly paperTitles?: Readonly<Record<string, string>> | undefined;
  readonly paperPlaces?: Readonly<Record<string, string>> | undefined;
  readonly paperPages?: Readonly<Record<string, string>> | undefined;
  /** The id of a file that is kept with what is decided. */
  readonly paperFiles?: Readonly<Record<string, string>> | undefined;
}

/** What a photo shows, its name alone does not. */
export function needsFile(kind: Evidence): boolean {
  return kind === 'photo' || kind === 'display_photo';
}

/**
 * The kinds of papers that a step is asked for beside its own line: of a filing the number and the day are
 * that line, and are its receipt.
 */
export function askedPapers({ evidence }: Pick<Step, 'evidence'>): readonly Evidence[] {
  return evidence.filter((kind) => kind !== 'filing_receipt');
}

/** A step as it ended: what a body refused it has no resolution of. */
export interface EndedStep extends Pick<Step, 'evidence'> {
  readonly isRefused?: boolean;
  /** Whether the names of its papers show nothing: somebody else speaks for the body. */
  readonly byFiles?: boolean;
}

function papersOf({ isRefused = false, ...step }: EndedStep): readonly Evidence[] {
  return askedPapers(step).filter((kind) => !isRefused || kind !== 'resolution');
}

/** What a step still wants of what its route asks for. */
export function missingPapers(step: EndedStep, papers: readonly StepPaper[]): Evidence[] {
  const isThere = (kind: Evidence): boolean =>
    papers.some(
      (paper) => paper.kind === kind && (paper.sha256 !== null || (step.byFiles !== true && isNamed(paper))),
    );
  return papersOf(step).filter((kind) => !isThere(kind));
}

function isNamed({ kind, title, keptAt, pages }: StepPaper): boolean {
  return !needsFile(kind) && title !== '' && keptAt !== '' && pages !== null;
}

const LONGEST = 100;

/**
 * Reads the papers that a step's route asks for: each is a file of what is decided, or is named with where it
 * lies and how many pages it has, as a village's line may be too slow for its scan. Photos are files.
 * Source: product decision (each step with its evidence); which kinds may be named is ours, unconfirmed.
 * @returns problems `approvals.paperMissing`, `approvals.photoMissing`, `approvals.scanMissing`,
 *   `approvals.notAPhoto`, `approvals.photoTooSmall`, `form.missing`, `form.notAllowed`, `form.notACount`,
 *   `form.tooLong`, `form.privateNumber`, all at once
 */
export function readPapers(
  step: EndedStep,
  form: PapersForm,
  files: readonly SubjectFile[],
): { readonly papers: StepPaper[]; readonly problems: Problem[] } {
  const { byFiles = false } = step;
  const read = papersOf(step).map((kind) => readPaper({ kind, byFiles }, form, files));
  return {
    papers: read.flatMap(({ paper }) => (paper === undefined ? [] : [paper])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

interface ReadPaper {
  readonly paper?: StepPaper;
  readonly problems: readonly Problem[];
}

/** A paper that is asked for, and whether its name alone would do. */
interface Asked {
  readonly kind: Evidence;
  readonly byFiles: boolean;
}

function readPaper(asked: Asked, form: PapersForm, files: readonly SubjectFile[]): ReadPaper {
  const { kind } = asked;
  const typed = (of: Readonly<Record<string, string>> | undefined): string => (of?.[kind] ?? '').trim();
  const named = {
    title: typed(form.paperTitles),
    keptAt: typed(form.paperPlaces),
    pages: typed(form.paperPages),
  };
  const fileId = typed(form.paperFiles);
  const file = files.find(({ id }) => id === fileId);
  const problems = [
    ...fileProblems(asked, { fileId, file }),
    ...(asked.byFiles ? [] : namedProblems(kind, named, fileId !== '')),
    ...textProblems(kind, named),
  ];
  if (problems.length > 0) return { problems };
  const { title, keptAt, pages } = named;
  const count = pages === '' ? null : Number(pages);
  return { paper: { kind, title, keptAt, pages: count, sha256: file?.sha256 ?? null }, problems };
}

function fileProblems(
  { kind, byFiles }: Asked,
  { fileId, file }: { readonly fileId: string; readonly file: SubjectFile | undefined },
): Problem[] {
  const at = { field: `paperFiles.${kind}` };
  if (fileId === '') {
    if (needsFile(kind)) return [{ code: 'approvals.photoMissing', ...at, facts: { paper: kind } }];
    return byFiles ? [{ code: 'approvals.scanMissing', ...at, facts: { paper: kind } }] : [];
  }
  if (file === undefined) return [{ code: 'form.notAllowed', ...at, value: fileId }];
  if (!needsFile(kind)) return [];
  if (!file.isPicture) return [{ code: 'approvals.notAPhoto', ...at }];
  return file.size === undefined ? [] : photoSizeProblems(file.size, at.field);
}

interface Named {
  readonly title: string;
  readonly keptAt: string;
  readonly pages: string;
}

/** Where no file stands for it, a paper is named whole; what nobody began to name is missing as a whole. */
function namedProblems(kind: Evidence, { title, keptAt, pages }: Named, hasFile: boolean): Problem[] {
  if (needsFile(kind) || hasFile) return [];
  if (title === '' && keptAt === '' && pages === '')
    return [{ code: 'approvals.paperMissing', field: `paperTitles.${kind}`, facts: { paper: kind } }];
  const fields: [string, string][] = [
    [`paperTitles.${kind}`, title],
    [`paperPlaces.${kind}`, keptAt],
    [`paperPages.${kind}`, pages],
  ];
  return fields.filter(([, value]) => value === '').map(([field]) => ({ code: 'form.missing', field }));
}

function textProblems(kind: Evidence, { title, keptAt, pages }: Named): Problem[] {
  const texts = { [`paperTitles.${kind}`]: title, [`paperPlaces.${kind}`]: keptAt };
  const long = Object.entries(texts).filter(([, text]) => text.length > LONGEST);
  return [
    ...long.map(([field]) => ({ code: 'form.tooLong', field, facts: { max: LONGEST } })),
    ...(pages === '' || /^[1-9]\d{0,3}$/.test(pages)
      ? []
      : [{ code: 'form.notACount', field: `paperPages.${kind}`, value: pages }]),
    ...privateNumberProblems(texts),
  ];
}

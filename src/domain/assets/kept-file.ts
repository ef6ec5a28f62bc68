import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/**
 * What a file may belong to: an asset, a contract over one, a contract by which the village pays, something
 * that happened on a building site, something that happened to an asset, a voucher, a handover or a
 * stocktaking, whose sheet is signed on paper, a published sheet, of which photos show that it hung, a plan
 * of a period or of a year with the minutes of who decided it, a round of members' dividends, of which photos
 * show that it hung.
 */
export const FILE_OWNERS = [
  ...(['asset', 'lease', 'contract', 'projectAct', 'assetEvent', 'voucher'] as const),
  ...(['handover', 'stocktaking', 'notice', 'plan', 'yearPlan', 'dividend'] as const),
] as const;
export type FileOwnerKind = (typeof FILE_OWNERS)[number];

/** What a file belongs to, in a village. */
export interface FileOwner {
  readonly collectiveId: string;
  readonly ownerKind: FileOwnerKind;
  readonly ownerId: string;
}

/** What a kept file is; the first is a photo, the others are papers, photographed or as PDF. */
export const PAPER_KINDS = [
  'photo',
  'contract',
  'titlePaper',
  'acceptance',
  'bill',
  'resolution',
  'minutes',
  'valuation',
  'policy',
  'signedSheet',
  'other',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Who sees a file: the office alone, or everyone who opens the asset's public card. */
export const FILE_AUDIENCES = ['office', 'public'] as const;
export type FileAudience = (typeof FILE_AUDIENCES)[number];

/** What a person types beside a file; everything is text as typed. */
export interface KeptFileForm {
  readonly paperKind: string;
  /** The day the photo was taken or the paper signed. */
  readonly datedOn: string;
  readonly remark: string;
  readonly audience: string;
}

/** A file as it stands beside the books: what is hashed of its row. */
export interface KeptFile {
  readonly id: string;
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly paperKind: string;
  readonly datedOn: CalendarDay;
  readonly remark: string;
  readonly audience: string;
  /** The hash of its bytes, what they are and how many. */
  readonly sha256: string;
  /** The hash of what came in, of a photo without what its camera wrote; of files of before nothing. */
  readonly cameAs: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Of a photo in pixels, of a paper nothing. */
  readonly width: number | null;
  readonly height: number | null;
  readonly keptBy: string;
  readonly keptAt: string;
}

/** That a file was taken away: it stays, and is shown to nobody any more. */
export interface FileWithdrawal {
  readonly fileId: string;
  readonly reason: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: string;
}

/** What was sent in, and what stands already where it is to go. */
export interface KeptFileFacts {
  readonly today: CalendarDay;
  readonly owner: FileOwnerKind;
  readonly cameAs: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Files of the same owner that were not withdrawn. */
  readonly standing: readonly Pick<KeptFile, 'sha256' | 'cameAs'>[];
}

/** So many files of one owner: more belong into an archive. */
export const MOST_FILES = 40;
/** What the public loads over a slow line. */
export const MOST_PUBLIC_BYTES = 500 * 1024;

/**
 * What is wrong with a file that is to be kept: codes `keptFile.later`, `keptFile.notAPhoto`,
 * `keptFile.onlyPhotosPublic`, `keptFile.tooLargeForPublic`, `keptFile.twice`, `keptFile.tooMany`,
 * `form.*`, `calendar.*`.
 */
export function keptFileProblems(form: KeptFileForm, facts: KeptFileFacts): Problem[] {
  const problems: Problem[] = [
    ...choiceProblems('paperKind', form.paperKind, PAPER_KINDS),
    ...dayProblems(form.datedOn, facts.today),
    ...choiceProblems('audience', form.audience, FILE_AUDIENCES),
    ...photoProblems(form, facts),
    ...privateNumberProblems({ remark: form.remark }),
  ];
  if (facts.standing.some((file) => hashesOf(file).includes(facts.cameAs)))
    problems.push({ code: 'keptFile.twice', field: '' });
  if (facts.standing.length >= MOST_FILES)
    problems.push({ code: 'keptFile.tooMany', field: '', facts: { max: MOST_FILES } });
  return problems;
}

/** What is wrong with a withdrawal: `form.missing`, `form.privateNumber`. */
export function fileWithdrawalProblems(reason: string): Problem[] {
  if (reason.trim() === '') return [{ code: 'form.missing', field: 'withdrawalReason' }];
  return privateNumberProblems({ withdrawalReason: reason });
}

/**
 * By what a file is known again: what came in. A photo is kept as it was drawn anew, and another version of
 * the encoder draws it otherwise. A file of before stands as it came, so its own hash says the same.
 */
export function knownBy({ cameAs, sha256 }: Pick<KeptFile, 'sha256' | 'cameAs'>): string {
  return cameAs ?? sha256;
}

/**
 * By what a file is known again: what came in, and what is kept of it, as whoever saves a photo from a page
 * of the program sends what was drawn anew.
 */
export function hashesOf({ cameAs, sha256 }: Pick<KeptFile, 'sha256' | 'cameAs'>): readonly string[] {
  return cameAs === null || cameAs === sha256 ? [sha256] : [cameAs, sha256];
}

/** The text a kept file's row is hashed by; one of before says nothing of how it came. */
export function keptFileText(file: KeptFile): string {
  const { cameAs } = file;
  return JSON.stringify([
    ...[
      cameAs === null ? 'keptFile/1' : 'keptFile/2',
      file.id,
      file.ownerKind,
      file.ownerId,
      file.paperKind,
      file.datedOn,
      file.remark,
    ],
    ...[file.audience, file.sha256, file.mediaType, file.sizeBytes, file.width, file.height],
    ...[file.keptBy, file.keptAt, ...(cameAs === null ? [] : [cameAs])],
  ]);
}

/** The text a withdrawal's row is hashed by. */
export function fileWithdrawalText(withdrawal: FileWithdrawal): string {
  const { fileId, reason, withdrawnBy, withdrawnAt } = withdrawal;
  return JSON.stringify(['fileWithdrawal/1', fileId, reason, withdrawnBy, withdrawnAt]);
}

function choiceProblems(field: string, value: string, allowed: readonly string[]): Problem[] {
  if (value === '') return [{ code: 'form.missing', field }];
  return allowed.includes(value) ? [] : [{ code: 'form.notAllowed', field }];
}

function dayProblems(value: string, today: CalendarDay): Problem[] {
  const problems: Problem[] = [];
  const day = readDay({ field: 'datedOn', value }, problems);
  if (day !== undefined && day > today)
    problems.push({ code: 'keptFile.later', field: 'datedOn', value, facts: { today } });
  return problems;
}

/** A photo is a picture; the public sees photos of assets alone, small enough for a slow line. */
function photoProblems({ paperKind, audience }: KeptFileForm, facts: KeptFileFacts): Problem[] {
  const isPicture = facts.mediaType.startsWith('image/');
  const problems: Problem[] = [];
  if (paperKind === 'photo' && !isPicture) problems.push({ code: 'keptFile.notAPhoto', field: 'paperKind' });
  if (audience !== 'public') return problems;
  if (paperKind !== 'photo' || facts.owner !== 'asset')
    problems.push({ code: 'keptFile.onlyPhotosPublic', field: 'audience' });
  if (facts.sizeBytes > MOST_PUBLIC_BYTES) {
    const kilobytes = MOST_PUBLIC_BYTES / 1024;
    problems.push({ code: 'keptFile.tooLargeForPublic', field: 'audience', facts: { kilobytes } });
  }
  return problems;
}

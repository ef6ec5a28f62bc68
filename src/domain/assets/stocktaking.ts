import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { hasPrivateNumber, privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What is found of an asset: it is there, is missing, is damaged, or is not as the register says. */
export const FINDINGS = ['found', 'missing', 'damaged', 'differs'] as const;
export type Finding = (typeof FINDINGS)[number];

/** What becomes of a difference: the asset is disposed of, the register is put right, or it is explained. */
export const DECISIONS = ['toDisposal', 'toRegister', 'explained'] as const;
export type Decision = (typeof DECISIONS)[number];

/** A stocktaking as typed; everything is text. */
export interface StocktakingForm {
  readonly countedOn: string;
  /** Who went round, and who watched: functions and names. */
  readonly countedBy: string;
  readonly watchedBy: string;
  /** A finding and a remark by the asset's id. */
  readonly findings: Readonly<Record<string, string>>;
  readonly remarks: Readonly<Record<string, string>>;
  /** What is there and in no register, by row: its name, and where it was found. */
  readonly unlisted: Readonly<Record<string, string>>;
  readonly unlistedRemarks: Readonly<Record<string, string>>;
}

/** One line of a stocktaking: an asset of the register, or something that is in none. */
export interface StocktakingLine {
  /** Counted from 1. */
  readonly line: number;
  /** Absent for what is in no register. */
  readonly assetId: string | null;
  /** As the register called it on that day, or as it was found. */
  readonly name: string;
  readonly finding: Finding | 'unlisted';
  readonly remark: string;
  /** What it had cost by that day, and what it was worth in the books; null where these know neither. */
  readonly cost: Fen | null;
  readonly book: Fen | null;
}

/** A decision about one line. */
export interface LineDecision {
  readonly line: number;
  readonly decision: Decision;
  readonly reason: string;
}

/** What the register holds on the day that is typed. */
export interface CountedRegister {
  readonly today: CalendarDay;
  /** Days on which there was a stocktaking already that stands. */
  readonly days: readonly CalendarDay[];
  readonly assets: readonly CountedAsset[];
}

/** An asset that may be asked for. */
export interface CountedAsset {
  readonly id: string;
  readonly name: string;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay;
  /** On that day: what it had cost, and what it was worth in the books. */
  readonly cost?: Fen | undefined;
  readonly book?: Fen | undefined;
}

/** The assets that are asked for on a day: acquired by then, and not gone by then. */
export function assetsToCount<A extends CountedAsset>(assets: readonly A[], day: CalendarDay): A[] {
  return assets.filter(({ acquiredOn, leftOn }) => acquiredOn <= day && (leftOn ?? '9999') > day);
}

/** A stocktaking that was read, its lines in the order of the register. */
export interface ReadStocktaking {
  readonly countedOn: CalendarDay;
  readonly countedBy: string;
  readonly watchedBy: string;
  readonly lines: readonly StocktakingLine[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a stocktaking, or says everything that is wrong with it: it answers for every asset of its day.
 * Codes `stocktaking.*`, `form.*`, `calendar.*`.
 */
export function readStocktaking(form: StocktakingForm, register: CountedRegister): ReadStocktaking {
  const problems: Problem[] = dayProblems(form.countedOn, register);
  const [countedBy, watchedBy] = [form.countedBy.trim(), form.watchedBy.trim()];
  if (countedBy === '') problems.push({ code: 'form.missing', field: 'countedBy' });
  if (watchedBy === '') problems.push({ code: 'form.missing', field: 'watchedBy' });
  if (countedBy !== '' && countedBy === watchedBy)
    problems.push({ code: 'stocktaking.watchesHimself', field: 'watchedBy', value: watchedBy });
  problems.push(...privateNumberProblems({ countedBy, watchedBy }));
  const asked = assetsToCount(register.assets, form.countedOn);
  const listed = asked.map((asset, place) => readLine(form, { asset, line: place + 1 }, problems));
  const others = Object.keys(form.findings).filter((id) => !asked.some((asset) => asset.id === id));
  if (others.length > 0)
    problems.push({ code: 'stocktaking.notAsked', field: 'countedOn', facts: { count: others.length } });
  const finds = readUnlisted(form, { from: listed.length + 1 }, problems);
  problems.push(...nameProblems(form, asked));
  const lines = [...listed, ...finds];
  if (lines.length === 0) problems.push({ code: 'stocktaking.nothing', field: '' });
  return { countedOn: form.countedOn, countedBy, watchedBy, lines, problems };
}

/** Whether a line wants a decision. */
export function isDifference({ finding }: Pick<StocktakingLine, 'finding'>): boolean {
  return finding !== 'found';
}

/** What may be decided: of what is gone or broken a disposal, of the rest a better register; or a reason. */
export function possibleDecisions({ finding }: Pick<StocktakingLine, 'finding'>): Decision[] {
  if (finding === 'found') return [];
  const first: Decision = finding === 'missing' || finding === 'damaged' ? 'toDisposal' : 'toRegister';
  return [first, 'explained'];
}

/**
 * What is wrong with a decision about a line: `stocktaking.noDifference`, `stocktaking.decided`,
 * `stocktaking.findDone`, `stocktaking.foundBefore`, `form.missing`, `form.notAllowed`, `form.privateNumber`.
 */
export function decisionProblems(
  form: { readonly decision: string; readonly reason: string },
  about: {
    readonly line: StocktakingLine;
    readonly decided: boolean;
    /** Whether it was said which asset it is. */
    readonly isMatched?: boolean;
    /** The stocktaking that found the same before. */
    readonly before?: { readonly countedOn: CalendarDay } | undefined;
  },
): Problem[] {
  const { line, decided, isMatched = false, before } = about;
  if (!isDifference(line)) return [{ code: 'stocktaking.noDifference', field: 'line' }];
  if (decided) return [{ code: 'stocktaking.decided', field: 'line' }];
  if (isMatched) return [{ code: 'stocktaking.findDone', field: 'line' }];
  if (before !== undefined)
    return [{ code: 'stocktaking.foundBefore', field: 'line', facts: { day: before.countedOn } }];
  const problems: Problem[] = [];
  if (form.decision === '') problems.push({ code: 'form.missing', field: 'decision' });
  else if (!possibleDecisions(line).some((each) => each === form.decision))
    problems.push({ code: 'form.notAllowed', field: 'decision' });
  if (form.reason.trim() === '') problems.push({ code: 'form.missing', field: 'reason' });
  return [...problems, ...privateNumberProblems({ reason: form.reason })];
}

function dayProblems(value: string, { today, days }: CountedRegister): Problem[] {
  const problems: Problem[] = [];
  const at = { field: 'countedOn', value };
  const day = readDay(at, problems);
  if (day !== undefined && day > today) problems.push({ code: 'stocktaking.later', ...at, facts: { today } });
  if (day !== undefined && days.includes(day)) problems.push({ code: 'stocktaking.dayTaken', ...at });
  return problems;
}

/** What is not simply there is told in words. */
function readLine(
  form: StocktakingForm,
  { asset, line }: { readonly asset: CountedAsset; readonly line: number },
  problems: Problem[],
): StocktakingLine {
  const { id: assetId, name, cost = null, book = null } = asset;
  const typed = form.findings[assetId] ?? '';
  const remark = (form.remarks[assetId] ?? '').trim();
  const finding = FINDINGS.find((each) => each === typed);
  const [field, remarkField] = [`findings.${assetId}`, `remarks.${assetId}`];
  if (typed === '') problems.push({ code: 'stocktaking.unanswered', field, facts: { asset: name } });
  else if (finding === undefined) problems.push({ code: 'form.notAllowed', field });
  else if (finding !== 'found' && remark === '')
    problems.push({ code: 'stocktaking.remarkNeeded', field: remarkField, facts: { asset: name, finding } });
  if (hasPrivateNumber(remark)) problems.push({ code: 'form.privateNumber', field: remarkField });
  return { line, assetId, name, finding: finding ?? 'found', remark, cost, book };
}

/**
 * A find has a name of its own: one of the register is answered for in its line, and of two finds each can be
 * told from the other. Codes `stocktaking.listedName`, `stocktaking.sameTwice`.
 */
function nameProblems(form: StocktakingForm, asked: readonly CountedAsset[]): Problem[] {
  const rows = Object.keys(form.unlisted).sort();
  const named = rows.map((row) => ({ row, name: plainName(form.unlisted[row] ?? '') }));
  return named.flatMap(({ row, name }, place): Problem[] => {
    if (name === '') return [];
    const field = `unlisted.${row}`;
    const listed = asked.find((asset) => plainName(asset.name) === name);
    if (listed !== undefined)
      return [{ code: 'stocktaking.listedName', field, facts: { asset: listed.name } }];
    const isSame = named.slice(0, place).some((other) => other.name === name);
    return isSame ? [{ code: 'stocktaking.sameTwice', field }] : [];
  });
}

/** A name as it is compared: spaces tell nothing apart. */
export function plainName(name: string): string {
  return name.replace(/\s/gu, '');
}

function readUnlisted(
  form: StocktakingForm,
  { from }: { readonly from: number },
  problems: Problem[],
): StocktakingLine[] {
  const rows = [...new Set([...Object.keys(form.unlisted), ...Object.keys(form.unlistedRemarks)])].sort();
  const lines: StocktakingLine[] = [];
  for (const row of rows) {
    const name = (form.unlisted[row] ?? '').trim();
    const remark = (form.unlistedRemarks[row] ?? '').trim();
    if (name === '' && remark === '') continue;
    if (name === '') problems.push({ code: 'form.missing', field: `unlisted.${row}` });
    if (remark === '') problems.push({ code: 'form.missing', field: `unlistedRemarks.${row}` });
    for (const [field, text] of [
      [`unlisted.${row}`, name],
      [`unlistedRemarks.${row}`, remark],
    ] as const)
      if (hasPrivateNumber(text)) problems.push({ code: 'form.privateNumber', field });
    const unknown = { assetId: null, cost: null, book: null };
    lines.push({ line: from + lines.length, ...unknown, name, finding: 'unlisted', remark });
  }
  return lines;
}

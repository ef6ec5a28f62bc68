import type { CalendarDay } from '../calendar/calendar-day';
import { plainName } from '../shared/plain-name';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { Signers, Step } from './route';

/** That somebody signed a step, for one digest: under his own log-in, or by name on a paper. */
export interface StepSignature {
  readonly stepId: string;
  readonly digest: string;
  /** The user's id; null of somebody without a log-in. */
  readonly signer: string | null;
  readonly name: string;
  readonly signedOn: CalendarDay;
}

/** Who signed on paper, as typed by whoever has the paper. */
export interface NamedSignatureForm {
  readonly signerName: string;
  readonly signatureOn: string;
  readonly signedPaper: string;
}

/** What is signed, by whom so far. */
export interface SignedStep {
  readonly step: Step;
  readonly digest: string;
  /** The day of the step before it; of the first that of the draft. Nobody signs what was not there yet. */
  readonly since: CalendarDay;
  /** Who drafted it: id and name. */
  readonly draftedBy: { readonly userId: string; readonly name: string };
  readonly signatures: readonly StepSignature[];
}

/** Whether two names read alike, however they were typed. */
function isSameName(one: string, other: string): boolean {
  return plainName(one).toLowerCase() === plainName(other).toLowerCase();
}

type Signer = Pick<StepSignature, 'signer' | 'name'>;

/** Two log-ins are two people, also of one name; a name on paper is whoever signed under it. */
function isSameSigner(one: Signer, other: Signer): boolean {
  if (one.signer !== null && other.signer !== null) return one.signer === other.signer;
  return isSameName(one.name, other.name);
}

/** The signatures that count for a step: of its bytes, each person once. */
export function countingSignatures<Each extends StepSignature>(
  { id }: Pick<Step, 'id'>,
  digest: string,
  all: readonly Each[],
): Each[] {
  const own = all.filter((each) => each.stepId === id && each.digest === digest);
  return own.filter((given, index) => own.findIndex((each) => isSameSigner(each, given)) === index);
}

/** What a step still wants of its signers: `approvals.signersTooFew`. */
export function signersProblems(
  step: Pick<Step, 'id' | 'signers'>,
  digest: string,
  all: readonly StepSignature[],
): Problem[] {
  if (step.signers === undefined) return [];
  const { needed } = step.signers;
  const signed = countingSignatures(step, digest, all).length;
  if (signed >= needed) return [];
  return [{ code: 'approvals.signersTooFew', field: 'stepNumber', facts: { signed, needed } }];
}

/**
 * Why somebody may not sign under his own log-in.
 * @returns the first of `approvals.ownDraftSigned`, `approvals.signedAlready`, `approvals.allSigned`
 */
export function signingProblems(
  of: SignedStep,
  by: { readonly userId: string; readonly name: string },
): Problem[] {
  const isOwn = of.draftedBy.userId === by.userId;
  const signed = countingSignatures(of.step, of.digest, of.signatures);
  const isThere = signed.some((each) => isSameSigner(each, { signer: by.userId, name: by.name }));
  return barred(
    { isOwn, isThere, count: signed.length, signers: of.step.signers },
    { field: 'digest', value: '' },
  );
}

/** The longest name and the longest word of a paper. */
const LONGEST = { signerName: 40, signedPaper: 100 } as const;

/**
 * Reads who signed on a paper, of members who have no log-in: who, on which day, on which paper.
 * @returns problems `form.missing`, `form.tooLong`, `form.privateNumber`, `calendar.notADay`,
 *   `approvals.meetingAhead`, `approvals.signedBefore`, and those of {@link signingProblems}
 */
export function readNamedSignature(
  form: NamedSignatureForm,
  of: SignedStep,
  today: CalendarDay,
): {
  readonly signature: Pick<StepSignature, 'name' | 'signedOn'> & { readonly paper: string };
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const texts = { signerName: form.signerName.trim(), signedPaper: form.signedPaper.trim() };
  for (const [field, max] of Object.entries(LONGEST)) {
    const text = field === 'signerName' ? texts.signerName : texts.signedPaper;
    if (text === '') problems.push({ code: 'form.missing', field });
    if (text.length > max) problems.push({ code: 'form.tooLong', field, facts: { max } });
  }
  const signedOn = readDay({ field: 'signatureOn', value: form.signatureOn }, problems) ?? '';
  if (signedOn > today)
    problems.push({ code: 'approvals.meetingAhead', field: 'signatureOn', value: signedOn });
  if (signedOn !== '' && signedOn < of.since)
    problems.push({ code: 'approvals.signedBefore', field: 'signatureOn', facts: { since: of.since } });
  problems.push(...privateNumberProblems(texts));
  const signed = countingSignatures(of.step, of.digest, of.signatures);
  const name = texts.signerName;
  const isThere = signed.some((each) => isSameName(each.name, name));
  const isOwn = isSameName(name, of.draftedBy.name);
  const at = { field: 'signerName', value: name };
  problems.push(...barred({ isOwn, isThere, count: signed.length, signers: of.step.signers }, at));
  return { signature: { name, signedOn, paper: texts.signedPaper }, problems };
}

function barred(
  found: {
    readonly isOwn: boolean;
    readonly isThere: boolean;
    readonly count: number;
    readonly signers: Signers | undefined;
  },
  at: { readonly field: string; readonly value: string },
): Problem[] {
  if (found.isOwn) return [{ code: 'approvals.ownDraftSigned', ...at }];
  if (found.isThere) return [{ code: 'approvals.signedAlready', ...at }];
  const among = found.signers?.among ?? 0;
  return found.count < among ? [] : [{ code: 'approvals.allSigned', ...at, facts: { among } }];
}

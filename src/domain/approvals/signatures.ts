import type { CalendarDay } from '../calendar/calendar-day';
import { hasLetters, isSameName } from '../shared/named-people';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { holderNamed, type KnownSigners, type PostHolder, signsNot } from './known-signers';
import type { Signers, Step } from './route';
import type { SubjectFile } from './step-papers';

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
  /** The scan of what was signed, kept with what is decided. */
  readonly signatureFile: string;
}

/** Who notes it and on which day, and which files are kept with what is decided. */
export interface NotedBy {
  readonly by: string;
  readonly today: CalendarDay;
  readonly files: readonly SubjectFile[];
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
  readonly known: KnownSigners;
}

/** A signature as it stands now: who holds the post and gave it, and why it counts no more. */
export interface SeenSignature<Each extends StepSignature> {
  readonly given: Each;
  /** Undefined of who gave it without holding the post: on paper, in a place that no log-in holds. */
  readonly holder: PostHolder | undefined;
  /** Undefined where it counts. */
  readonly fallen: Problem | undefined;
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
  return tooFewProblems(step, countingSignatures(step, digest, all).length);
}

/** What a step still wants where so many signed it: `approvals.signersTooFew`. */
export function tooFewProblems({ signers }: Pick<Step, 'signers'>, signed: number): Problem[] {
  if (signers === undefined || signed >= signers.needed) return [];
  const { needed } = signers;
  return [{ code: 'approvals.signersTooFew', field: 'stepNumber', facts: { signed, needed } }];
}

/**
 * The signatures of a step, each person once, with what they count for now: a name on paper that fills a
 * place counts while no log-in holds that place and whoever is called so is nothing else, whenever it was
 * noted.
 */
export function seenSignatures<Each extends StepSignature>(
  of: Pick<SignedStep, 'step' | 'digest' | 'known'>,
  all: readonly Each[],
): SeenSignature<Each>[] {
  const { step, digest, known } = of;
  const seen: SeenSignature<Each>[] = [];
  for (const given of countingSignatures(step, digest, all)) {
    const holder = holderOf(given, known);
    if (seen.some((each) => isSamePerson(each, { given, holder }, known))) continue;
    const fallen = holder === undefined ? fallenOf(given, seen, of) : undefined;
    seen.push({ given, holder, fallen });
  }
  return seen;
}

/** Those of them that count. */
export function standing<Each extends StepSignature>(
  seen: readonly SeenSignature<Each>[],
): readonly SeenSignature<Each>[] {
  return seen.filter(({ fallen }) => fallen === undefined);
}

/** Whether somebody may take a signature back: his own, one under his name, or one on paper he noted. */
export function mayTakeBack(
  { given, holder }: Pick<SeenSignature<StepSignature & { readonly notedBy: string }>, 'given' | 'holder'>,
  by: string,
  { personOf }: KnownSigners,
): boolean {
  const person = personOf(by);
  const isHis = holder?.person === person;
  return isHis || personOf(given.signer ?? given.notedBy) === person;
}

function holderOf({ signer, name }: Signer, known: KnownSigners): PostHolder | undefined {
  if (signer === null) return holderNamed(name, known);
  const person = known.personOf(signer);
  return known.holders.find((each) => each.person === person);
}

type Seen = Pick<SeenSignature<StepSignature>, 'given' | 'holder'>;

/** Whether two were given by one person, under whichever of his accounts or names. */
function isSamePerson(one: Seen, other: Seen, { personOf }: KnownSigners): boolean {
  if (one.holder !== undefined) return one.holder === other.holder;
  const [{ signer: first }, { signer: second }] = [one.given, other.given];
  return first !== null && second !== null && personOf(first) === personOf(second);
}

function fallenOf(
  { signer, name }: Signer,
  seen: readonly SeenSignature<StepSignature>[],
  of: Pick<SignedStep, 'step' | 'known'>,
): Problem | undefined {
  return signer === null ? (signsNot(name, of.known) ?? noPlaceFor(name, seen, of)) : undefined;
}

/** `approvals.notASigner` of a name for which log-ins and the names before it leave no place. */
function noPlaceFor(
  name: string,
  seen: readonly SeenSignature<StepSignature>[],
  { step, known: { holders } }: Pick<SignedStep, 'step' | 'known'>,
): Problem | undefined {
  const strangers = standing(seen).filter(({ given, holder }) => given.signer === null && !holder);
  if (strangers.length < (step.signers?.among ?? 0) - holders.length) return undefined;
  const facts = { holders: holders.map(({ names: [called = ''] }) => called).join('、') };
  return { code: 'approvals.notASigner', field: 'signerName', value: name, facts };
}

/**
 * Why somebody may not sign under his own log-in.
 * @returns the first of `approvals.ownDraftSigned`, `approvals.signedAlready`, `approvals.allSigned`
 */
export function signingProblems(
  of: SignedStep,
  by: { readonly userId: string; readonly name: string },
): Problem[] {
  const { personOf } = of.known;
  const person = personOf(by.userId);
  const isOwn = personOf(of.draftedBy.userId) === person;
  const signed = standing(seenSignatures(of, of.signatures));
  const isThere = signed.some(({ given, holder }) => {
    if (holder?.person === person) return true;
    const signer = given.signer === null ? null : personOf(given.signer);
    return isSameSigner({ signer, name: given.name }, { signer: person, name: by.name });
  });
  return barred(
    { isOwn, isThere, count: signed.length, signers: of.step.signers },
    { field: 'digest', value: '' },
  );
}

/** The longest name and the longest word of a paper. */
const LONGEST = { signerName: 40, signedPaper: 100 } as const;

/**
 * Reads who signed on a paper: who, on which day, on which paper, whose scan is kept. Who drafted what is
 * signed notes nobody; a name is of somebody who holds the post, or fills a place that no log-in holds.
 * Nobody does who is of an office above or keeps books or money, so none who notes it either.
 * Source: product decision (names typed on paper are no signatures of those who hold the post).
 * @returns problems `form.missing`, `form.tooLong`, `form.privateNumber`, `form.notAllowed`,
 *   `calendar.notADay`, `approvals.meetingAhead`, `approvals.signedBefore`, `approvals.ownDraftNoted`,
 *   `approvals.signedScanMissing`, `approvals.notASigner`, those of {@link signsNot} and of
 *   {@link signingProblems}
 */
export function readNamedSignature(
  form: NamedSignatureForm,
  of: SignedStep,
  noted: NotedBy,
): {
  readonly signature: Pick<StepSignature, 'name' | 'signedOn'> & {
    readonly paper: string;
    readonly sha256: string | null;
  };
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const texts = { signerName: form.signerName.trim(), signedPaper: form.signedPaper.trim() };
  for (const [field, max] of Object.entries(LONGEST)) {
    const text = field === 'signerName' ? texts.signerName : texts.signedPaper;
    if (!hasLetters(text)) problems.push({ code: 'form.missing', field });
    if (text.length > max) problems.push({ code: 'form.tooLong', field, facts: { max } });
  }
  const signedOn = readDay({ field: 'signatureOn', value: form.signatureOn }, problems) ?? '';
  if (signedOn > noted.today)
    problems.push({ code: 'approvals.meetingAhead', field: 'signatureOn', value: signedOn });
  if (signedOn !== '' && signedOn < of.since)
    problems.push({ code: 'approvals.signedBefore', field: 'signatureOn', facts: { since: of.since } });
  problems.push(...privateNumberProblems(texts));
  const signed = standing(seenSignatures(of, of.signatures));
  const name = texts.signerName;
  const isThere = signed.some(({ given }) => isSameName(given.name, name));
  const isOwn = isSameName(name, of.draftedBy.name);
  const at = { field: 'signerName', value: name };
  const bars = barred({ isOwn, isThere, count: signed.length, signers: of.step.signers }, at);
  problems.push(...(bars.length > 0 || !hasLetters(name) ? bars : strangerProblems(name, signed, of)));
  if (of.known.personOf(noted.by) === of.known.personOf(of.draftedBy.userId))
    problems.push({ code: 'approvals.ownDraftNoted', ...at });
  const { scan, problems: ofScan } = readScan(form.signatureFile.trim(), noted.files);
  problems.push(...ofScan);
  const sha256 = scan?.sha256 ?? null;
  return { signature: { name, signedOn, paper: texts.signedPaper, sha256 }, problems };
}

function readScan(
  fileId: string,
  files: readonly SubjectFile[],
): { readonly scan: SubjectFile | undefined; readonly problems: Problem[] } {
  const scan = files.find(({ id }) => id === fileId);
  const field = 'signatureFile';
  if (fileId === '') return { scan, problems: [{ code: 'approvals.signedScanMissing', field }] };
  return { scan, problems: scan ? [] : [{ code: 'form.notAllowed', field, value: fileId }] };
}

/** Why a name on paper is nobody's who may sign: he is something else, or no place is left by log-ins. */
function strangerProblems(
  name: string,
  seen: readonly SeenSignature<StepSignature>[],
  of: SignedStep,
): Problem[] {
  if (holderNamed(name, of.known) !== undefined) return [];
  const bar = signsNot(name, of.known) ?? noPlaceFor(name, seen, of);
  return bar === undefined ? [] : [bar];
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

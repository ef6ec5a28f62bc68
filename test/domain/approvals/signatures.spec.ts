import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readRoute } from '../../../src/domain/approvals/read-route';
import type { Step } from '../../../src/domain/approvals/route';
import type { KnownSigners } from '../../../src/domain/approvals/known-signers';
import {
  countingSignatures,
  mayTakeBack,
  readNamedSignature,
  seenSignatures,
  signersProblems,
  signingProblems,
  type StepSignature,
} from '../../../src/domain/approvals/signatures';

const FILE = join(__dirname, '../../../seeds/routes/county-shandong.yaml');
const STEP = readRoute(parse(readFileSync(FILE, 'utf8')), 'x').steps.find(({ signers }) => signers) as Step;
const DRAFTER = { userId: 'zhou', name: 'Zhou' };

const by = (name: string, over: Partial<StepSignature> = {}): StepSignature => ({
  ...{ stepId: STEP.id, digest: 'd', signer: name.toLowerCase(), name, signedOn: '2025-07-08' },
  ...over,
});
/** Accounts are each its own person's, but `an-2` is An's, too. */
const personOf = (userId: string): string => (userId === 'an-2' ? 'an' : userId);
const LEADER = { name: 'Leader', why: 'approvals.otherPost' } as const;
const known = (...holders: string[][]): KnownSigners => ({
  holders: holders.map((names) => {
    const accounts = names.map((each) => each.toLowerCase().replace(' ', '-'));
    return { person: personOf(accounts[0] ?? ''), accounts, names };
  }),
  ...{ others: [LEADER], personOf },
});
const of = (...signatures: StepSignature[]) => ({
  ...{ step: STEP, digest: 'd', since: '2025-07-06', draftedBy: DRAFTER, known: known() },
  signatures,
});

describe('the signatures of a step', () => {
  it('are two of the committee’s three in the seed, as a rule nobody has confirmed', () => {
    expect(STEP.signers).toEqual({ needed: 2, among: 3 });
    expect(STEP.basis.some(({ confirmed }) => confirmed === 'unconfirmed')).toBe(true);
  });

  it.each<[string, StepSignature[], number]>([
    ['nobody', [], 0],
    ['one', [by('An')], 1],
    ['two', [by('An'), by('Bo')], 2],
    ['one twice', [by('An'), by('An')], 1],
    ['one under his log-in and by name', [by('An'), by('An', { signer: null })], 1],
    ['one twice, typed otherwise', [by('An Bo'), by(' ａｎ　BO', { signer: null })], 1],
    ['two of one name', [by('An'), by('An', { signer: 'an-2' })], 2],
    [
      'two of one name and that on paper',
      [by('An'), by('An', { signer: 'an-2' }), by('an', { signer: null })],
      2,
    ],
    ['one of other bytes', [by('An'), by('Bo', { digest: 'e' })], 1],
    ['one of another step', [by('An'), by('Bo', { stepId: 'joint_meeting' })], 1],
  ])('count: %s', (_, signatures, count) => {
    expect(countingSignatures(STEP, 'd', signatures)).toHaveLength(count);
    const open = signersProblems(STEP, 'd', signatures).map(({ code, facts }) => [code, facts]);
    expect(open).toEqual(count < 2 ? [['approvals.signersTooFew', { signed: count, needed: 2 }]] : []);
  });

  it('are asked for by no step that names no signers', () => {
    expect(signersProblems({ ...STEP, signers: undefined }, 'd', [])).toEqual([]);
  });

  it.each<[string, StepSignature[], { userId: string; name: string }, string[]]>([
    ['first', [], { userId: 'an', name: 'An' }, []],
    ['third', [by('An'), by('Bo')], { userId: 'cai', name: 'Cai' }, []],
    [
      'fourth of three',
      [by('An'), by('Bo'), by('Cai')],
      { userId: 'du', name: 'Du' },
      ['approvals.allSigned'],
    ],
    ['of the same name', [by('An')], { userId: 'other-an', name: 'An' }, []],
    [
      'again under another account',
      [by('An')],
      { userId: 'an-2', name: 'A. N.' },
      ['approvals.signedAlready'],
    ],
    ['again', [by('An')], { userId: 'an', name: 'An' }, ['approvals.signedAlready']],
    [
      'named on paper before',
      [by('An', { signer: null })],
      { userId: 'an', name: 'An' },
      ['approvals.signedAlready'],
    ],
    ['who drafted it', [], DRAFTER, ['approvals.ownDraftSigned']],
  ])('under one’s own log-in: %s', (_, signatures, person, codes) => {
    expect(signingProblems(of(...signatures), person).map(({ code }) => code)).toEqual(codes);
  });

  const typed = {
    ...{ signerName: ' An ', signatureOn: '2025-07-08' },
    ...{ signedPaper: 'opinion of 8 July', signatureFile: 'f' },
  };
  const noted = {
    ...{ by: 'sun', today: '2025-07-10' },
    files: [{ id: 'f', sha256: 'abc', isPicture: true }],
  };
  it.each<[string, Partial<typeof typed>, StepSignature[], string[]]>([
    ['whole', {}, [], []],
    ['no name', { signerName: ' ' }, [], ['signerName: form.missing']],
    ['no paper', { signedPaper: '' }, [], ['signedPaper: form.missing']],
    ['no day', { signatureOn: '' }, [], ['signatureOn: form.missing']],
    ['a day to come', { signatureOn: '2025-07-11' }, [], ['signatureOn: approvals.meetingAhead']],
    ['who signed already', {}, [by('An')], ['signerName: approvals.signedAlready']],
    ['the day of the step before', { signatureOn: '2025-07-06' }, [], []],
    ['the day before it', { signatureOn: '2025-07-05' }, [], ['signatureOn: approvals.signedBefore']],
    [
      'who signed already, with a gap',
      { signerName: 'Ａ n' },
      [by('An')],
      ['signerName: approvals.signedAlready'],
    ],
    ['who drafted it', { signerName: 'Zhou' }, [], ['signerName: approvals.ownDraftSigned']],
    ['who drafted it, with a dot', { signerName: 'Zh·o-u。' }, [], ['signerName: approvals.ownDraftSigned']],
    ['signs alone', { signerName: '。。·' }, [], ['signerName: form.missing']],
    ['who drafted it, in capitals', { signerName: 'ZHOU' }, [], ['signerName: approvals.ownDraftSigned']],
    ['one too many', {}, [by('Bo'), by('Cai'), by('Du')], ['signerName: approvals.allSigned']],
    ['no scan', { signatureFile: '' }, [], ['signatureFile: approvals.signedScanMissing']],
    ['a file that is not there', { signatureFile: 'g' }, [], ['signatureFile: form.notAllowed']],
    ['who is something else', { signerName: 'leader' }, [], ['signerName: approvals.otherPost']],
    ['an identity number', { signerName: '11010519491231002X' }, [], ['signerName: form.privateNumber']],
  ])('on paper: %s', (_, change, signatures, problems) => {
    const read = readNamedSignature({ ...typed, ...change }, of(...signatures), noted);
    expect(read.problems.map(({ field, code }) => `${field}: ${code}`)).toEqual(problems);
  });

  const paper = (name: string): StepSignature => by(name, { signer: null });
  it.each<[string, string, string[][], StepSignature[], string[]]>([
    ['a holder', 'An', [['An'], ['Bo'], ['Cai']], [], []],
    ['a holder under another name of his', 'An 2', [['An', 'An 2'], ['Bo'], ['Cai']], [], []],
    ['nobody of three who hold the post', 'Du', [['An'], ['Bo'], ['Cai']], [], ['approvals.notASigner']],
    ['the third beside two', 'Du', [['An'], ['Bo']], [], []],
    ['a fourth beside two', 'Ed', [['An'], ['Bo']], [paper('Du')], ['approvals.notASigner']],
    ['the third, a holder named before', 'Du', [['An'], ['Bo']], [paper('Bo')], []],
    ['anybody where nobody has a log-in', 'Du', [], [paper('Ed'), paper('Fu')], []],
  ])('on paper fill the places that no log-in holds: %s', (_, signerName, holders, signatures, codes) => {
    const signed = { ...of(...signatures), known: known(...holders) };
    const read = readNamedSignature({ ...typed, signerName }, signed, noted);
    expect(read.problems.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, string[][], StepSignature[], string[]]>([
    ['where nobody has a log-in', [], [paper('Du'), paper('Ed')], ['Du', 'Ed']],
    [
      'where log-ins hold every place since',
      [['An'], ['Bo'], ['Cai']],
      [paper('Du'), paper('Ed')],
      ['Du: approvals.notASigner', 'Ed: approvals.notASigner'],
    ],
    [
      'where they hold two of three since',
      [['An'], ['Bo']],
      [paper('Du'), paper('Ed')],
      ['Du', 'Ed: approvals.notASigner'],
    ],
    ['where a holder is named', [['An'], ['Bo'], ['Cai']], [paper('A n'), by('Bo')], ['A n', 'Bo']],
    ['where a holder is named twice', [['An', 'An 2']], [paper('An'), paper('An 2')], ['An']],
    ['where a holder signed and is named otherwise', [['An', 'An 2']], [by('An'), paper('An 2')], ['An']],
    ['under two accounts of one person', [], [by('An'), by('Bo', { signer: 'an-2' })], ['An']],
    ['where somebody became something else', [], [paper('Leader')], ['Leader: approvals.otherPost']],
    ['where who signed holds the post no more', [['An'], ['Bo'], ['Cai']], [by('Du')], ['Du']],
  ])('count anew when the step is taken: %s', (_, holders, signatures, counted) => {
    const seen = seenSignatures({ ...of(), known: known(...holders) }, signatures);
    const told = seen.map(({ given, fallen }) => [given.name, ...(fallen ? [fallen.code] : [])].join(': '));
    expect(told).toEqual(counted);
  });

  it('leave room for who has a log-in once names on paper count no more', () => {
    const signatures = [paper('Du'), paper('Ed'), paper('Fu')];
    const person = { userId: 'an', name: 'An' };
    expect(signingProblems(of(...signatures), person)).toMatchObject([{ code: 'approvals.allSigned' }]);
    const held = known(['An'], ['Bo'], ['Cai']);
    expect(signingProblems({ ...of(...signatures), known: held }, person)).toEqual([]);
  });

  it.each<[string, StepSignature, string, boolean]>([
    ['his own', by('An'), 'an', true],
    ['his own, under another account', by('An'), 'an-2', true],
    ['another’s', by('An'), 'bo', false],
    ['another’s under his log-in', by('An'), 'sun', false],
    ['one on paper that he noted', paper('Du'), 'sun', true],
    ['one on paper that another noted', paper('Du'), 'bo', false],
    ['one that was noted in his name', paper('B·o'), 'bo', true],
    ['one that was noted in another’s', paper('An'), 'bo', false],
  ])('are taken back by whose they are: %s', (_, signature, person, may) => {
    const knows = known(['An', 'An 2'], ['Bo']);
    const kept = [{ ...signature, notedBy: 'sun' }];
    const [seen] = seenSignatures({ ...of(), known: knows }, kept);
    expect(seen && mayTakeBack(seen, person, knows)).toBe(may);
  });

  it('on paper are not typed by who drafted what they sign', () => {
    const read = readNamedSignature(typed, of(), { ...noted, by: DRAFTER.userId });
    expect(read.problems.map(({ code }) => code)).toEqual(['approvals.ownDraftNoted']);
  });

  it('on paper are kept by name, day, paper and scan', () => {
    expect(readNamedSignature(typed, of(), noted).signature).toEqual({
      ...{ name: 'An', signedOn: '2025-07-08', paper: 'opinion of 8 July', sha256: 'abc' },
    });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readRoute } from '../../../src/domain/approvals/read-route';
import type { Step } from '../../../src/domain/approvals/route';
import {
  countingSignatures,
  readNamedSignature,
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
const of = (...signatures: StepSignature[]) => ({
  ...{ step: STEP, digest: 'd', since: '2025-07-06', draftedBy: DRAFTER },
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
    ['of the same name', [by('An')], { userId: 'an-2', name: 'An' }, []],
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
    ...({
      by: 'sun',
      today: '2025-07-10',
      known: { holders: [], others: [{ name: 'Leader', why: 'approvals.otherPost' }] },
    } as const),
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
    const known = { holders: holders.map((names, index) => ({ person: `${index}`, names })), others: [] };
    const read = readNamedSignature({ ...typed, signerName }, of(...signatures), { ...noted, known });
    expect(read.problems.map(({ code }) => code)).toEqual(codes);
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

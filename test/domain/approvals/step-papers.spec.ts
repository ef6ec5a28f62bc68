import type { Evidence } from '../../../src/domain/approvals/route';
import { missingPapers, type PapersForm, readPapers } from '../../../src/domain/approvals/step-papers';

const FILES = [
  { id: 'scan', sha256: 'aa', isPicture: false },
  { id: 'shot', sha256: 'bb', isPicture: true },
];
const MEETING: readonly Evidence[] = ['minutes', 'attendance', 'resolution'];

/** A paper that is named whole. */
const named = (kind: string): PapersForm => ({
  paperTitles: { [kind]: 'minutes of 8 July' },
  paperPlaces: { [kind]: 'cabinet 2' },
  paperPages: { [kind]: '3' },
});
const file = (kind: string, id: string): PapersForm => ({ paperFiles: { [kind]: id } });
const told = (evidence: readonly Evidence[], form: PapersForm): string[] =>
  readPapers({ evidence }, form, FILES).problems.map(({ field, code }) => `${field}: ${code}`);

describe('the papers of a step', () => {
  it.each<[string, readonly Evidence[], PapersForm, string[]]>([
    ['none is asked for', [], {}, []],
    ['named whole', ['minutes'], named('minutes'), []],
    ['a scan', ['minutes'], file('minutes', 'scan'), []],
    ['a photographed paper', ['signed_paper'], file('signed_paper', 'shot'), []],
    ['a photo', ['photo'], file('photo', 'shot'), []],
    [
      'nothing typed: each is told at once',
      MEETING,
      {},
      MEETING.map((kind) => `paperTitles.${kind}: approvals.paperMissing`),
    ],
    [
      'one of three',
      MEETING,
      named('attendance'),
      ['paperTitles.minutes: approvals.paperMissing', 'paperTitles.resolution: approvals.paperMissing'],
    ],
    [
      'named by title alone',
      ['minutes'],
      { paperTitles: { minutes: 'minutes' } },
      ['paperPlaces.minutes: form.missing', 'paperPages.minutes: form.missing'],
    ],
    [
      'no pages',
      ['minutes'],
      { ...named('minutes'), paperPages: { minutes: '0' } },
      ['paperPages.minutes: form.notACount'],
    ],
    [
      'pages in words',
      ['minutes'],
      { ...named('minutes'), paperPages: { minutes: 'three' } },
      ['paperPages.minutes: form.notACount'],
    ],
    [
      'an identity number',
      ['minutes'],
      { ...named('minutes'), paperTitles: { minutes: '11010519491231002X' } },
      ['paperTitles.minutes: form.privateNumber'],
    ],
    [
      'a title too long',
      ['minutes'],
      { ...named('minutes'), paperTitles: { minutes: 'x'.repeat(101) } },
      ['paperTitles.minutes: form.tooLong'],
    ],
    [
      'a file of something else',
      ['minutes'],
      file('minutes', 'other'),
      ['paperFiles.minutes: form.notAllowed'],
    ],
    [
      'a photo that is only named',
      ['display_photo'],
      named('display_photo'),
      ['paperFiles.display_photo: approvals.photoMissing'],
    ],
    ['a photo that is a PDF', ['photo'], file('photo', 'scan'), ['paperFiles.photo: approvals.notAPhoto']],
    ['a filing, whose number and day are its receipt', ['filing_receipt'], {}, []],
    ['a paper nobody asked for', ['minutes'], { ...named('minutes'), ...file('photo', 'other') }, []],
  ])('%s', (_, evidence, form, problems) => {
    expect(told(evidence, form)).toEqual(problems);
  });

  it('are kept as they were shown, and nothing of what is asked is missing then', () => {
    const step = { evidence: MEETING };
    const form: PapersForm = {
      paperTitles: { minutes: ' minutes ', attendance: 'who came' },
      paperPlaces: { minutes: 'cabinet 2', attendance: '' },
      paperPages: { minutes: '12' },
      paperFiles: { attendance: 'scan', resolution: 'shot' },
    };
    const { papers, problems } = readPapers(step, form, FILES);
    expect(problems).toEqual([]);
    expect(papers).toEqual([
      { kind: 'minutes', title: 'minutes', keptAt: 'cabinet 2', pages: 12, sha256: null },
      { kind: 'attendance', title: 'who came', keptAt: '', pages: null, sha256: 'aa' },
      { kind: 'resolution', title: '', keptAt: '', pages: null, sha256: 'bb' },
    ]);
    expect(missingPapers(step, papers)).toEqual([]);
  });

  it('are missing where a row was taken out, or a photo has no file', () => {
    const { papers } = readPapers({ evidence: ['minutes'] }, named('minutes'), FILES);
    expect(missingPapers({ evidence: MEETING }, papers)).toEqual(['attendance', 'resolution']);
    const photo = { kind: 'photo', title: 'wall', keptAt: 'phone', pages: 1, sha256: null } as const;
    expect(missingPapers({ evidence: ['photo'] }, [photo])).toEqual(['photo']);
    expect(missingPapers({ evidence: ['filing_receipt'] }, [])).toEqual([]);
  });
});

describe('a photo that shows something', () => {
  it.each<[number | null, number | null, number]>([
    [480, 640, 0],
    [4000, 480, 0],
    [479, 640, 1],
    [4000, 479, 1],
    [1, 1, 1],
    [null, null, 0],
  ])('of %s by %s points: %i problems', (width, height, problems) => {
    const shot = { id: 'shot', sha256: 'bb', isPicture: true, size: { width, height } };
    const read = readPapers({ evidence: ['display_photo'] }, { paperFiles: { display_photo: 'shot' } }, [
      shot,
    ]);
    expect(read.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
      Array(problems).fill('approvals.photoTooSmall paperFiles.display_photo'),
    );
  });
});

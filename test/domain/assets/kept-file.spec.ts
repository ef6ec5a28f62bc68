import { checkKeptFiles, type Hashed } from '../../../src/domain/assets/check-kept-files';
import {
  type FileWithdrawal,
  fileWithdrawalProblems,
  fileWithdrawalText,
  type KeptFile,
  type KeptFileFacts,
  type KeptFileForm,
  keptFileProblems,
  keptFileText,
  MOST_FILES,
  MOST_PUBLIC_BYTES,
} from '../../../src/domain/assets/kept-file';
import { Findings } from '../../../src/domain/ledger/check-pass';

const FORM: KeptFileForm = { paperKind: 'photo', datedOn: '2025-07-20', remark: '', audience: 'public' };
const FACTS: KeptFileFacts = {
  ...{ today: '2025-07-20', owner: 'asset', cameAs: 'a1', mediaType: 'image/jpeg' },
  ...{ sizeBytes: MOST_PUBLIC_BYTES, standing: [{ sha256: 'b2', cameAs: 'c3' }] },
};

describe('a file beside the books', () => {
  it.each<{ rule: string; form?: Partial<KeptFileForm>; facts?: Partial<KeptFileFacts>; codes: string[] }>([
    { rule: 'is a photo of an asset, shown to everyone, of today and as large as may be', codes: [] },
    {
      rule: 'is nothing without its kind, day and audience',
      form: { paperKind: '', datedOn: '', audience: '' },
      codes: ['form.missing paperKind', 'form.missing datedOn', 'form.missing audience'],
    },
    {
      rule: 'is of a kind and for an audience of the list',
      form: { paperKind: 'picture', audience: 'everyone' },
      codes: ['form.notAllowed paperKind', 'form.notAllowed audience'],
    },
    { rule: 'is not of tomorrow', form: { datedOn: '2025-07-21' }, codes: ['keptFile.later datedOn'] },
    { rule: 'is of a day', form: { datedOn: '2025-02-30' }, codes: ['calendar.notADay datedOn'] },
    {
      rule: 'names no number of a person',
      form: { remark: 'Li 13812345678' },
      codes: ['form.privateNumber remark'],
    },
    {
      rule: 'is no photo as a PDF',
      form: { audience: 'office' },
      facts: { mediaType: 'application/pdf' },
      codes: ['keptFile.notAPhoto paperKind'],
    },
    {
      rule: 'is any other paper as a PDF',
      form: { paperKind: 'contract', audience: 'office' },
      facts: { mediaType: 'application/pdf', owner: 'contract', sizeBytes: MOST_PUBLIC_BYTES + 1 },
      codes: [],
    },
    {
      rule: 'is the slip behind a voucher, photographed',
      form: { paperKind: 'bill', audience: 'office' },
      facts: { owner: 'voucher' },
      codes: [],
    },
    {
      rule: 'is not public with a voucher',
      facts: { owner: 'voucher' },
      codes: ['keptFile.onlyPhotosPublic audience'],
    },
    {
      rule: 'is not public as a paper',
      form: { paperKind: 'bill' },
      codes: ['keptFile.onlyPhotosPublic audience'],
    },
    {
      rule: 'is not public with a contract',
      facts: { owner: 'lease' },
      codes: ['keptFile.onlyPhotosPublic audience'],
    },
    {
      rule: 'is not public one byte too large',
      facts: { sizeBytes: MOST_PUBLIC_BYTES + 1 },
      codes: ['keptFile.tooLargeForPublic audience'],
    },
    {
      rule: 'stands there once, also where another encoder drew it otherwise',
      facts: { standing: [{ sha256: 'b2', cameAs: 'a1' }] },
      codes: ['keptFile.twice '],
    },
    {
      rule: 'stands there once, also where it was kept as it came, before files were drawn anew',
      facts: { standing: [{ sha256: 'a1', cameAs: null }] },
      codes: ['keptFile.twice '],
    },
    {
      rule: 'stands there once, also where it was saved from the program, which had drawn it anew',
      facts: { standing: [{ sha256: 'a1', cameAs: 'c3' }] },
      codes: ['keptFile.twice '],
    },
    {
      rule: 'is the last that fits',
      facts: { standing: Array.from({ length: MOST_FILES - 1 }, () => ({ sha256: 'b2', cameAs: 'c3' })) },
      codes: [],
    },
    {
      rule: 'is one too many',
      facts: { standing: Array.from({ length: MOST_FILES }, () => ({ sha256: 'b2', cameAs: 'c3' })) },
      codes: ['keptFile.tooMany '],
    },
  ])('$rule', ({ form, facts, codes }) => {
    const problems = keptFileProblems({ ...FORM, ...form }, { ...FACTS, ...facts });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('tells the day, the bound and the count it is held against', () => {
    const facts = (form: Partial<KeptFileForm>, given: Partial<KeptFileFacts>): unknown[] =>
      keptFileProblems({ ...FORM, ...form }, { ...FACTS, ...given }).map((problem) => problem.facts);
    expect(facts({ datedOn: '2025-07-21' }, {})).toEqual([{ today: '2025-07-20' }]);
    expect(facts({}, { sizeBytes: MOST_PUBLIC_BYTES + 1 })).toEqual([{ kilobytes: 500 }]);
    const standing = Array.from({ length: MOST_FILES }, () => ({ sha256: 'b2', cameAs: 'c3' }));
    expect(facts({}, { standing })).toEqual([{ max: 40 }]);
  });

  it('is withdrawn with a reason that names no number of a person', () => {
    expect(fileWithdrawalProblems(' ')).toEqual([{ code: 'form.missing', field: 'withdrawalReason' }]);
    expect(fileWithdrawalProblems('wrong asset')).toEqual([]);
    expect(fileWithdrawalProblems('card 6222021234567890123')).toEqual([
      { code: 'form.privateNumber', field: 'withdrawalReason' },
    ]);
  });
});

describe('the rows of files', () => {
  const hash = (text: string): string => `hash of ${text}`;
  const file: KeptFile = {
    ...{ id: 'f1', ownerKind: 'asset', ownerId: 'a1', paperKind: 'photo', datedOn: '2025-07-20' },
    ...{ remark: 'front', audience: 'public', sha256: 'a1', mediaType: 'image/jpeg', sizeBytes: 3 },
    ...{ width: 4, height: 5, cameAs: 'b2', keptBy: 'wang', keptAt: '2025-07-20T00:00:00.000Z' },
  };
  const withdrawal: FileWithdrawal = {
    ...{ fileId: 'f1', reason: 'blurred', withdrawnBy: 'wang', withdrawnAt: '2025-07-21T00:00:00.000Z' },
  };
  const kept: Hashed<KeptFile> = { ...file, digest: hash(keptFileText(file)) };
  const gone: Hashed<FileWithdrawal> = { ...withdrawal, digest: hash(fileWithdrawalText(withdrawal)) };
  const found = (files: Hashed<KeptFile>[], withdrawals: Hashed<FileWithdrawal>[]): Findings => {
    const findings = new Findings('files');
    checkKeptFiles({ files, withdrawals }, hash, findings);
    return findings;
  };

  it('say what they were kept with', () => {
    expect(found([kept], [gone])).toMatchObject({ looked: 1, broken: 0 });
  });

  it('of before say what they said then: nothing of how a file came', () => {
    const before = { ...file, cameAs: null };
    expect(keptFileText(before)).toBe(
      '["keptFile/1","f1","asset","a1","photo","2025-07-20","front","public","a1","image/jpeg",3,4,5,' +
        '"wang","2025-07-20T00:00:00.000Z"]',
    );
    const { breaks } = found([{ ...before, cameAs: 'b2', digest: hash(keptFileText(before)) }], []);
    expect(breaks.map(({ code }) => code)).toEqual(['check.fileChanged']);
  });

  it.each<keyof KeptFile>([
    ...(['id', 'ownerKind', 'ownerId', 'paperKind', 'datedOn', 'remark', 'audience', 'sha256'] as const),
    ...(['mediaType', 'sizeBytes', 'width', 'height', 'keptBy', 'keptAt', 'cameAs'] as const),
  ])('are found where %s was changed', (name) => {
    const changed = typeof kept[name] === 'number' ? 9 : 'other';
    const { breaks } = found([{ ...kept, [name]: changed }], []);
    expect(breaks.map(({ code }) => code)).toEqual(['check.fileChanged']);
  });

  it.each<keyof FileWithdrawal>(['reason', 'withdrawnBy', 'withdrawnAt'])(
    'are found where %s of a withdrawal was changed',
    (name) => {
      expect(found([kept], [{ ...gone, [name]: 'other' }]).breaks).toMatchObject([
        {
          code: 'check.fileWithdrawalChanged',
          facts: { fileId: 'f1', paper: 'photo', day: '2025-07-20' },
        },
      ]);
    },
  );

  it('are missed where a withdrawal names one that is gone', () => {
    expect(found([], [gone]).breaks).toMatchObject([{ code: 'check.fileGone', facts: { fileId: 'f1' } }]);
  });
});

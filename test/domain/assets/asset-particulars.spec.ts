import { plateOwners } from '../../../src/domain/assets/plates';
import {
  CONDITIONS,
  PARTICULARS,
  type Particulars,
  type ParticularsForm,
  particularsOn,
  type ParticularsVersion,
  readParticularsVersion,
} from '../../../src/domain/assets/asset-particulars';

const NOTHING: Particulars = {
  ...{ condition: 'inUse', projectName: '', projectYear: '', builder: '', acceptedOn: '', titlePaper: '' },
  ...{
    plateNumber: '',
    location: '',
    latitude: '',
    longitude: '',
    extent: '',
    extentUnit: '',
    lifeYears: '',
  },
  ...{ operatingBody: '', incomeBody: '', keepingBody: '', disposalBody: '', supervisionBody: '' },
  ...{ keeperPost: '', remark: '' },
};
const KNOWN: Particulars = {
  condition: 'idle',
  projectName: 'Cold chain 2021',
  projectYear: '2021',
  builder: 'Town works office',
  acceptedOn: '2021-09-30',
  titlePaper: 'Title 2021-7',
  plateNumber: 'LH-021-07',
  location: 'east of the village office',
  latitude: '32.891234',
  longitude: '115.812345',
  extent: '320.5',
  extentUnit: 'square metres',
  lifeYears: '20',
  operatingBody: 'Fresh Fruit Ltd',
  incomeBody: 'Donghe cooperative',
  keepingBody: 'Donghe village committee',
  disposalBody: 'Donghe cooperative',
  supervisionBody: 'Liuhe town',
  keeperPost: 'deputy head',
  remark: 'roof mended',
};
const FIRST = { validFrom: '2021-09-30', why: '', basedOn: '0' };
const FACTS = { today: '2025-07-14', acquiredOn: '2021-09-30', versions: [] };

const version = (number: number, validFrom: string, said: Partial<Particulars> = {}): ParticularsVersion => ({
  ...NOTHING,
  ...said,
  ...{ version: number, validFrom, why: '', enteredBy: 'wang', enteredAt: '2025-07-14T00:00:00.000Z' },
});

const first = (change: Partial<ParticularsForm>): ParticularsForm => ({ ...NOTHING, ...FIRST, ...change });
const problemsOf = (change: Partial<ParticularsForm>) =>
  readParticularsVersion(first(change), FACTS).problems;

describe('the particulars of an asset', () => {
  it('are read whole, each text without the blanks around it', () => {
    const padded = Object.fromEntries(PARTICULARS.map((name) => [name, ` ${KNOWN[name]} `]));
    const days = { acceptedOn: KNOWN.acceptedOn };
    expect(readParticularsVersion({ ...first(KNOWN), ...padded, ...days }, FACTS)).toEqual({
      validFrom: '2021-09-30',
      particulars: KNOWN,
      why: '',
      problems: [],
    });
  });

  it('may all be unknown but how it is used', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ condition: ' ' })).toEqual([{ code: 'form.missing', field: 'condition' }]);
    for (const condition of CONDITIONS.filter((each) => each !== 'disposed'))
      expect(problemsOf({ condition })).toEqual([]);
    const sold = { code: 'form.notAllowed', field: 'condition', value: 'sold' };
    expect(problemsOf({ condition: 'sold' })).toEqual([sold]);
  });

  const bounds = { latitude: { least: '3', most: '54' }, longitude: { least: '73', most: '136' } };
  it.each<{ field: 'latitude' | 'longitude'; text: string; sound: boolean }>([
    { field: 'latitude', text: '3', sound: true },
    { field: 'latitude', text: '2.999999', sound: false },
    { field: 'latitude', text: '54.000000', sound: true },
    { field: 'latitude', text: '54.000001', sound: false },
    { field: 'latitude', text: '32.1234567', sound: false },
    { field: 'latitude', text: '\uff13\uff12.\uff15', sound: true },
    { field: 'latitude', text: '115.8', sound: false },
    { field: 'latitude', text: '-32', sound: false },
    { field: 'latitude', text: '32 N', sound: false },
    { field: 'longitude', text: '73', sound: true },
    { field: 'longitude', text: '72.999999', sound: false },
    { field: 'longitude', text: '136', sound: true },
    { field: 'longitude', text: '136.000001', sound: false },
  ])('stand on $field $text: $sound', ({ field, text, sound }) => {
    const other = field === 'latitude' ? { longitude: '115' } : { latitude: '32' };
    const refused = { code: 'particulars.notADegree', field, value: text, facts: bounds[field] };
    const found = problemsOf({ ...other, [field]: text });
    expect(found.map(({ code }) => code)).toEqual(sound ? [] : [refused.code]);
    if (!sound) expect(found).toEqual([refused]);
  });

  it.each<[given: keyof Particulars, missing: keyof Particulars, text: string]>([
    ['latitude', 'longitude', '32'],
    ['longitude', 'latitude', '115'],
    ['extent', 'extentUnit', '3'],
    ['extentUnit', 'extent', 'mu'],
  ])('never say %s without %s', (given, missing, text) => {
    expect(problemsOf({ [given]: text })).toEqual([{ code: 'form.missing', field: missing }]);
  });

  it.each<[field: keyof ParticularsForm, text: string, code: string | undefined]>([
    ['projectYear', '1900', undefined],
    ['projectYear', '2100', 'calendar.notAYear'],
    ['projectYear', '2021', undefined],
    ['projectYear', '2022', 'assets.yearAfterAcquired'],
    ['projectYear', '2026', 'assets.yearToCome'],
    ['projectYear', '21', 'calendar.notAYear'],
    ['lifeYears', '0', 'particulars.notYears'],
    ['lifeYears', '1', undefined],
    ['lifeYears', '100', undefined],
    ['lifeYears', '101', 'particulars.notYears'],
    ['lifeYears', '2.5', 'particulars.notYears'],
    ['acceptedOn', '2025-07-14', undefined],
    ['acceptedOn', '2025-07-15', 'particulars.later'],
    ['acceptedOn', '2025-02-30', 'calendar.notADay'],
    ['validFrom', '2021-09-29', 'particulars.beforeAsset'],
    ['validFrom', '2021-09-30', undefined],
    ['validFrom', '2025-07-14', undefined],
    ['validFrom', '2025-07-15', 'particulars.later'],
    ['validFrom', '', 'form.missing'],
    ['validFrom', '2025-13-01', 'calendar.notADay'],
    ['keeperPost', 'deputy head 13800138000', 'form.privateNumber'],
    ['location', 'home of 340123199001011234', 'form.privateNumber'],
    ['why', 'call 13800138000', 'form.privateNumber'],
    ['basedOn', '1', 'particulars.changedMeanwhile'],
  ])('read %s "%s": %s', (field, text, code) => {
    expect(problemsOf({ [field]: text }).map((problem) => problem.code)).toEqual(
      code === undefined ? [] : [code],
    );
  });

  it.each<[text: string, code: string | undefined]>([
    ['0', 'form.notPositive'],
    ['0.01', undefined],
    ['1,234.5', undefined],
    ['12 mu', 'form.notAQuantity'],
  ])('measure an extent of %s: %s', (extent, code) => {
    const found = problemsOf({ extent, extentUnit: 'mu' });
    expect(found.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
  });

  it('tell of no project that began after it was accepted', () => {
    const accepted = { acceptedOn: '2023-12-31', why: 'rebuilt' };
    expect(problemsOf({ ...accepted, projectYear: '2023' })).toEqual([]);
    expect(problemsOf({ ...accepted, projectYear: '2024' })).toEqual([
      { code: 'assets.yearToCome', field: 'projectYear', value: '2024', facts: { latest: '2023' } },
    ]);
  });

  it('tell of a project after the acquisition with a reason only', () => {
    const late = { projectYear: '2022' };
    const problem = { code: 'assets.yearAfterAcquired', field: 'projectYear', value: '2022' };
    expect(problemsOf(late)).toEqual([{ ...problem, facts: { latest: '2021' } }]);
    expect(problemsOf({ ...late, why: ' ' })).toEqual([{ ...problem, facts: { latest: '2021' } }]);
    expect(problemsOf({ ...late, why: 'paid after the building' })).toEqual([]);
  });

  it('name everything that is wrong at once', () => {
    const wrong = {
      condition: '',
      projectYear: 'x',
      acceptedOn: 'x',
      latitude: 'x',
      lifeYears: 'x',
      extent: 'x',
    };
    expect(problemsOf({ ...wrong, validFrom: '', basedOn: '' }).map(({ field }) => field)).toEqual([
      ...['', 'validFrom', 'condition', 'projectYear', 'acceptedOn', 'latitude', 'extent', 'lifeYears'],
      ...['longitude', 'extentUnit'],
    ]);
  });
});

describe('a change of the particulars', () => {
  const versions = [version(1, '2021-09-30'), version(2, '2023-01-01', { condition: 'idle' })];
  const change = (wish: Partial<ParticularsForm>) =>
    readParticularsVersion(
      { ...NOTHING, validFrom: '2025-07-01', why: 'let again', basedOn: '2', ...wish },
      { ...FACTS, versions },
    ).problems.map(({ code, field }) => `${code} ${field}`);

  it('says why', () => {
    expect(change({})).toEqual([]);
    expect(change({ why: ' ' })).toEqual(['form.missing why']);
  });

  it('gives it no plate that another asset bears', () => {
    const plates = { owners: plateOwners([{ name: 'hall', plateNumber: 'LH-1' }]) };
    const plated = (plateNumber: string, kept = versions) =>
      readParticularsVersion(
        { ...NOTHING, validFrom: '2025-07-01', why: 'x', basedOn: '2', remark: 'x', plateNumber },
        { ...FACTS, versions: kept, plates },
      ).problems;
    const facts = { asset: 'hall' };
    expect(plated('lh-1')).toEqual([
      { code: 'assets.plateTaken', field: 'plateNumber', value: 'lh-1', facts },
    ]);
    expect(plated('LH-2')).toEqual([]);
    // Where two bear one from before, the rest of what is known may still change.
    const twice = [version(1, '2021-09-30'), version(2, '2023-01-01', { plateNumber: 'LH-1' })];
    expect(plated('LH-1', twice)).toEqual([]);
  });

  it('changes something on its first day', () => {
    expect(change({ condition: 'idle' })).toEqual(['particulars.unchanged ']);
    expect(change({ validFrom: '2022-12-31' })).toEqual(['particulars.unchanged ']);
    expect(change({ validFrom: '2022-12-31', remark: 'x' })).toEqual([]);
    expect(change({ validFrom: '2022-12-31', condition: 'idle' })).toEqual([]);
  });

  it('is made on what stands there, not on what stood there when the form was opened', () => {
    expect(change({ basedOn: '1' })).toEqual(['particulars.changedMeanwhile ']);
    expect(change({ basedOn: '3' })).toEqual(['particulars.changedMeanwhile ']);
  });

  it.each<[basedOn: string, fields: string[]]>([
    ['3', ['location']],
    ['2', ['plateNumber', 'location']],
    ['', ['condition', 'plateNumber', 'location']],
  ])('names what was changed since %j: %s', (basedOn, fields) => {
    const versions = [
      version(1, '2021-09-30'),
      version(2, '2023-01-01'),
      version(3, '2023-02-01', { plateNumber: 'LH-1' }),
      version(4, '2023-03-01', { plateNumber: 'LH-1', location: 'the east end' }),
    ];
    const { problems } = readParticularsVersion(
      { ...NOTHING, validFrom: '2025-07-01', why: 'x', basedOn, remark: 'x' },
      { ...FACTS, versions },
    );
    const found = problems.find(({ code }) => code === 'particulars.changedMeanwhile');
    expect([...(found?.facts?.fields as string[])].sort()).toEqual([...fields].sort());
  });

  it.each<[day: string, version: number | undefined]>([
    ['2021-09-29', undefined],
    ['2021-09-30', 1],
    ['2022-12-31', 1],
    ['2023-01-01', 3],
    ['2024-05-31', 3],
    ['2024-06-01', 2],
  ])('is in force on %s as version %s', (day, number) => {
    const kept = [version(1, '2021-09-30'), version(2, '2024-06-01'), version(3, '2023-01-01')];
    expect(particularsOn(kept, day)?.version).toBe(number);
  });

  it('takes the place of an earlier one of the same day', () => {
    expect(particularsOn([version(1, '2023-01-01'), version(2, '2023-01-01')], '2023-01-01')?.version).toBe(
      2,
    );
    expect(particularsOn([version(2, '2023-01-01'), version(1, '2023-01-01')], '2023-01-01')?.version).toBe(
      2,
    );
  });

  it.each<[rule: string, leftOn: string | undefined, wish: Partial<ParticularsForm>, found: string[]]>([
    [
      'is not disposed of by hand',
      undefined,
      { condition: 'disposed' },
      ['particulars.notDisposed condition'],
    ],
    ['nor before it left', '2025-07-02', { condition: 'disposed' }, ['particulars.notDisposed condition']],
    ['is from the day it left', '2025-07-01', { condition: 'disposed' }, []],
    ['and nothing else then', '2025-07-01', { condition: 'damaged' }, ['particulars.disposed condition']],
    ['but was something else before', '2025-07-02', { condition: 'damaged' }, []],
    ['says no more of a word that is none', '2025-07-01', { condition: 'x' }, ['form.notAllowed condition']],
  ])('%s', (_rule, leftOn, wish, found) => {
    const form = { ...NOTHING, validFrom: '2025-07-01', why: 'storm', basedOn: '2', ...wish };
    const { problems } = readParticularsVersion(form, { ...FACTS, leftOn, versions });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(found);
  });
});

import {
  type LocalStandard,
  readStandard,
  type StandardForm,
  valuesById,
} from '../../../src/domain/policy/local-standard';
import { readPack } from '../../../src/domain/policy/read-pack';
import { SMALL_PACK_ID, smallPack } from './small-pack';

const pack = readPack(smallPack(), SMALL_PACK_ID);

describe('what is wrong with a local standard, told with what it is held against', () => {
  const form: StandardForm = {
    ...{ region: ' 990100 ', numberId: ' posts.floor ', value: ' 65% ', from: '2024-07-01' },
    ...{ paperTitle: '样例通知', paperNumber: ' 1号 ', paperIssuer: ' 县局 ', paperIssuedOn: '2024-07-15' },
  };
  const basis = {
    ...{ officeRegion: '990100', regions: ['990100'] },
    ...{ packs: [pack], above: [], today: '2024-07-15' },
  };
  const problemsOf = (wish: Partial<StandardForm>, more: Partial<typeof basis> = {}): unknown =>
    readStandard({ ...form, ...wish }, { ...basis, ...more }).problems;

  it('is kept without the blanks around, on a paper issued today', () => {
    expect(readStandard(form, basis)).toEqual({
      problems: [],
      standard: {
        ...{ region: '990100', numberId: 'posts.floor', value: '0.65', from: '2024-07-01' },
        paper: { title: '样例通知', number: '1号', issuer: '县局', issuedOn: '2024-07-15' },
      },
    });
  });

  it('keeps nothing where nothing can be read', () => {
    const blank = {
      value: '',
      from: '',
      paperTitle: '',
      paperNumber: '',
      paperIssuer: '',
      paperIssuedOn: '',
    };
    expect(readStandard({ ...form, ...blank }, basis).standard).toMatchObject({
      ...{ value: '', from: '', paper: { title: '', number: undefined, issuer: '', issuedOn: '' } },
    });
    expect(readStandard({ ...form, value: '650' }, basis).standard.value).toBe('');
    expect(readStandard({ ...form, numberId: 'main.roof' }, basis).standard.value).toBe('');
  });

  it.each<[what: string, wish: Partial<StandardForm>, problem: object]>([
    [
      'another region',
      { region: '990200' },
      { code: 'policy.otherRegion', field: 'region', value: '990200', facts: { region: '990100' } },
    ],
    [
      'no number of a pack',
      { numberId: 'roof' },
      { code: 'policy.numberUnknown', field: 'numberId', value: 'roof' },
    ],
    [
      'another unit',
      { value: '650' },
      { code: 'policy.notInUnit', field: 'value', value: '650', facts: { unit: 'share' } },
    ],
    [
      'not stricter than the document',
      { value: '60%' },
      {
        ...{ code: 'policy.notStricter', field: 'value', value: '0.6' },
        facts: { given: '0.6', unit: 'share', title: '样例办法', direction: 'higher' },
      },
    ],
    [
      'a number of which nobody can tell which way it is stricter',
      { numberId: 'yearly', value: '13000' },
      {
        ...{ code: 'policy.strictnessUnclear', field: 'numberId', value: 'yearly' },
        facts: { given: '12000.00', unit: 'yuan', title: '样例办法' },
      },
    ],
    [
      'a paper of tomorrow',
      { paperIssuedOn: '2024-07-16' },
      { code: 'policy.paperOfTomorrow', field: 'paperIssuedOn', value: '2024-07-16' },
    ],
  ])('of %s', (_what, wish, problem) => {
    expect(problemsOf(wish)).toEqual([problem]);
  });

  const dated = (from: string, to: string | null, share: string) => {
    const raw = smallPack();
    raw.clauses['uses'] = { at: '三', text: '扣除土地租金后,用于公益岗位工资,必要的奖励补助,不低于60%、70%' };
    Object.assign(raw.valid, { from, to, confirm_after: null });
    raw.values = raw.values.map((value) =>
      value['id'] === 'posts.floor' ? { ...value, value: share } : value,
    );
    return readPack(raw, `990100/${from}`);
  };

  it('is judged, where a pack begins later, by that pack’s first day', () => {
    const later = dated('2025-01-01', null, '0.6');
    expect(problemsOf({}, { packs: [later] })).toEqual([]);
    expect(problemsOf({ value: '55%' }, { packs: [later] })).toMatchObject([{ code: 'policy.notStricter' }]);
  });

  it('may be stricter than one of two packs it meets only, and asks no pack that has ended', () => {
    const [old, next] = [dated('2024-01-01', '2024-12-31', '0.6'), dated('2025-01-01', null, '0.7')];
    expect(problemsOf({ value: '65%' }, { packs: [old, next] })).toEqual([]);
    expect(problemsOf({ value: '65%', from: '2024-12-31' }, { packs: [old, next] })).toEqual([]);
    expect(problemsOf({ value: '65%', from: '2025-01-01' }, { packs: [old, next] })).toMatchObject([
      { code: 'policy.notStricter', facts: { given: '0.7' } },
    ]);
  });

  it('asks no pack that does not know its number', () => {
    const other = readPack({ ...smallPack(), needs: [] }, SMALL_PACK_ID);
    expect(problemsOf({ numberId: 'main.floor' }, { packs: [other, pack] })).toEqual([]);
  });

  it('is held against the latest of each region above, and told once', () => {
    const paper = { title: '通知', number: undefined, issuer: '市', issuedOn: '2024-01-01' };
    const above = (id: string, value: string, from: string): LocalStandard => ({
      ...{ id, region: '990000', numberId: 'posts.floor', value, from, paper },
    });
    const given = [
      above('1', '0.7', '2024-02-01'),
      above('2', '0.66', '2024-03-01'),
      above('3', '0.64', '2024-03-01'),
    ];
    expect(problemsOf({}, { above: given as never })).toEqual([]);
    expect(problemsOf({}, { above: given.slice(0, 2) as never, packs: [pack, pack] })).toEqual([
      {
        ...{ code: 'policy.looserThanAbove', field: 'value', value: '0.65' },
        facts: { region: '990000', title: '通知', given: '0.66', unit: 'share', direction: 'higher' },
      },
    ]);
  });

  it('is judged with by the id of its number', () => {
    expect(
      valuesById([
        { id: 'posts.floor', value: '0.65' },
        { id: 'main.floor', value: '0.5' },
      ]),
    ).toEqual({
      ...{ 'posts.floor': '0.65', 'main.floor': '0.5' },
    });
  });
});

import {
  circumstancesOn,
  type CircumstanceEndForm,
  type CircumstanceForm,
  type HouseholdCircumstance,
  offeredCircumstances,
  readCircumstance,
  readCircumstanceEnd,
} from '../../../src/domain/collectives/household-circumstances';
import { circumstanceFacts, circumstancesOf } from '../../../src/domain/policy/circumstances';
import { tagsOf } from '../../../src/domain/policy/judge';
import { seeded } from '../policy/seeded';

const GX = seeded.requirePack('450000/2022-07-19').pack;
const KZ = seeded.requirePack('211324/2024-08-15').pack;
const SQ = seeded.requirePack('411400/2018-04-09').pack;
const FY = seeded.requirePack('341200/2023-09-21').pack;

describe('what a document asks of a household beside its income', () => {
  it.each([
    ['GX-1-4', GX, ['sudden_drop 因疫情收入骤降']],
    ['KZ-2-1', KZ, ['unstable_work 就业不稳定']],
    [
      'SQ-A5b and SQ-A7b',
      SQ,
      [
        ...['cannot_work 丧失劳动能力', 'single_parent 单亲有未成年子女', 'badly_disabled 重残'],
        ...['several_disabled 一户多残', 'no_labour 无劳动能力', 'no_resources 无资源'],
        ...['no_steady_income 无稳定收入来源', 'old 老', 'weak 弱', 'ill 病', 'disabled 残'],
        ...['low_income_aid 低保', 'five_guarantees 五保'],
      ],
    ],
    // FY names numbers only.
    ['FY-02b', FY, []],
  ])('%s', (_, pack, words) => {
    expect(circumstancesOf(pack).map(({ id, name }) => `${id} ${name}`)).toEqual(words);
  });

  it.each([
    [GX, ['sudden_drop'], ['sudden_drop']],
    [GX, ['unstable_work'], []],
    [GX, [], []],
    [KZ, ['unstable_work'], ['unstable_work']],
    [KZ, ['sudden_drop'], []],
    [SQ, ['several_disabled'], ['priority']],
    [SQ, ['five_guarantees'], ['pv_priority']],
    [SQ, ['cannot_work', 'old'], ['priority', 'pv_priority']],
    [SQ, [], []],
  ])('bears its tags, those of no other document: %#', (pack, held, tags) => {
    expect(tagsOf(pack, { subject: 'household', facts: circumstanceFacts(held) }).tags).toEqual(tags);
  });

  it('is offered once, in the words of the document named first', () => {
    expect(offeredCircumstances([KZ, GX, KZ]).map(({ id, pack }) => `${id} ${pack}`)).toEqual([
      'unstable_work 211324/2024-08-15',
      'sudden_drop 450000/2022-07-19',
    ]);
  });
});

const known = (of: Partial<HouseholdCircumstance>): HouseholdCircumstance => ({
  ...{ householdId: 'one', circumstanceNumber: 1, circumstance: 'sudden_drop' },
  ...{ fromDay: '2022-03-01', end: undefined },
  ...of,
});
const till = (endedOn: string) => known({ end: { endedOn, why: 'ended' } });
const mistaken = known({ end: { endedOn: '2022-03-01', why: 'mistaken' } });

describe('a circumstance', () => {
  it.each([
    ['2022-02-28', [known({})], []],
    ['2022-03-01', [known({})], ['sudden_drop']],
    ['2022-06-30', [till('2022-06-30')], ['sudden_drop']],
    ['2022-07-01', [till('2022-06-30')], []],
    ['2022-03-01', [mistaken], []],
    ['2022-03-01', [mistaken, known({ circumstanceNumber: 2 })], ['sudden_drop']],
  ])('on %s', (day, all, held) => expect(circumstancesOn(all, day)).toEqual(held));

  const read = (of: Partial<CircumstanceForm>, all: HouseholdCircumstance[] = [], packs = [GX]) =>
    readCircumstance(
      {
        ...{ circumstance: 'sudden_drop', circumstanceFrom: '2022-07-01', circumstancePaper: 'list' },
        ...of,
      },
      { words: offeredCircumstances(packs), known: all, today: '2022-07-20' },
    );
  it.each([
    ['', {}, []],
    ['today', { circumstanceFrom: '2022-07-20' }, []],
    ['tomorrow', { circumstanceFrom: '2022-07-21' }, ['person.dayAhead circumstanceFrom']],
    ['no day', { circumstanceFrom: '2022-02-30' }, ['calendar.notADay circumstanceFrom']],
    ['none', { circumstance: '' }, ['form.missing circumstance']],
    ['of another document', { circumstance: 'unstable_work' }, ['circumstance.unknown circumstance']],
    ['no paper', { circumstancePaper: ' ' }, ['form.missing circumstancePaper']],
    [
      'a number of a person',
      { circumstancePaper: '张三 341202193602290014' },
      ['form.privateNumber circumstancePaper'],
    ],
  ])('as typed: %s', (_, of, problems) => {
    expect(read(of).problems.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });

  it.each([
    ['that stands', known({}), true],
    ['that stands from a later day', known({ fromDay: '2022-07-10' }), true],
    ['that ended on that day', till('2022-07-01'), true],
    ['that ended the day before', till('2022-06-30'), false],
    ['that never held', mistaken, false],
    ['of another word', known({ circumstance: 'old' }), false],
  ])('beside one %s', (_, one, stands) => {
    const codes = read({}, [one]).problems.map(({ code }) => code);
    expect(codes).toEqual(stands ? ['circumstance.stands'] : []);
  });

  it('of a place whose documents ask for none', () => {
    expect(read({}, [], [FY]).problems.map(({ code }) => code)).toEqual(['circumstance.noWords']);
  });

  it('keeps its word, day and paper', () => {
    expect(read({ circumstancePaper: ' sheet 3 ' }).circumstance).toEqual({
      word: { id: 'sudden_drop', name: '因疫情收入骤降', pack: '450000/2022-07-19' },
      ...{ fromDay: '2022-07-01', paper: 'sheet 3' },
    });
  });

  const end = (of: Partial<CircumstanceEndForm>) =>
    readCircumstanceEnd(
      {
        ...{ circumstanceNumber: '1', circumstanceEnd: 'ended', circumstanceEndedOn: '2022-03-01' },
        ...{ circumstanceEndPaper: 'sheet 9', ...of },
      },
      known({}),
      '2022-07-20',
    );
  it.each([
    ['on its first day', {}, []],
    ['before it', { circumstanceEndedOn: '2022-02-28' }, ['circumstance.endBeforeStart']],
    ['tomorrow', { circumstanceEndedOn: '2022-07-21' }, ['person.dayAhead']],
    ['as mistaken, of no day', { circumstanceEnd: 'mistaken', circumstanceEndedOn: '' }, []],
    ['in no way', { circumstanceEnd: '' }, ['form.missing']],
    ['in an unknown way', { circumstanceEnd: 'gone' }, ['form.notAllowed']],
    ['without a paper', { circumstanceEndPaper: '' }, ['form.missing']],
  ])('ends %s', (_, of, codes) => {
    const { problems, end: read } = end(of);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    if (codes.length === 0) expect(read.endedOn).toBe('2022-03-01');
  });
});

import { readAnswers } from '../../../src/domain/assets/asset-answer';
import { NOTHING_TYPED, readEntryAnswers } from '../../../src/domain/assets/entry-matters';
import { seeded } from '../policy/seeded';

const SHANGQIU = seeded.requirePack('411400/2018-04-09').pack;
const KAZUO = seeded.requirePack('211324/2024-08-15').pack;

interface Case {
  readonly answers: Readonly<Record<string, string>>;
  readonly none?: Readonly<Record<string, string>>;
  readonly stands?: Readonly<Record<string, string>>;
  readonly pack?: typeof SHANGQIU;
}

const RELIEF = { 'applies.relief_project': 'no', 'relief_project.labour_pay': '1' };

describe('answers that contradict each other are refused where they stand', () => {
  it.each<[what: string, asked: Case, problems: string[]]>([
    [
      'none of the words, and one of them',
      { answers: { 'operator.criteria': 'strong, none_of_these' } },
      ['matters.noneWithOthers answers.operator.criteria'],
    ],
    ['none of the words', { answers: { 'operator.criteria': 'none_of_these' } }, []],
    [
      'something written, and that there is nothing',
      { answers: { 'workshop.safety_person': 'the warden' }, none: { 'workshop.safety_person': 'yes' } },
      ['matters.contradicts answers.workshop.safety_person'],
    ],
    [
      'something of what there is not',
      { answers: RELIEF },
      ['matters.noneThere answers.relief_project.labour_pay'],
    ],
    ['something of what there is', { answers: { ...RELIEF, 'applies.relief_project': 'yes' } }, []],
    [
      'more helped people than people',
      { answers: { 'workshop_year.target_workers': '28', 'workshop_year.workers': '27' } },
      ['matters.abovePart answers.workshop_year.target_workers'],
    ],
    [
      'as many helped people as people',
      { answers: { 'workshop_year.target_workers': '27', 'workshop_year.workers': '27' } },
      [],
    ],
    [
      'a part above the whole that the books know',
      {
        answers: { 'income_right.own_income': '100.01' },
        stands: { 'income_right.income': '100.00' },
      },
      ['matters.abovePart answers.income_right.own_income'],
    ],
    [
      'a whole below the part that was answered before',
      {
        answers: { 'income_right.investment': '99' },
        stands: { 'income_right.own_investment': '100' },
      },
      ['matters.belowPart answers.income_right.investment'],
    ],
    [
      'two of before, of which neither is answered now',
      {
        answers: { 'workshop.workers': '3' },
        stands: { 'income_right.own_income': '2', 'income_right.income': '1' },
      },
      [],
    ],
    [
      'handed over before it is finished',
      { answers: { 'asset.handed_over': 'yes' }, stands: { 'asset.finished': 'no' }, pack: KAZUO },
      ['matters.unfinished answers.asset.handed_over'],
    ],
    [
      'handed over once it is finished',
      { answers: { 'asset.handed_over': 'yes' }, stands: { 'asset.finished': 'yes' }, pack: KAZUO },
      [],
    ],
  ])('%s', (_what, { answers, none = {}, stands = {}, pack = SHANGQIU }, problems) => {
    const form = { fromOn: '2025-01-01', paper: 'map', answers, none };
    const facts = { today: '2025-01-01', pack, known: [], stands: () => stands };
    const read = readAnswers(form, facts);
    expect(read.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });

  it('also with something that is entered', () => {
    const answers = { 'operator.criteria': 'strong, none_of_these' };
    const facts = { packs: [SHANGQIU], day: '2019-01-01', known: [] };
    const { problems } = readEntryAnswers({ ...NOTHING_TYPED, answers, paper: 'map' }, facts);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'matters.noneWithOthers matters.answers.operator.criteria',
    ]);
  });
});

import { namedPeopleProblems, namesIn } from '../../../src/domain/shared/named-people';

const LIST = ['韩玉田', '周到', 'Li Si', '王', '玛依拉·买买提'];

describe('people of a list that are named in a text', () => {
  it.each([
    ['韩玉田得了癌症', ['韩玉田']],
    ['韩 玉田得了癌症', ['韩玉田']],
    ['韩　玉　田的房子', ['韩玉田']],
    ['韩\u200b玉\u2060田的房子', ['韩玉田']],
    ['韩·玉·田的房子', ['韩玉田']],
    ['韩-玉，田的房子', ['韩玉田']],
    ['韩\n玉田', ['韩玉田']],
    ['Ｌｉ　Ｓｉ is ill', ['Li Si']],
    ['玛依拉买买提家', ['玛依拉·买买提']],
    // A name may stand in a word: the refusal says which it is, and the text is worded otherwise.
    ['考虑不周到', ['周到']],
    ['王家的地', []],
    ['韩玉家的田', []],
    ['', []],
  ])('%j: %j', (text, names) => {
    expect(namesIn(LIST, [text])).toEqual(names);
  });

  it('are told by the field and the name, the first of each text', () => {
    const typed = { forWhat: '韩 玉田和周到', leftOverNote: '留着', 'reasons.floor': '周 到家' };
    expect(namedPeopleProblems(typed, { names: LIST, code: 'x' })).toEqual([
      { code: 'x', field: 'forWhat', facts: { name: '韩玉田' } },
      { code: 'x', field: 'reasons.floor', facts: { name: '周到' } },
    ]);
  });
});

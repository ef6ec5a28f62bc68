import { actWords } from '../../src/glossary/act-words';

const nobody = (): string => '';

describe('what people did with sheets, in words', () => {
  it.each([
    [{ sheet: '2025-2' }, '〔2025〕2号公示'],
    [{ sheet: '2025-2', objection: '2025-1' }, '〔2025〕2号公示：意见〔2025〕第1号'],
    [{}, ''],
  ])('%j is %s', (told, words) => {
    expect(actWords.about(told, nobody)).toBe(words);
  });

  it.each([
    ['POST /api/villages/:collectiveId/notices/:id/displays', '登记张贴'],
    ['POST /api/villages/:collectiveId/notices/:id/displays/:displayNumber/takedown', '登记取下'],
    ['POST /villages/:collectiveId/objections', '登记意见'],
    ['POST /api/villages/:collectiveId/objections/:id/answer', '答复意见'],
    ['POST /api/villages/:collectiveId/dividends/:roundId/objections', '程序交来的操作'],
  ])('%s was tried: %s', (command, words) => {
    expect(actWords.what({ outcome: 'refused', command })).toBe(words);
    // One that had begun is told by its name, as what was done is.
    expect(actWords.what({ outcome: 'refused', command, asked: 'months.hold' })).toBe('结账');
    expect(actWords.what({ outcome: 'accepted', command: 'months.hold' })).toBe('结账');
  });
});

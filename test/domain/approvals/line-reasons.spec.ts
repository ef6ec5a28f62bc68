import { readLineReasons } from '../../../src/domain/approvals/line-reasons';

describe('why single lines of a plan come back', () => {
  it.each([
    [{}, {}, []],
    [{ posts: '  ', labour: ' two names for one person ' }, { labour: 'two names for one person' }, []],
    [{ dividends: 'none of ours' }, { dividends: 'none of ours' }, ['form.notAllowed lineReasons.dividends']],
    [{ dividends: ' ' }, {}, []],
    [{ posts: 'x'.repeat(200) }, { posts: 'x'.repeat(200) }, []],
    [{ posts: 'x'.repeat(201) }, { posts: 'x'.repeat(201) }, ['form.tooLong lineReasons.posts']],
    [{ posts: 'ask 13800138000' }, { posts: 'ask 13800138000' }, ['form.privateNumber lineReasons.posts']],
  ])('%j', (typed, reasons, problems) => {
    const read = readLineReasons(typed, ['posts', 'labour']);
    expect(read.reasons).toEqual(reasons);
    expect(read.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });
});

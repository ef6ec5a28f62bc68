import { problemSentence } from '../../src/glossary/sentences';

describe('where something is wrong', () => {
  it.each([
    ['lines.2.of', 'lines 第 3 格的 of：'],
    ['foot.0', 'foot 第 1 格：'],
    ['file.most_lines', 'file most_lines：'],
    ['takes', 'takes：'],
    ['', '文件：'],
  ])(
    'in a file of a bank’s form at “%s” is told by the words of the file, not of a voucher',
    (field, said) => {
      const problem = { code: 'payLayout.notInList', field, facts: { allowed: ['account', 'amount'] } };
      expect(problemSentence(problem)).toBe(`${said}只能是 account、amount 之一。`);
    },
  );

  it('in a voucher is told by its lines as before', () => {
    const problem = { code: 'form.missing', field: 'lines.2.debit' };
    expect(problemSentence(problem)).toContain('分录第3行');
  });
});

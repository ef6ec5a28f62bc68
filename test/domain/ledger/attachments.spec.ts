import { PAPERS_AT_LEAST, readAttachments } from '../../../src/domain/ledger/attachments';
import type { Problem } from '../../../src/domain/shared/problem';

describe('the number of papers on a voucher', () => {
  it.each<[string | undefined, 0 | typeof PAPERS_AT_LEAST, number, boolean]>([
    [undefined, PAPERS_AT_LEAST, 1, true],
    ['', PAPERS_AT_LEAST, 1, true],
    [' ', 0, 0, true],
    ['0', 0, 0, true],
    ['0', PAPERS_AT_LEAST, 1, false],
    ['1', PAPERS_AT_LEAST, 1, true],
    ['３', PAPERS_AT_LEAST, 3, true],
    ['999', PAPERS_AT_LEAST, 999, true],
    ['1000', PAPERS_AT_LEAST, 1, false],
    ['-1', PAPERS_AT_LEAST, 1, false],
    ['1.5', 0, 0, false],
    ['两张', PAPERS_AT_LEAST, 1, false],
  ])('typed as %p where at least %d are wanted is read as %d', (typed, least, count, isRight) => {
    const problems: Problem[] = [];
    expect(readAttachments(typed, least, problems)).toBe(count);
    const value = (typed ?? '').trim();
    const facts = { min: least, max: 999 };
    const problem = { code: 'voucher.attachmentCount', field: 'attachments', value, facts };
    expect(problems).toEqual(isRight ? [] : [problem]);
  });
});

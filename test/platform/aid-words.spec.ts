import { aidQuestions } from '../../src/domain/uses/aid-questions';
import { missingNotes } from '../../src/glossary/aid-words';
import { packInForce } from '../domain/policy/seeded';

describe('what a list still wants noted', () => {
  const found = packInForce(['411400'], '2018-05-01');
  if (found === undefined) throw new Error('Shangqiu has a document in 2018');
  const asked = aidQuestions(found.pack, 'labour', []);
  const papers = asked.filter(({ topic }) => topic === 'paper');

  it('is named as it is noted: answers by what is asked, papers one by one', () => {
    expect(papers.length).toBeGreaterThan(1);
    expect(missingNotes(['employed', 'proofs'], asked)).toEqual([
      '就业没有',
      ...papers.map(({ phrase }) => phrase),
    ]);
  });

  it('leaves out what is noted already', () => {
    const [first, ...rest] = papers;
    const open = asked.filter((question) => question !== first);
    expect(missingNotes(['proofs'], open)).toEqual(rest.map(({ phrase }) => phrase));
    expect(missingNotes(['employed', '县里的补助标准'], [])).toEqual(['就业没有', '县里的补助标准']);
  });
});

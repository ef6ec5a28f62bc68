import type { PolicyPack } from '../../../src/domain/policy/pack';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { FormProblems } from '../../../src/domain/shared/problem';
import { requireWholeWhy, type WholeGrant, wholeGrantOf } from '../../../src/domain/uses/whole-grant';
import { seeded } from '../policy/seeded';

const FUYANG = ['posts', 'labour', 'reward', 'industry', 'other'];
const SHANGQIU = ['posts', 'reward', 'subsidy', 'dividend', 'other'];

const packOf = (id: string): PolicyPack => seeded.requirePack(id).pack;

describe('a claim granted whole, without a list', () => {
  const fuyang = packOf('341200/2023-09-21');
  const shangqiu = packOf('411400/2018-04-09');

  it.each<[use: string, uses: readonly string[], pack: PolicyPack, expected: string]>([
    ['posts', FUYANG, fuyang, 'asked'],
    ['labour', FUYANG, fuyang, 'asked'],
    // Its lines about subsidies are of money that governments pay: no procedure of the village's rewards.
    ['reward', FUYANG, fuyang, 'asked'],
    ['industry', FUYANG, fuyang, 'free'],
    ['other', FUYANG, fuyang, 'free'],
    ['decided', ['decided'], fuyang, 'free'],
    ['posts', SHANGQIU, shangqiu, 'asked'],
    ['reward', SHANGQIU, shangqiu, 'procedure'],
    ['subsidy', SHANGQIU, shangqiu, 'procedure'],
    ['dividend', SHANGQIU, shangqiu, 'free'],
    ['other', SHANGQIU, shangqiu, 'free'],
    ['decided', ['decided'], shangqiu, 'procedure'],
  ])('%s of %p', (use, uses, pack, expected) => {
    expect(wholeGrantOf({ use, uses, pack })).toBe(expected);
  });

  const asked: WholeGrant = {
    ...{ use: 'posts', uses: FUYANG, pack: fuyang, forWhat: 'wages', draftedBy: 'ann' },
    ...{ by: 'ben', isOffice: false, why: ' 名册是纸质的 ' },
  };
  it.each<[what: string, wish: Partial<WholeGrant>, expected: string | undefined]>([
    ['by another, with a reason', {}, '名册是纸质的'],
    ['by the office above, with a reason', { isOffice: true }, '名册是纸质的'],
    ['by who drafted the plan', { by: 'ann' }, 'grant.ownPlan'],
    ['without a reason', { why: ' ' }, 'grant.wholeWhy wholeWhy'],
    ['with too short a one', { why: '没名单' }, 'policy.reasonTooShort wholeWhy'],
    ['with a number of a person', { why: '见 13812345678' }, 'form.privateNumber wholeWhy'],
    ['of another use, by anybody of the village', { use: 'other', by: 'ann', why: '' }, undefined],
    ['of another use, by the office above', { use: 'other', isOffice: true }, 'access.otherRole'],
    ['past a procedure', { use: 'reward', uses: SHANGQIU, pack: shangqiu }, 'grant.byProcedure'],
  ])('%s', (_, wish, expected) => {
    const read = (): string | undefined => {
      try {
        return requireWholeWhy({ ...asked, ...wish });
      } catch (error) {
        if (error instanceof FormProblems)
          return error.problems.map(({ code, field }) => `${code} ${field}`).join();
        if (error instanceof DomainError) return error.code;
        throw error;
      }
    };
    expect(read()).toBe(expected);
  });
});

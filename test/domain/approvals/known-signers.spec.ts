import {
  holderNamed,
  type KnownPost,
  knownSigners,
  signsNot,
} from '../../../src/domain/approvals/known-signers';

const post = (person: string, at: KnownPost['at'], signs = false, names = [person]): KnownPost => ({
  ...{ person, at, signs, names, accounts: [person.toLowerCase()] },
});
const KNOWN = knownSigners(
  [
    post('An', 'village', true),
    post('Bo', 'village', true, ['Bo', 'Bo 2']),
    post('Bo', 'beside', false, ['Bo the keeper']),
    post('Leader', 'village'),
    post('Sun', 'office', false, ['Sun', '孙']),
    post('Feng', 'beside'),
  ],
  (userId) => userId,
);

describe('who is known where a village signs', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ['a holder', 'an', 'An', undefined],
    ['a holder, typed with signs between', ' Ａ·n。', 'An', undefined],
    ['a holder under his other name', 'bo-2', 'Bo', undefined],
    ['a holder by what he is called where he keeps books, too', 'Bo the keeper', 'Bo', undefined],
    ['who is something else there', 'Leader', undefined, 'approvals.otherPost'],
    ['who is of an office above', 'S U N', undefined, 'approvals.ofOffice'],
    ['who is of an office above, by another account', '孙。', undefined, 'approvals.ofOffice'],
    ['who keeps books beside it', 'feng', undefined, 'approvals.keepsBooks'],
    ['anybody else', 'Du', undefined, undefined],
  ])('is %s', (_, name, holder, why) => {
    expect(holderNamed(name, KNOWN)?.person).toBe(holder);
    expect(signsNot(name, KNOWN)?.code).toBe(why);
  });
});

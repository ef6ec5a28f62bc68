import { paysPosts } from '../../../src/domain/uses/post-uses';

const GUANGXI = ['agreed', 'target', 'member', 'other'];
const FUYANG_RENTS = ['decided'];
const DONGCHUAN = ['living', 'posts', 'relief', 'hardship', 'cadre', 'development'];

describe('the uses that pay wages of posts', () => {
  it.each<[use: string, uses: readonly string[], pays: boolean]>([
    ['posts', DONGCHUAN, true],
    ['living', DONGCHUAN, false],
    ['development', DONGCHUAN, false],
    ['target', GUANGXI, true],
    ['other', GUANGXI, true],
    ['agreed', GUANGXI, false],
    ['member', GUANGXI, false],
    ['decided', FUYANG_RENTS, true],
    ['labour', ['labour', 'collective'], false],
    ['collective', ['labour', 'collective'], true],
  ])('%s among %j: %s', (use, uses, pays) => {
    expect(paysPosts(use, uses)).toBe(pays);
  });
});

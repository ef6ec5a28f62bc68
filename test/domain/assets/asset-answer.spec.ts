import { readAnswers } from '../../../src/domain/assets/asset-answer';
import { seeded } from '../policy/seeded';

const FUYANG = seeded.requirePack('341200/2023-09-21').pack;
const TODAY = '2024-07-20';

describe('after how many days an asset is idle, as a village answers it', () => {
  it.each<[typed: string, kept: string | undefined]>([
    ['1', '1'],
    ['180', '180'],
    ['0', undefined],
    ['000', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
  ])('%s: %s', (typed, kept) => {
    const form = { fromOn: '2024-01-01', paper: 'meeting', answers: { 'need.idle.days': typed } };
    const { answers, problems } = readAnswers(form, { today: TODAY, pack: FUYANG, known: [] });
    expect(answers.map(({ value }) => value)).toEqual(kept === undefined ? [] : [kept]);
    const field = 'answers.need.idle.days';
    const refused = { code: 'matters.notNeed', field, value: typed, facts: { unit: 'days' } };
    expect(problems).toEqual(kept === undefined ? [refused] : []);
  });
});

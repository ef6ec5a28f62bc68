import type { PlanNumber } from '../../src/domain/distribution/plan-numbers';
import { heldNumbers } from '../../src/features/distribution/draft-uses.view';
import { seeded } from '../domain/policy/seeded';

const NOBODY = { value: undefined, from: undefined, paper: undefined };
const PAPER = { title: '细则', number: '3号', issuer: '县农业农村局', issuedOn: '2024-12-20' };

/** `what: value, who gave it` for each number that a plan under the pack was judged by. */
const told = (packId: string, numbers: readonly PlanNumber[]): string[] =>
  heldNumbers(seeded.requirePack(packId).pack, 'pv', { numbers, ground: undefined }).map(
    ({ label, value = '–', source }) => `${label}: ${value}, ${source}`,
  );

describe('the numbers a plan was judged by', () => {
  it.each<[what: string, packId: string, number: PlanNumber, said: string]>([
    [
      'the village decided it with the plan',
      '450000/2022-07-19',
      { ...NOBODY, id: 'gate.households', decidedBy: 'village', value: '240' },
      '算户均用多少户（成员户还是全村户），报道没有写: 240, 村里定的，随方案表决',
    ],
    [
      'the village said a sum that the books do not hold',
      '450000/2022-07-19',
      { ...NOBODY, id: 'agreed_due', decidedBy: 'village', value: '40.50' },
      '按协议应付的分红: 40.50元, 村里定的，随方案表决',
    ],
    [
      'the village left it open',
      '450000/2022-07-19',
      { ...NOBODY, id: 'gate.households', decidedBy: 'village' },
      '算户均用多少户（成员户还是全村户），报道没有写: –, 村里没有填',
    ],
    [
      'the county gave it in a paper',
      '341200/2023-09-21',
      { id: 'main_use.floor', decidedBy: 'county', value: '0.6', from: '2025-01-01', paper: PAPER },
      '“主要用于”四类用途，最低占多少: 60%, 2025年1月1日起，县农业农村局《细则》3号',
    ],
    [
      'the county has not given it',
      '341200/2023-09-21',
      { ...NOBODY, id: 'main_use.floor', decidedBy: 'county' },
      '“主要用于”四类用途，最低占多少: –, 还没定：由县里定',
    ],
    [
      'the county gave a stricter one than the document',
      '340121/2022-01-01',
      { id: 'posts.share', decidedBy: 'county', value: '0.7', from: '2025-01-01', paper: PAPER },
      '70%, 2025年1月1日起，县农业农村局《细则》3号',
    ],
  ])('say who gave them: %s', (_what, packId, number, said) => {
    expect(told(packId, [number])).toContainEqual(expect.stringContaining(said));
  });
});

import { type AssetInBooks, assetsWithoutTerms } from '../../../src/domain/assets/missing-terms';

const workshop: AssetInBooks = {
  ...{ id: 'a', name: 'workshop', kind: 'workshop', assetClass: 'operating', titleLevel: 'village' },
  stands: [
    { cost: 60_000n, accumulated: 1_000n },
    { cost: 40_000n, accumulated: 0n },
  ],
  hasTerms: false,
};

describe('assets without terms of depreciation', () => {
  it.each<{ rule: string; wish: Partial<AssetInBooks>; net?: bigint }>([
    { rule: 'what earns and has something left, over its pools', wish: {}, net: 99_000n },
    { rule: 'the last fen of it', wish: { stands: [{ cost: 2n, accumulated: 1n }] }, net: 1n },
    { rule: 'nothing that has terms', wish: { hasTerms: true } },
    { rule: 'nothing that has lost all of its cost', wish: { stands: [{ cost: 5n, accumulated: 5n }] } },
    { rule: 'nothing the books do not have', wish: { stands: [] } },
    { rule: 'nothing that serves everybody', wish: { assetClass: 'public' } },
    { rule: 'no land', wish: { kind: 'land' } },
    { rule: 'nothing that lives', wish: { kind: 'biological' } },
    { rule: 'nothing whose title lies above the village', wish: { titleLevel: 'county' } },
  ])('names $rule', ({ wish, net }) => {
    expect(assetsWithoutTerms([{ ...workshop, ...wish }])).toEqual(
      net === undefined ? [] : [{ assetId: 'a', name: 'workshop', net }],
    );
  });
});

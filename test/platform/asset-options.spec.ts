import { assetOptions } from '../../src/glossary/asset-options';

describe('assets to choose from', () => {
  it('come in their order, those that have left the register last and with their last day', () => {
    const sold = { id: 'a', name: 'hall', leftOn: '2025-03-31' };
    expect(assetOptions([sold, { id: 'b', name: 'store' }])).toEqual([
      { value: 'b', label: 'store' },
      { value: 'a', label: 'hall（2025年3月31日离开台账）' },
    ]);
  });
});

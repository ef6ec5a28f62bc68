import { paperState, type VoucherPapers } from '../../../src/domain/ledger/papers-kept';

const NONE: VoucherPapers = { attachments: 0, kept: 0, movesMoney: false, isReversal: false };

describe('where the paper of a voucher is', () => {
  it.each([
    ['notNeeded', {}],
    ['missing', { movesMoney: true }],
    ['notNeeded', { movesMoney: true, isReversal: true }],
    ['counted', { attachments: 1 }],
    ['counted', { attachments: 2, movesMoney: true }],
    ['counted', { attachments: 1, movesMoney: true, isReversal: true }],
    ['kept', { kept: 1 }],
    ['kept', { kept: 1, attachments: 2, movesMoney: true }],
  ] as const)('%s: %j', (state, wish) => {
    expect(paperState({ ...NONE, ...wish })).toBe(state);
  });
});

import type { Pool } from '../../../src/domain/ledger/journal-entry';

/**
 * The events that no step books, as an accountant writes them: the pool, the lines by what their accounts
 * mean (fen, debit above zero), and by how much the pool's money moves.
 */
export const BY_HAND: readonly (readonly [event: string, pool: Pool, lines: string, moves?: bigint])[] = [
  ['a project fund is received', 'earmarked', 'bank 9, earmarkedFunds -9', 9n],
  ['construction is paid', 'earmarked', 'construction 9, bank -9', -9n],
  ['construction is complete', 'earmarked', 'fixedAssets 9, construction -9, earmarkedFunds 9, reserve -9'],
  ['an asset is bought with the fund', 'earmarked', 'fixedAssets 9, bank -9', -9n],
  ['an asset is bought with own money', 'members', 'fixedAssets 9, bank -9', -9n],
  ['the fund of a bought asset becomes reserve', 'earmarked', 'earmarkedFunds 9, reserve -9'],
  [
    'an asset is given in kind, as was the habit',
    'earmarked',
    'fixedAssets 9, earmarkedFunds -9, earmarkedFunds 9, reserve -9',
  ],
  ['an asset is given in kind, at once to the reserve', 'earmarked', 'fixedAssets 9, reserve -9'],
  ['a machinery rebate comes later', 'members', 'bank 9, grantIncome -9', 9n],
  [
    'a stake in a firm is bought with the fund',
    'earmarked',
    'longTermInvestment 9, earmarkedFunds -9, earmarkedFunds 9, reserve -9',
  ],
  ['rent of two years is received', 'members', 'bank 300, operatingIncome -150, payable -150', 150n],
  ['a share of a co-operative comes in', 'members', 'bank 9, investmentIncome -9', 9n],
  ['land rent is owed to members', 'members', 'operatingExpense 9, internal -9', -9n],
  ['land rent is paid to members', 'members', 'internal 9, bank -9'],
  ['a cost is owed', 'members', 'operatingExpense 9, payable -9', -9n],
  ['an operating asset depreciates', 'pv', 'operatingExpense 9, accumulatedDepreciation -9'],
  ['a managed asset depreciates', 'members', 'administrativeExpense 9, accumulatedDepreciation -9'],
  ['a public asset depreciates', 'members', 'publicWelfareExpense 9, accumulatedDepreciation -9'],
  ['post wages are accrued', 'members', 'publicWelfareExpense 9, labourPayable -9', -9n],
  ['post wages are paid', 'members', 'labourPayable 9, bank -9'],
  ['works that form an asset are owed', 'members', 'construction 9, labourPayable -9', -9n],
  ['hardship aid is paid', 'members', 'otherExpense 9, bank -9', -9n],
  ['an asset is scrapped', 'members', 'accumulatedDepreciation 12, reserve 268, fixedAssets -280'],
  [
    'an asset is put into a firm',
    'members',
    'longTermInvestment 650, accumulatedDepreciation 160, reserve 40, fixedAssets -850',
  ],
];

import { openOfImprovements } from '../../../src/domain/deductions/improvement-debt';
import type { Pool } from '../../../src/domain/ledger/journal-entry';

describe('what is owed of improvements on credit', () => {
  /** `pv 300 100 mast`: pool, what it cost, what was paid of it on the page, its asset. */
  const debt = (text: string) => {
    const [pool = 'pv', amount = '0', paid = '0', assetId = 'roof'] = text.split(' ');
    return { pool: pool as Pool, assetId, amount: BigInt(amount), paid: BigInt(paid) };
  };
  /** `pv -300`, `pv -300 mast` under another asset, `pv -300 -` under none, or `pv -300 - mill` by name. */
  const stand = (text: string) => {
    const [pool = 'pv', amount = '0', assetId = 'roof', counterparty] = text.split(' ');
    const of = { pool: pool as Pool, ledgerAccount: '211', amount: BigInt(amount) };
    if (assetId !== '-') return { ...of, assetId };
    return counterparty === undefined ? of : { ...of, counterparty };
  };

  it.each<[what: string, debts: string[], standing: string[], open: bigint[]]>([
    ['all of it', ['pv 300 0'], ['pv -300'], [300n]],
    ['the rest after a part', ['pv 300 100'], ['pv -200'], [200n]],
    ['nothing once it is paid', ['pv 300 300'], [], [0n]],
    ['less by what was paid by hand', ['pv 300 0'], ['pv -299'], [299n]],
    ['the newest, where a hand paid the oldest', ['pv 300 0', 'pv 200 0'], ['pv -201'], [1n, 200n]],
    ['no more than it cost, whatever else is owed under its asset', ['pv 300 0'], ['pv -900'], [300n]],
    ['in its pool alone', ['pv 300 0', 'other 200 0'], ['other -500'], [0n, 200n]],
    ['nothing of what is owed by name', ['pv 300 0'], ['pv -300 - mill'], [0n]],
    ['nothing of what is owed under no asset', ['pv 300 0'], ['pv -300 -'], [0n]],
    ['under its asset alone', ['pv 300 0', 'pv 200 0 mast'], ['pv -90 mast', 'pv -300'], [300n, 90n]],
    ['nothing where more was paid than stood', ['pv 300 0'], ['pv 5'], [0n]],
    ['over the details of the account together', ['pv 300 0'], ['pv -100', 'pv -150'], [250n]],
  ])('is %s', (_what, debts, standing, open) => {
    const found = openOfImprovements(debts.map(debt), standing.map(stand));
    expect(found.map((each) => each.open)).toEqual(open);
  });
});

import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, isCreditNatured, type LedgerAccount, mainCodeOf } from './chart';
import { accountText, isMoney } from './money-on-hand';
import { type PoolBalance, poolsOf } from './pool-balances';

/**
 * Balances that cannot stand at the end of a month: cash or bank below zero, a pool that paid more than it
 * had, so that another's money paid for it, and in any pool, so that no other hides it: things below
 * nothing, depreciation or amortisation on the debit side or beyond the cost it belongs to, and a loan, a
 * fund, capital, the reserve or a cost on the side where it has no meaning. What is settled with others may
 * stand on either. Codes `months.accountBelowZero`, `months.poolBelowZero`, `months.assetBelowZero`,
 * `months.contraDebit`, `months.contraAboveCost`, `months.wrongSide`.
 */
export function standingProblems(balances: readonly PoolBalance[], chart: Chart): Problem[] {
  const money = balances.filter(({ ledgerAccount }) => isMoney(ledgerAccount, chart));
  const account = accountText(chart.roles.bank, chart);
  const pools = poolsOf(money).flatMap((pool) => {
    const amount = sumFen(money.filter((each) => each.pool === pool).map((each) => each.amount));
    return amount < 0n
      ? [{ code: 'months.poolBelowZero', field: '', facts: { account, pool, amount: -amount } }]
      : [];
  });
  return [
    ...moneyProblems(money, chart),
    ...poolsOf(balances).flatMap((pool) =>
      sideProblems(
        balances.filter((each) => each.pool === pool),
        chart,
      ),
    ),
    ...pools,
  ];
}

/** Cash and bank, all pools together: a pool may have its money in the one and owe it from the other. */
function moneyProblems(money: readonly PoolBalance[], chart: Chart): Problem[] {
  return mainsOf(money).flatMap((main) => {
    const amount = standsOn(main, money);
    const facts = { account: accountText(main, chart), amount: -amount };
    return amount < 0n ? [{ code: 'months.accountBelowZero', field: '', facts }] : [];
  });
}

/** What stands on a wrong side in one pool. */
function sideProblems(balances: readonly PoolBalance[], chart: Chart): Problem[] {
  const [first] = balances;
  return mainsOf(balances).flatMap((main) => {
    const account = chart.accounts.get(main);
    const amount = standsOn(main, balances);
    if (account === undefined || isMoney(main, chart) || amount === 0n) return [];
    const facts = {
      account: accountText(main, chart),
      pool: first?.pool ?? '',
      amount: amount < 0n ? -amount : amount,
    };
    if (account.contra && amount < 0n) {
      const cost = standsOn(costOf(main, chart), balances);
      const beyond = { ...facts, cost: cost > 0n ? cost : 0n };
      return -amount > cost ? [{ code: 'months.contraAboveCost', field: '', facts: beyond }] : [];
    }
    const code = wrongSideOf(account, amount);
    return code === undefined ? [] : [{ code, field: '', facts }];
  });
}

/** What is said of a balance on the side where its account has none; undefined where it may stand there. */
function wrongSideOf(account: LedgerAccount, amount: Fen): string | undefined {
  const ofTheYear = account.nature === 'income' || account.nature === 'expense';
  if (ofTheYear || account.twoSided === true || account.advances === true) return undefined;
  const isUsual = isCreditNatured(account) ? amount < 0n : amount > 0n;
  if (isUsual) return undefined;
  if (account.contra) return 'months.contraDebit';
  return account.nature === 'asset' ? 'months.assetBelowZero' : 'months.wrongSide';
}

/** The account whose cost a contra account lessens: the asset that stands before it in the chart. */
export function costOf(contra: string, { accounts }: Chart): string {
  const mains = [...accounts.values()].filter(({ detailOf }) => detailOf === undefined);
  const before = mains.slice(
    0,
    mains.findIndex(({ code }) => code === contra),
  );
  return before.findLast((account) => !account.contra)?.code ?? '';
}

function mainsOf(balances: readonly PoolBalance[]): string[] {
  return [...new Set(balances.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)))];
}

function standsOn(main: string, balances: readonly PoolBalance[]): Fen {
  const own = balances.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === main);
  return sumFen(own.map(({ amount }) => amount));
}

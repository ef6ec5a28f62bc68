import type { Problem } from '../shared/problem';
import { isForPurpose } from './chart';
import {
  claimsGone,
  claimsIn,
  debtsIn,
  isThing,
  mainsIn,
  moneyMoved,
  movedOn,
  type PoolLines,
  standingOn,
  takenBeyond,
} from './pool-lines';

/**
 * Money keeps its colour: what goes out of a pool that is not the members' own does not come out in another
 * one on the same voucher. It pays back what the other advanced: a claim that stands there by that name and
 * is owed here, or what was built there first and is taken over. Members' own money may be lent to any pool.
 * Code `voucher.coloursMixed`. Source: product decision "Pools and two surpluses".
 */
export function colourProblems(pools: readonly PoolLines[]): Problem[] {
  const [taking, getting] = [
    pools.filter((of) => of.pool !== 'members' && moneyMoved(of) < 0n),
    pools.filter((of) => moneyMoved(of) > 0n),
  ];
  if (taking.length === 0 || getting.length === 0) return [];
  if (taking.every(paysItsOwn) && getting.every(getsBack)) return [];
  return getting.map((of) => {
    const facts = { from: taking[0]?.pool ?? '', pool: of.pool, amount: moneyMoved(of) };
    return { code: 'voucher.coloursMixed', field: 'lines', facts };
  });
}

/** What a pool gives for the money stood in it: claims by name, things. */
function getsBack(of: PoolLines): boolean {
  return othersIn(of).every((main) => {
    const given = -movedOn(of, main);
    if (isThing(main, of.chart)) return given <= standingOn(of, main);
    return claimsIn(of).includes(main) && given <= claimsGone(of, main);
  });
}

/** What a pool pays is a debt it has by that name, a thing it takes over, or what the money came for. */
function paysItsOwn(of: PoolLines): boolean {
  const debts = [...debtsIn(of), ...claimsIn(of)];
  return othersIn(of).every((main) => {
    if (isThing(main, of.chart) || isForPurpose(main, of.chart)) return true;
    return debts.includes(main) && takenBeyond(of, main).length === 0;
  });
}

/** The main accounts beside cash and bank. */
function othersIn(of: PoolLines): string[] {
  const { cash, bank } = of.chart.roles;
  return mainsIn(of).filter((main) => main !== cash && main !== bank);
}

import { owedUnderAssets } from '../../../src/domain/ledger/owed-under-assets';
import type { TracedLine } from '../../../src/domain/ledger/trace-money';
import { openDebts } from '../../../src/domain/uses/open-debts';
import { paymentEvents } from '../../../src/domain/uses/payment-events';

/** What happens there: `grant 600`, `owe roof 1000`, `pay 400`, `pay roof 400`, `back e2`, `chart`. */
function booked(acts: readonly string[]): TracedLine[] {
  const lines: TracedLine[] = [];
  let account = '202';
  const add = (entryId: string, amount: bigint, of: Partial<TracedLine> = {}): void => {
    const position = lines.length;
    const on = '2025-06-01';
    lines.push({
      ...{ entryId, lineNumber: position, position, voucherYear: 2025, voucherNumber: 1, postedOn: on },
      ...{ statementOn: on, summary: '', ledgerAccount: account, money: 'dealing', isPayable: true },
      ...{ side: amount > 0n ? 'debit' : 'credit', amount: amount > 0n ? amount : -amount, ...of },
    });
  };
  const carry = (entryId: string): void => {
    const stands = new Map<string | undefined, bigint>();
    for (const { assetId, side, amount } of lines.filter((line) => line.ledgerAccount === account))
      stands.set(assetId, (stands.get(assetId) ?? 0n) + (side === 'debit' ? amount : -amount));
    for (const [into, sign] of [
      [account, -1n],
      ['211', 1n],
    ] as const) {
      account = into;
      for (const [assetId, amount] of stands)
        if (amount !== 0n)
          add(entryId, sign * amount, { carriedBy: '2026', ...(assetId === undefined ? {} : { assetId }) });
    }
  };
  const takeBack = (entryId: string, reversesId: string): void => {
    for (const { amount, side, assetId } of lines.filter((line) => line.entryId === reversesId)) {
      const of = assetId === undefined ? {} : { assetId };
      add(entryId, side === 'debit' ? -amount : amount, { reversesId, ...of });
    }
  };
  for (const [place, act] of acts.entries()) {
    const [what = '', ...rest] = act.split(' ');
    const entryId = `e${String(place)}`;
    const [first = '', second] = rest;
    const of = second === undefined ? {} : { assetId: first };
    if (what === 'chart') carry(entryId);
    else if (what === 'back') takeBack(entryId, first);
    else add(entryId, (what === 'pay' ? 1n : -1n) * BigInt(second ?? first), of);
  }
  return lines;
}

/** What is open of grants, and what stands under each asset: `600 | roof 400`. */
function told(lines: readonly TracedLine[]): string {
  const grants = [...paymentEvents(lines).values()].flatMap((events) => openDebts(events));
  const open = grants.map(({ amount }) => String(amount)).join(' ');
  const standing = owedUnderAssets(lines).filter(({ amount }) => amount !== 0n);
  const assets = standing.map(({ assetId, amount }) => `${assetId} ${String(-amount)}`);
  return `${open} | ${assets.toSorted().join(' ')}`.trim();
}

describe('what is owed under an asset', () => {
  it.each([
    ['a payment under the asset pays it alone', 'owe roof 1000,grant 600,pay roof 400', '600 | roof 600'],
    ['a payment under neither pays grants alone', 'owe roof 1000,grant 600,pay 600', '| roof 1000'],
    ['a later grant takes nothing of it', 'owe roof 1000,pay 400,grant 600', '600 | roof 600'],
    ['older: beyond grants it paid the asset', 'owe roof 1000,grant 600,pay 700', '| roof 900'],
    ['older: the oldest asset first', 'owe roof 300,owe mast 200,pay 310', '| mast 190'],
    ['what is paid too much stays under it', 'owe roof 100,pay roof 140,grant 600', '600 | roof -40'],
    ['an asset of which nothing was owed says nothing', 'grant 600,pay roof 200', '400 |'],
    ['…also with another', 'owe mast 100,grant 600,pay roof 200', '400 | mast 100'],
    ['taken back, it is owed again', 'owe roof 1000,pay 400,grant 600,back e1', '600 | roof 1000'],
    ['…both parts of it', 'owe roof 1000,grant 600,pay 700,back e2', '600 | roof 1000'],
    [
      'an asset taken back gives grants nothing',
      'owe roof 1000,pay 400,back e0,grant 600',
      '600 | roof -400',
    ],
    ['a grant taken back pays no asset', 'owe roof 1000,grant 600,pay 600,back e1', '| roof 1000'],
    ['through a change of the chart', 'owe roof 1000,chart,grant 600,pay roof 400', '600 | roof 600'],
    ['…paid before it', 'owe roof 1000,pay 400,chart,grant 600,pay roof 100', '600 | roof 500'],
    ['…where the two come to nothing', 'owe roof 1000,pay 600,grant 600,chart,pay 500', '100 | roof 400'],
    ['…taken back after it', 'owe roof 1000,pay 400,chart,back e1', '| roof 1000'],
  ])('%s', (_what, acts, expected) => {
    expect(told(booked(acts.split(',')))).toBe(expected);
  });

  it('says the same as coins that are laid and taken one by one', () => {
    const seed = Number(process.env['PROPERTY_SEED'] ?? '20261130');
    const next = randomOf(seed);
    for (let round = 0; round < 400; round += 1) {
      const acts = actsOf(next);
      const shown = { seed, round, acts };
      const coins = coinsOf(acts);
      expect({ ...shown, told: told(booked(acts)) }).toEqual({ ...shown, told: coins });
    }
  });
});

function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function actsOf(next: (below: number) => number): string[] {
  const acts: string[] = [];
  const open = new Set<number>();
  const asset = () => ['roof', 'mast'][next(2)] ?? '';
  while (acts.length < 12) {
    const amount = String(1 + next(9));
    const place = acts.length;
    const kind = next(7);
    const backs = [...open];
    const back = backs[next(backs.length)];
    if (kind === 0 && back !== undefined) {
      acts.push(`back e${String(back)}`);
      open.delete(back);
      continue;
    }
    if (kind === 6 && isCarriedWhole(acts)) acts.push('chart');
    else if (kind < 3) acts.push(next(2) === 0 ? `grant ${amount}` : `owe ${asset()} ${amount}`);
    else acts.push(next(2) === 0 ? `pay ${amount}` : `pay ${asset()} ${amount}`);
    if (acts[place] !== 'chart') open.add(place);
  }
  return acts;
}

/** Each asset that was named has something to bring over, and the chart has not changed yet. */
function isCarriedWhole(acts: readonly string[]): boolean {
  if (acts.includes('chart')) return false;
  const sums = new Map<string, number>();
  for (const act of acts) {
    const [back = '', ofEntry = ''] = act.split(' ');
    const taken = back === 'back' ? (acts[Number(ofEntry.slice(1))] ?? '') : act;
    const [what = '', asset = '', amount] = taken.split(' ');
    const sign = (what === 'pay' ? 1 : -1) * (back === 'back' ? -1 : 1);
    if (amount !== undefined) sums.set(asset, (sums.get(asset) ?? 0) + sign * Number(amount));
  }
  return [...sums.values()].every((sum) => sum !== 0);
}

interface Coin {
  readonly act: number;
  readonly isDebt: boolean;
  readonly of: string | undefined;
}

/** Each fen for itself: where it is laid or taken is seen on the day, and stays. */
function coinsLeft(acts: readonly string[]): Coin[] {
  let coins: Coin[] = [];
  const owedEver = new Set<string>();
  const count = (isDebt: boolean, of: string | undefined): number =>
    coins.filter((coin) => coin.isDebt === isDebt && coin.of === of).length;
  const oldest = (): string | undefined => {
    const [first] = [...owedEver]
      .flatMap((of) => {
        const [coin] = coins.filter((each) => each.isDebt && each.of === of).slice(count(false, of));
        return coin === undefined ? [] : [{ of, place: coins.indexOf(coin) }];
      })
      .sort((one, other) => one.place - other.place);
    return first?.of;
  };
  const payer = (written: string | undefined): string | undefined => {
    if (written !== undefined && owedEver.has(written)) return written;
    return count(true, undefined) > count(false, undefined) ? undefined : oldest();
  };
  for (const [act, text] of acts.entries()) {
    const [what = '', first = '', second] = text.split(' ');
    const written = second === undefined ? undefined : first;
    if (what === 'back') coins = coins.filter((coin) => `e${String(coin.act)}` !== first);
    if (what === 'chart' || what === 'back') continue;
    if (what === 'owe') owedEver.add(first);
    for (let left = Number(second ?? first); left > 0; left -= 1)
      coins.push({ act, isDebt: what !== 'pay', of: what === 'pay' ? payer(written) : written });
  }
  return coins;
}

function coinsOf(acts: readonly string[]): string {
  const coins = coinsLeft(acts);
  const of = (isDebt: boolean, asset?: string): Coin[] =>
    coins.filter((coin) => coin.isDebt === isDebt && coin.of === asset);
  const open = of(true).slice(of(false).length);
  const grants = [...new Set(open.map(({ act }) => act))].map((act) =>
    String(open.filter((coin) => coin.act === act).length),
  );
  const assets = ['mast', 'roof'].flatMap((asset) => {
    const stands = of(true, asset).length - of(false, asset).length;
    return stands === 0 ? [] : [`${asset} ${String(stands)}`];
  });
  return `${grants.join(' ')} | ${assets.join(' ')}`.trim();
}

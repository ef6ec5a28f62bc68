import type { LedgerAccount } from '../domain/ledger/chart';
import { type Fen, plainYuan, sumFen } from '../domain/money/fen';
import { printedShares } from '../domain/distribution/distribution-plan';
import { DomainError } from '../domain/shared/domain-error';
import type { DistributionPlan } from '../features/distribution/plan-read.service';
import { PolicyService } from '../features/policy/policy.service';
import type { Asked, Figures } from './case-file';
import { drawSum, isSum } from './draw-sum';
import { publishedFigures } from './notice-figures';
import type { Services } from './services';
import type { ToldNames } from './told-names';

/** Where figures are drawn from: the services after the story, and the ids behind its names. */
export interface Books {
  readonly services: Services;
  readonly names: ToldNames;
}

const BEFORE_ALL_BOOKS = '1949-01';

/**
 * Every figure the books can answer about what is asked, by name: amounts in yuan, shares in percent, the
 * rest as kept.
 */
export async function drawFigures(asked: Asked, { services, names }: Books): Promise<Figures> {
  if (isSum(asked))
    return drawSum(asked, (id) => new PolicyService(services.seedsFolder).requirePack(id).pack);
  const id = names.requireCollective(asked.of);
  switch (asked.about) {
    case 'surplus': {
      const { pool, from, to } = asked;
      const statement = await services.surplus.statement(id, { pool, from, to });
      return {
        carried_over: plainYuan(statement.carriedOver),
        received: plainYuan(statement.received),
        deducted: plainYuan(statement.deducted),
        distributable: plainYuan(statement.distributable),
      };
    }
    case 'undistributed': {
      const { pool, on: day } = asked;
      return { amount: plainYuan(await services.surplus.undistributed(id, { pool, day })) };
    }
    case 'plan':
      return planFigures(await services.plans.requirePlan(id, names.requirePlan(asked.of, asked.plan)));
    case 'left_overs': {
      const left: Fen[] = [];
      for (const key of asked.plans) {
        const plan = await services.plans.requirePlan(id, names.requirePlan(asked.of, key));
        left.push(BigInt(plan.figures.leftOver));
      }
      return { each: left.map(plainYuan), together: plainYuan(sumFen(left)) };
    }
    case 'ledger':
      return ledgerFigures(services, id, asked.to);
    case 'slip':
      return slipFigures(services, id, asked);
    case 'notice': {
      const notice = await services.notices.requireNotice(id, names.requireNotice(asked.of, asked.plan));
      return publishedFigures(notice.data);
    }
  }
}

/** A plan's figures, its lines with their shares of the distributable surplus, and what is left over. */
export function planFigures(plan: DistributionPlan): { readonly [name: string]: Figures } {
  const { carriedOver, received, deducted, distributable, planned, leftOver } = plan.figures;
  const shares = printedShares([
    ...plan.lines.map(({ bucket, amount }) => ({ key: bucket.id, amount })),
    { key: LEFT_OVER, amount: BigInt(leftOver) },
  ]);
  return {
    state: plan.state,
    carried_over: yuan(carriedOver),
    received: yuan(received),
    deducted: yuan(deducted),
    distributable: yuan(distributable),
    planned: yuan(planned),
    left_over: yuan(leftOver),
    left_over_share: percent(shares.get(LEFT_OVER)),
    lines: plan.lines.map((line) => ({
      use: line.bucket.id,
      name: line.bucket.name,
      amount: plainYuan(line.amount),
      granted: plainYuan(line.granted),
      share: percent(shares.get(line.bucket.id)),
      mark: line.bucket.mark === undefined ? '' : String(line.bucket.mark),
      phrase: line.bucket.phrase ?? '',
      for: line.claims.map(({ forWhat }) => forWhat),
    })),
  };
}

const LEFT_OVER = 'left_over';

async function ledgerFigures(services: Services, id: string, to: string): Promise<Figures> {
  const months = { first: BEFORE_ALL_BOOKS, last: to };
  const { rows, debit, credit } = await services.books.trialBalance(id, months);
  // What stands, stands under the chart of the month; an account that was used before stands at nothing.
  const standing = (await services.books.trialBalance(id, { first: to, last: to })).rows;
  const vouchers = await services.books.listVouchers(id, months);
  const held = (await services.books.listMonths(id)).filter(({ state }) => state === 'held');
  const figuresBy = (nameOf: (account: LedgerAccount) => string): Record<string, string> => ({
    ...Object.fromEntries(rows.map(({ account }) => [nameOf(account), plainYuan(0n)])),
    ...Object.fromEntries(standing.map(({ account, closing }) => [nameOf(account), plainYuan(closing)])),
  });
  return {
    accounts: figuresBy(({ code }) => code),
    by_name: figuresBy(({ name }) => name),
    balance: plainYuan(sumFen(standing.map((row) => row.closing))),
    turnover_difference: plainYuan(debit - credit),
    vouchers: String(vouchers.length),
    held_to: held.at(-1)?.month ?? '',
  };
}

async function slipFigures(
  services: Services,
  id: string,
  asked: { readonly asset: string; readonly month: string },
): Promise<Figures> {
  const assets = await services.assets.listAssets(id);
  const asset = assets.find((each) => each.asset.name === asked.asset)?.asset;
  const slips = await services.incomeRead.listSettlements(id);
  const slip = slips.find((each) => each.assetId === asset?.id && each.generationMonth === asked.month);
  if (slip === undefined) throw new DomainError('assets.unknown', { asset: asked.asset });
  return {
    kwh: slip.energyKwh,
    energy: plainYuan(slip.energyFee),
    subsidy: plainYuan(slip.subsidy),
    own_kwh: slip.ownKwh,
    own_energy: plainYuan(slip.ownEnergyFee),
    own_subsidy: plainYuan(slip.ownSubsidy),
  };
}

function yuan(fen: string): string {
  return plainYuan(BigInt(fen));
}

function percent(hundredths: number | undefined): string {
  const digits = String(hundredths ?? 0).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

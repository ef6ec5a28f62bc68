import { Injectable } from '@nestjs/common';
import {
  salesOfYear,
  type TaxPeriodState,
  type TaxStateName,
  taxStateOf,
} from '../../domain/income/tax-states';
import { taxWords } from '../../glossary/tax-words';
import { labelOf } from '../../glossary/terms';
import { AssetsService } from '../assets/assets.service';
import type { TaxPeriodPageProps, TaxRow } from './tax.pages';
import { VatTableService } from './vat-table.service';

/** How tax periods stand, as the pages say it. */
@Injectable()
export class TaxStandsService {
  constructor(
    private readonly vat: VatTableService,
    private readonly assets: AssetsService,
  ) {}

  /** The periods that want somebody. */
  wantedOf(states: readonly TaxPeriodState[], today: string): TaxPeriodState[] {
    return states.filter((state) => taxStateOf(state, today) === 'wanted');
  }

  /** What is unusual: sales that make somebody who is not registered owe tax, or no small seller any more. */
  remarksOf(states: readonly TaxPeriodState[], today: string): string[] {
    const last = states.at(-1);
    const { smallUpTo, confirmed } = this.vat.table();
    const year = last === undefined ? 0n : salesOfYear(states, last);
    const above = states.filter(({ kind, isTaxed, to }) => kind === 'none' && isTaxed && to <= today).at(-1);
    return [
      ...(above === undefined ? [] : [taxWords.aboveUnregistered(above)]),
      ...(year > smallUpTo ? [taxWords.aboveSmall(year, smallUpTo)] : []),
      ...(confirmed ? [] : [taxWords.unconfirmed]),
    ];
  }

  rowOf(state: TaxPeriodState, at: { readonly today: string; readonly taxes: string }): TaxRow {
    const name: TaxStateName = taxStateOf(state, at.today);
    return {
      period: taxWords.name(state),
      sales: state.sales,
      tax: state.owed + state.stated + state.keptBack,
      booked: state.booked + state.stated + state.keptBack,
      // Tax that a paper charges is owed below the threshold, too.
      state: labelOf(name === 'exempt' && state.stated !== 0n ? 'taxState.statedOnly' : `taxState.${name}`),
      href: `${at.taxes}/${state.from}`,
    };
  }

  /** What the threshold makes owed, asset by asset. */
  async partsOf(collectiveId: string, state: TaxPeriodState): Promise<TaxPeriodPageProps['parts']> {
    const registered = await this.assets.listAssets(collectiveId);
    return state.parts.map(({ assetId, stream, month, amount }) => ({
      asset: registered.find(({ asset }) => asset.id === assetId)?.asset.name ?? '',
      ...{ stream: labelOf(stream === undefined ? 'taxPart.assetSale' : `stream.${stream}`), month, amount },
    }));
  }
}

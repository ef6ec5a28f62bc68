import { Injectable } from '@nestjs/common';
import { isCounterpartyWord } from '../../domain/ledger/counterparty';
import { DomainError } from '../../domain/shared/domain-error';
import { labelOf } from '../../glossary/terms';
import type { Option } from '../../platform/views/field';
import { counterpartyText } from './counterparties.service';
import { type ReportName, UNNAMED } from './report-names';
import { ReportsService } from './reports.service';
import { VoucherDesk } from './voucher-desk.service';

/** One other party and one asset, as typed or by id. */
export interface NamedInReport {
  readonly counterparty?: string | undefined;
  readonly asset?: string | undefined;
}

/** The lists from which the one party and the one asset are chosen; empty where an account names none. */
export interface PartyChoices {
  readonly parties: readonly Option[];
  readonly assets: readonly Option[];
}

/** How a party and an asset read. */
interface NamesInReport {
  party(id: string): string;
  asset(id: string): string;
}

/** What 明细账 is drawn of beside its account: one other party, one asset. */
@Injectable()
export class ReportPartiesService {
  constructor(
    private readonly reports: ReportsService,
    private readonly desk: VoucherDesk,
  ) {}

  /**
   * The party and the asset by id, each typed by its id or its name.
   * @throws DomainError `report.counterpartyUnknown`, `report.assetUnknown`; `report.onlyDetailLedger` for
   * every other report, which is of all parties
   */
  async requireNamed(collectiveId: string, report: ReportName, typed: NamedInReport): Promise<NamedInReport> {
    const { counterparty, asset } = typed;
    if (counterparty === undefined && asset === undefined) return {};
    if (report !== 'detail-ledger') throw new DomainError('report.onlyDetailLedger');
    return {
      ...(counterparty === undefined
        ? {}
        : { counterparty: await this.requireParty(collectiveId, counterparty) }),
      ...(asset === undefined ? {} : { asset: await this.requireAsset(collectiveId, asset) }),
    };
  }

  /** What may be chosen on an account; what is chosen stands among it, though no line names it. */
  async choicesOf(collectiveId: string, account: string, chosen: NamedInReport): Promise<PartyChoices> {
    const named = await this.reports.namedOn(collectiveId, account);
    const names = await this.namesOf(collectiveId);
    const parties = { of: named.counterparties, chosen: chosen.counterparty };
    const assets = { of: named.assets, chosen: chosen.asset };
    return {
      parties: optionsOf(parties, (id) => names.party(id)),
      assets: optionsOf(assets, (id) => names.asset(id)),
    };
  }

  /** What the heading of a ledger says of the one party and the one asset. */
  async remarksOf(collectiveId: string, { counterparty, asset }: NamedInReport): Promise<string[]> {
    const names = await this.namesOf(collectiveId);
    return [
      ...(counterparty === undefined ? [] : [`${labelOf('report.onlyParty')}${names.party(counterparty)}`]),
      ...(asset === undefined ? [] : [`${labelOf('report.onlyAsset')}${names.asset(asset)}`]),
    ];
  }

  private async requireParty(collectiveId: string, typed: string): Promise<string> {
    if (typed === UNNAMED || isCounterpartyWord(typed)) return typed;
    const names = await this.reports.counterpartiesOf(collectiveId);
    const id = names.idOf(typed);
    if (!names.has(id)) throw new DomainError('report.counterpartyUnknown', { value: typed });
    return id;
  }

  private async requireAsset(collectiveId: string, typed: string): Promise<string> {
    if (typed === UNNAMED) return typed;
    const assets = await this.desk.listNames(collectiveId);
    const found = [...assets].find(([id, name]) => id === typed || name === typed);
    if (found === undefined) throw new DomainError('report.assetUnknown', { value: typed });
    return found[0];
  }

  private async namesOf(collectiveId: string): Promise<NamesInReport> {
    const parties = await this.reports.counterpartiesOf(collectiveId);
    const assets = await this.desk.listNames(collectiveId);
    return {
      party: (id) => (id === UNNAMED ? labelOf('report.unnamedParty') : counterpartyText(id, parties)),
      asset: (id) => (id === UNNAMED ? labelOf('report.unnamedAsset') : (assets.get(id) ?? id)),
    };
  }
}

function optionsOf(
  { of, chosen }: { readonly of: readonly string[]; readonly chosen: string | undefined },
  labelFor: (id: string) => string,
): Option[] {
  if (of.length === 0 && chosen === undefined) return [];
  const ids = new Set([...of, ...(chosen === undefined || chosen === UNNAMED ? [] : [chosen])]);
  const options = [...ids].map((value) => ({ value, label: labelFor(value) }));
  options.sort((one, other) => (one.label < other.label ? -1 : 1));
  return [...options, { value: UNNAMED, label: labelFor(UNNAMED) }];
}

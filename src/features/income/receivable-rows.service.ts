import { Injectable } from '@nestjs/common';
import type { SaidNature } from '../../domain/income/income-nature';
import type { Option } from '../../platform/views/field';
import { natureText } from '../../glossary/nature-words';
import { subsidyWords } from '../../glossary/subsidy-words';
import { taxWords } from '../../glossary/tax-words';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { AssetsService } from '../assets/assets.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { IncomeNaturesService } from './income-natures.service';
import type { ReceivableState } from './income-read.service';
import type { Advance, OpenReceivable } from './receipt.pages';
import { ReceiptsService } from './receipts.service';
import { SubsidyNotesService } from './subsidy-notes.service';

/** What is owed to the village, and what was paid in advance of it, as a page shows them. */
@Injectable()
export class ReceivableRowsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly books: LedgerReadService,
    private readonly receipts: ReceiptsService,
    private readonly natures: IncomeNaturesService,
    private readonly notes: SubsidyNotesService,
  ) {}

  /** A row for each, in the order given. */
  async rowsOf(collectiveId: string, open: readonly ReceivableState[]): Promise<OpenReceivable[]> {
    const names = await this.namesOf(collectiveId);
    const said = await this.natures.listSaid(collectiveId);
    const rows: OpenReceivable[] = [];
    for (const each of open) {
      const { voucherNumber } = await this.books.requireEntry(collectiveId, each.entryId);
      rows.push({
        id: each.id,
        source: names.get(each.assetId) ?? each.assetId,
        stream: labelOf(`stream.${each.stream}`),
        aboutPeriod: each.aboutPeriod,
        voucherNumber: voucherNumberText(voucherNumber),
        open: each.outstanding,
        nature: saidOf(said.get(each.entryId)),
        tax:
          each.taxKept === undefined
            ? taxWords.stated(each.taxBasis, each.tax)
            : taxWords.keptBack(each.taxKept),
      });
    }
    return rows;
  }

  /** The notes on subsidy that is owed on: those that stand, to choose one of, and what was withdrawn. */
  async notesOf(collectiveId: string): Promise<{ standing: Option[]; withdrawn: string[] }> {
    const names = await this.namesOf(collectiveId);
    const told = (await this.notes.listNotes(collectiveId)).map((note) => {
      const station = names.get(note.assetId) ?? '';
      return { ...note, label: subsidyWords.noted(station, note.month, note) };
    });
    return {
      standing: told.flatMap(({ id, label, withdrawn }) =>
        withdrawn === undefined ? [{ value: id, label }] : [],
      ),
      withdrawn: told.flatMap(({ label, withdrawn }) =>
        withdrawn === undefined ? [] : [subsidyWords.noteWithdrawn(label, withdrawn)],
      ),
    };
  }

  /** The advances that these could be paid from. */
  async advancesFor(collectiveId: string, open: readonly ReceivableState[]): Promise<Advance[]> {
    const names = await this.namesOf(collectiveId);
    const advances = await this.receipts.listAdvances(collectiveId);
    return [...new Set(open.map(({ assetId }) => assetId))].flatMap((assetId) => {
      const amount = advances.get(assetId) ?? 0n;
      return amount > 0n ? [{ source: names.get(assetId) ?? assetId, amount }] : [];
    });
  }

  private async namesOf(collectiveId: string): Promise<ReadonlyMap<string, string>> {
    const registered = await this.assets.listAssets(collectiveId);
    return new Map(registered.map(({ asset }) => [asset.id, asset.name]));
  }
}

function saidOf(nature: SaidNature | undefined): string | undefined {
  return nature === undefined ? undefined : natureText(nature);
}

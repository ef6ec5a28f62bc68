import { Entity } from 'typeorm';
import type { TaxKind } from '../../domain/income/tax-status';
import type { TaxSpan } from '../../domain/income/vat';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What the tax office has a collective down as, from a day on. */
@Entity('tax_statuses')
export class TaxStatusEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('kind') kind: TaxKind;
  @TextColumn('span') span: TaxSpan;
  @TextColumn('paper') paper: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}

import { Entity, PrimaryColumn } from 'typeorm';
import type { ParticularsVersion } from '../../domain/assets/asset-particulars';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A version of what is known of an asset, from its first day on. */
@Entity('asset_particulars')
export class AssetParticularsEntity implements ParticularsVersion {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('asset_id') assetId: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version: number;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('condition') condition: string;
  @TextColumn('project_name') projectName: string;
  @TextColumn('project_year') projectYear: string;
  @TextColumn('builder') builder: string;
  @TextColumn('accepted_on') acceptedOn: string;
  @TextColumn('title_paper') titlePaper: string;
  @TextColumn('plate_number') plateNumber: string;
  @TextColumn('location') location: string;
  @TextColumn('latitude') latitude: string;
  @TextColumn('longitude') longitude: string;
  @TextColumn('extent') extent: string;
  @TextColumn('extent_unit') extentUnit: string;
  @TextColumn('life_years') lifeYears: string;
  @TextColumn('operating_body') operatingBody: string;
  @TextColumn('income_body') incomeBody: string;
  @TextColumn('keeping_body') keepingBody: string;
  @TextColumn('disposal_body') disposalBody: string;
  @TextColumn('supervision_body') supervisionBody: string;
  @TextColumn('keeper_post') keeperPost: string;
  @TextColumn('remark') remark: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

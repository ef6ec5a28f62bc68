import { Injectable } from '@nestjs/common';
import {
  FILE_AUDIENCES,
  type FileOwner,
  type FileOwnerKind,
  type KeptFile,
  PAPER_KINDS,
} from '../../domain/assets/kept-file';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { localTime } from '../../platform/clock/clock';
import { filledForm, OfficeDesk, reportsTo } from '../../platform/http/office-desk';
import { fullDayText } from '../../platform/views/day-text';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { OfficeSection } from '../../platform/views/office-frame';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { UsersService } from '../users/users.service';
import type { FileRow, FilesPageProps, PhotoStripProps } from './asset-files.pages';
import { AssetFilesService } from './asset-files.service';
import type { FoundOwner } from './file-owners';

/** The asset whose card is shown. */
export interface AssetOnCard {
  readonly collectiveId: string;
  readonly id: string;
}

/** Under which part of the office its page stands, where it is not that of assets. */
const SECTIONS: { readonly [Kind in FileOwnerKind]?: OfficeSection } = {
  voucher: 'vouchers',
  handover: 'books',
  notice: 'plans',
  plan: 'plans',
  yearPlan: 'plans',
  dividend: 'books',
};

/** A photo in a list is drawn so high; so many stand on the card of an asset. */
const THUMBNAIL_HEIGHT = 120;
const MOST_ON_CARD = 4;

/** Photos and papers, as their page and the card of an asset show them. */
@Injectable()
export class AssetFilesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly files: AssetFilesService,
    private readonly users: UsersService,
  ) {}

  /** The files of a thing. @throws DomainError `keptFile.ownerUnknown` */
  async filesPage(visit: PageVisit, owner: FileOwner, refused?: FormState): Promise<FilesPageProps> {
    const { collectiveId, ownerKind, ownerId } = owner;
    const found = await this.files.requireOwner(owner);
    const { standing, withdrawn } = await this.files.listFiles(owner);
    const names = await this.users.listDisplayNames();
    const nameOf = (id: string): string => names.get(id) ?? labelOf('person.program');
    const action = villagePaths(collectiveId).files(ownerKind, ownerId);
    return {
      frame: await this.desk.frameOf(visit, {
        collectiveId,
        section: SECTIONS[ownerKind] ?? 'assets',
      }),
      owner: ownerName(ownerKind, found),
      backHref: ownerPage(owner, found),
      files: standing.map((file) => rowOf(collectiveId, file, nameOf(file.keptBy))),
      withdrawn: withdrawn.map(({ file, reason, withdrawnBy, withdrawnAt }) => ({
        kind: labelOf(`paperKind.${file.paperKind}`),
        datedOn: file.datedOn,
        reason,
        who: nameOf(withdrawnBy),
        at: localTime(withdrawnAt),
      })),
      form: refused ?? filledForm({ audience: 'office' }),
      ...(reportsTo(visit.actor, collectiveId) ? { acts: actsOf(action, ownerKind) } : {}),
    };
  }

  /** The photos on the card of an asset. */
  async stripOf({ actor }: PageVisit, { collectiveId, id }: AssetOnCard): Promise<PhotoStripProps> {
    const { standing } = await this.files.listFiles({ collectiveId, ownerKind: 'asset', ownerId: id });
    const photos = standing.filter(({ paperKind }) => paperKind === 'photo').slice(0, MOST_ON_CARD);
    return {
      href: villagePaths(collectiveId).files('asset', id),
      photos: photos.map((photo) => rowOf(collectiveId, photo, '')),
      count: standing.length,
      mayAdd: reportsTo(actor, collectiveId),
    };
  }
}

function actsOf(action: string, ownerKind: FileOwnerKind): NonNullable<FilesPageProps['acts']> {
  return {
    action,
    withdrawal: `${action}/withdrawals`,
    kinds: optionsOf('paperKind', PAPER_KINDS),
    ...(ownerKind === 'asset' ? { audiences: optionsOf('audience', FILE_AUDIENCES) } : {}),
  };
}

function optionsOf(area: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: labelOf(`${area}.${value}`) }));
}

function rowOf(collectiveId: string, file: KeptFile, keptBy: string): FileRow {
  return {
    id: file.id,
    href: villagePaths(collectiveId).keptFile(file.id),
    kind: labelOf(`paperKind.${file.paperKind}`),
    datedOn: file.datedOn,
    remark: file.remark,
    size: `${String(Math.ceil(file.sizeBytes / 1024))} KB`,
    keptBy,
    isPublic: file.audience === 'public',
    thumbnail: thumbnailOf(file),
  };
}

function thumbnailOf({ width, height }: KeptFile): FileRow['thumbnail'] {
  if (width === null || height === null) return undefined;
  const drawn = Math.min(THUMBNAIL_HEIGHT, height);
  return { width: Math.max(1, Math.round((width * drawn) / height)), height: drawn };
}

/** What has no name of its own is called by its words. */
function ownerName(kind: FileOwnerKind, { name }: FoundOwner): string {
  if (kind === 'projectAct') return labelOf(`projectAct.${name}`);
  if (kind === 'voucher') return voucherNumberText(Number(name));
  if (kind === 'handover') return `${name}${labelOf('page.handovers')}`;
  if (kind === 'stocktaking') return `${name} ${labelOf('page.stocktakings')}`;
  if (kind === 'plan') return `${labelOf('page.plan')} ${fullDayText(name)}`;
  if (kind === 'yearPlan') return `${name} ${labelOf('page.yearPlan')}`;
  if (kind === 'dividend') return `${labelOf('page.dividend')} ${name}`;
  if (kind === 'notice') return `${labelOf('page.publish')}${name}`;
  return kind === 'assetEvent' ? labelOf(`lifeKind.${name}`) : name;
}

function ownerPage({ collectiveId, ownerKind }: FileOwner, { on }: FoundOwner): string {
  const paths = villagePaths(collectiveId);
  const pages: Readonly<Record<FileOwnerKind, string>> = {
    asset: paths.asset(on),
    lease: paths.lease(on),
    contract: paths.contracts,
    projectAct: paths.construction(on),
    assetEvent: paths.assetLife(on),
    voucher: paths.voucher(on),
    handover: `${paths.handovers}/${on}`,
    stocktaking: `${paths.stocktakings}/${on}`,
    notice: paths.planAct(on, 'publish'),
    plan: paths.plan(on),
    yearPlan: paths.yearPlan(on),
    dividend: paths.dividend(on),
  };
  return pages[ownerKind];
}

import { Injectable } from '@nestjs/common';
import type { Asset } from '../../domain/assets/asset';
import {
  CONDITIONS,
  DISPOSED,
  PARTICULARS,
  type ParticularName,
  particularsOn,
  type ParticularsVersion,
} from '../../domain/assets/asset-particulars';
import { conditionOf, knownBy } from '../../domain/assets/standstill';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Clock, localTime } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import type {
  ParticularsChange,
  ParticularsFormPageProps,
  ParticularsProps,
} from './asset-particulars.pages';
import { AssetParticularsService } from './asset-particulars.service';
import { AssetsService } from './assets.service';
import { seenAnew } from './stale-form';

/** An asset of a village. */
export interface AssetPlace {
  readonly collectiveId: string;
  readonly id: string;
}

const MEANWHILE = 'particulars.changedMeanwhile';

/** Two things that are said as one, or with another's word. */
const SAID_TOGETHER: readonly ParticularName[] = ['longitude', 'extentUnit'];
const LEFT_OPEN: readonly ParticularName[] = [...SAID_TOGETHER, 'remark'];

/** What is known of an asset, as its card and its form show it. */
@Injectable()
export class AssetParticularsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly particulars: AssetParticularsService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** The part of the card about what may change. */
  async sectionOf({ actor }: PageVisit, { collectiveId, id }: AssetPlace): Promise<ParticularsProps> {
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const versions = await this.particulars.listVersions(collectiveId, id);
    const now = knownOn(versions, { asset, today: this.clock.today() });
    const names = await this.users.listDisplayNames();
    const missing = PARTICULARS.filter((name) => !LEFT_OPEN.includes(name) && (now?.[name] ?? '') === '');
    return {
      facts: now === undefined ? [] : factsOf(now),
      missing: missing.map(nameOf),
      history: versions.map((version, place) => changeOf(version, versions[place - 1], names)).reverse(),
      ...(keepsBooksOf(actor, collectiveId)
        ? { changeHref: villagePaths(collectiveId).particulars(id) }
        : {}),
    };
  }

  /** The form of a new version, filled with what is known today. @throws DomainError `assets.unknown` */
  async formPage(visit: PageVisit, at: AssetPlace, refused?: FormState): Promise<ParticularsFormPageProps> {
    const { collectiveId, id } = at;
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const versions = await this.particulars.listVersions(collectiveId, id);
    const today = this.clock.today();
    const now = knownOn(versions, { asset, today });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form:
        refused === undefined
          ? filledForm(valuesOf(now, { asset, today, versions }))
          : seenAnew(refused, MEANWHILE, versions.length),
      action: villagePaths(collectiveId).particulars(id),
      cancelHref: villagePaths(collectiveId).asset(id),
      name: asset.name,
      titleHolder: asset.titleHolder,
      acquiredOn: asset.acquiredOn,
      conditions: CONDITIONS.filter((each) => each !== DISPOSED || asset.leftOn !== undefined).map(
        (value) => ({ value, label: labelOf(`condition.${value}`) }),
      ),
      plate: await this.particulars.findPlatePattern(collectiveId),
      isChange: versions.length > 0,
    };
  }
}

/** What is known today, its condition as its life in the books says it. */
function knownOn(
  versions: readonly ParticularsVersion[],
  { asset, today }: { readonly asset: Asset; readonly today: string },
): ParticularsVersion | undefined {
  const found = knownBy(particularsOn(versions, today), asset);
  return found === undefined ? undefined : conditionOf(found, asset);
}

/** The first version is about the asset from the beginning, a later one about today. */
function valuesOf(
  now: ParticularsVersion | undefined,
  given: { readonly asset: Asset; readonly today: string; readonly versions: readonly ParticularsVersion[] },
): Record<string, string> {
  const basedOn = String(given.versions.length);
  if (now === undefined) return { basedOn, validFrom: given.asset.acquiredOn, condition: 'inUse' };
  const known = PARTICULARS.map((name): [string, string] => [name, now[name]]);
  return { ...Object.fromEntries(known), basedOn, validFrom: given.today };
}

function factsOf(now: ParticularsVersion): ParticularsProps['facts'] {
  return PARTICULARS.flatMap((name) => {
    const text = textOf(now, name);
    if (text === '' || SAID_TOGETHER.includes(name)) return [];
    return [{ label: nameOf(name), text }];
  });
}

/** Latitude and longitude are said as one. */
function nameOf(name: ParticularName): string {
  return name === 'latitude' ? labelOf('particulars.coordinates') : fieldLabel(name);
}

function textOf(now: ParticularsVersion, name: ParticularName): string {
  if (name === 'condition') return labelOf(`condition.${now.condition}`);
  if (now[name] === '') return '';
  if (name === 'latitude')
    return `${fieldLabel('latitude')} ${now.latitude}，${fieldLabel('longitude')} ${now.longitude}`;
  if (name === 'extent') return `${now.extent} ${now.extentUnit}`;
  if (name === 'lifeYears') return `${now.lifeYears} ${labelOf('unit.years')}`;
  return now[name];
}

function changeOf(
  version: ParticularsVersion,
  before: ParticularsVersion | undefined,
  names: ReadonlyMap<string, string>,
): ParticularsChange {
  const changed = PARTICULARS.filter((name) => before !== undefined && before[name] !== version[name]);
  return {
    validFrom: version.validFrom,
    changed: before === undefined ? labelOf('particulars.first') : changed.map(fieldLabel).join('、'),
    why: version.why,
    who: names.get(version.enteredBy) ?? labelOf('person.program'),
    enteredAt: localTime(version.enteredAt),
  };
}

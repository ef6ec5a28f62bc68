import type { Asset } from '../domain/assets/asset';
import type { CalendarDay } from '../domain/calendar/calendar-day';
import { DomainError } from '../domain/shared/domain-error';
import type { Command } from '../platform/audit/command';
import type { Services } from './services';
import type { ToldNames } from './told-names';

/** Where and when an act happens, and who does it. */
export interface Scene {
  readonly services: Services;
  readonly names: ToldNames;
  /** The story's key of the collective. */
  readonly of: string;
  readonly collectiveId: string;
  readonly command: Command;
  readonly on: CalendarDay;
}

/** The asset a story names. @throws DomainError `assets.unknown` */
export async function requireAsset({ services, collectiveId }: Scene, name: string): Promise<Asset> {
  const all = await services.assets.listAssets(collectiveId);
  const found = all.find(({ asset }) => asset.name === name);
  if (found === undefined) throw new DomainError('assets.unknown', { asset: name });
  return found.asset;
}

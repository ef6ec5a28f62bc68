import type { EntityManager } from 'typeorm';
import { tellAbout } from '../../platform/database/told-about';
import type { NoticeEntity } from './notice.entity';

/** Says in a command's transaction which sheet it is about, by its number, for the register of acts. */
export function tellSheet(tx: EntityManager, { year, number }: Pick<NoticeEntity, 'year' | 'number'>): void {
  tellAbout(tx, { sheet: `${String(year)}-${String(number)}` });
}

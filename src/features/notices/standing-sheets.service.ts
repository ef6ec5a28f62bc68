import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import type { NoticePlace } from './displays.service';
import { NoticesService } from './notices.service';

/** Whether a sheet still says something: what fell is put up no more, and nobody objects to it. */
@Injectable()
export class StandingSheetsService {
  constructor(private readonly notices: NoticesService) {}

  /**
   * @throws DomainError `notices.fallen`, `notices.fallenFor` with the number of the sheet in force;
   *   `notices.unknown`
   */
  async requireStanding({ collectiveId, id }: NoticePlace): Promise<void> {
    const notice = await this.notices.requireNotice(collectiveId, id);
    if ((await this.notices.fallenOf(notice)) === undefined) return;
    const successor = await this.notices.successorOf(notice);
    if (successor === undefined) throw new DomainError('notices.fallen');
    const { year, number } = successor;
    throw new DomainError('notices.fallenFor', { sheet: `${String(year)}-${String(number)}` });
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { senderOf } from '../../domain/shared/sender';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import type { NoticePlace } from './displays.service';
import { ObjectionSenderEntity } from './objection-sender.entity';

/**
 * So many objections to one sheet come in over the public page from one place on a day: several people may
 * share one, and whoever is turned away reaches the office. It stops one machine, and nobody else.
 */
export const MOST_A_DAY = 20;

/** Counts what comes from one place without keeping which place it is. */
@Injectable()
export class ObjectionSendersService {
  constructor(private readonly keys: PersonalKeys) {}

  /** Counts one more, where there is room; prints of earlier days go. @returns whether there was */
  async count(
    tx: EntityManager,
    { collectiveId, id }: NoticePlace,
    from: { readonly address: string; readonly day: CalendarDay },
  ): Promise<boolean> {
    await tx.delete(ObjectionSenderEntity, { collectiveId, countedOn: Not(from.day) });
    const asked = JSON.stringify([id, from.day, senderOf(from.address)]);
    const key = { collectiveId, senderPrint: this.keys.fingerprint('objection sender', asked) };
    const kept = await tx.findOneBy(ObjectionSenderEntity, key);
    const count = (kept?.count ?? 0) + 1;
    if (count > MOST_A_DAY) return false;
    const row = { ...key, countedOn: from.day, count };
    await tx.upsert(ObjectionSenderEntity, row, ['collectiveId', 'senderPrint']);
    return true;
  }
}

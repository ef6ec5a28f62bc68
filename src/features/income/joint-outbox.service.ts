import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { CutDeliveriesService, type StuckCut } from './cut-deliveries.service';
import { JointDeliveriesService, type Keeper, type StuckPart } from './joint-deliveries.service';

/** Something between a keeper and an owner that is not done. */
export interface OpenJointPart {
  readonly assetId: string;
  readonly generationMonth: Month;
  readonly owner: string;
  readonly on: CalendarDay;
}

/** All that a keeper of joint stations sends to owners: parts of slips first, then what was cut of them. */
@Injectable()
export class JointOutboxService {
  constructor(
    private readonly slips: JointDeliveriesService,
    private readonly cuts: CutDeliveriesService,
  ) {}

  /** Sends whatever waits. @returns what still waits, with why */
  async deliver(keeper: Keeper): Promise<{ parts: StuckPart[]; cuts: StuckCut[] }> {
    return { parts: await this.slips.deliver(keeper), cuts: await this.cuts.deliver(keeper.id) };
  }

  /** What is not done of slips and of cuts, by the day of the keeper's act. */
  async listOpen(keeperId: string, db: EntityManager): Promise<OpenJointPart[]> {
    const slips = await this.slips.listOpen(keeperId, db);
    const cuts = await this.cuts.listOpen(keeperId, db);
    return [
      ...slips.map(({ slip, owner, on }) => ({ ...placeOf(slip), owner, on })),
      ...cuts.map(({ slip, part, on }) => ({ ...placeOf(slip), owner: part.owner, on })),
    ];
  }
}

function placeOf({
  assetId,
  generationMonth,
}: {
  readonly assetId: string;
  readonly generationMonth: Month;
}) {
  return { assetId, generationMonth };
}

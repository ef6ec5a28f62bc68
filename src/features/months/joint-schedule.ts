import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { SlipsService } from '../income/slips.service';
import { JointReversalsService } from './joint-reversals.service';

const TEN_MINUTES = 600_000;

/**
 * Brings what is on its way between the keepers of joint stations and their owners' books to its end: what
 * was cut off by a crash at once when the program starts, what waited for a month to open every ten minutes.
 */
@Injectable()
export class JointSchedule implements OnApplicationShutdown {
  private readonly log = new Logger(JointSchedule.name);
  private running = false;
  private stopping = false;

  constructor(
    private readonly slips: SlipsService,
    private readonly reversals: JointReversalsService,
    private readonly registry: SchedulerRegistry,
  ) {}

  /** Begins to look; the served program does, no command and no test. */
  async start(): Promise<void> {
    const look = (): void => void this.sendAll();
    this.registry.addInterval('joint-stations', setInterval(look, TEN_MINUTES));
    await this.sendAll();
  }

  onApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Every keeper in turn; one who cannot be served is told in the log and keeps no other from his own. */
  async sendAll(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (const keeperId of await this.slips.listKeepers()) {
        if (this.stopping) return;
        await this.sendOne(keeperId);
      }
    } finally {
      this.running = false;
    }
  }

  private async sendOne(keeperId: string): Promise<void> {
    try {
      await this.reversals.takeBack(keeperId);
      await this.slips.send(keeperId);
    } catch (error) {
      this.log.error({ keeperId, error }, 'parts of a joint station could not be sent');
    }
  }
}

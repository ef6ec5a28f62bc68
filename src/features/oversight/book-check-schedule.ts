import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { BookChecksService, BY_SCHEDULE } from './book-checks.service';

const TEN_MINUTES = 600_000;

/** No more books than these in one go; the others' turn comes ten minutes later. */
const AT_ONCE = 100;

/**
 * Checks every collective's books once a day. It looks every ten minutes whose turn it is, because an office
 * computer may be off at any hour that one would name.
 */
@Injectable()
export class BookCheckSchedule implements OnApplicationShutdown {
  private readonly log = new Logger(BookCheckSchedule.name);
  private running = false;
  private stopping = false;

  constructor(
    private readonly checks: BookChecksService,
    private readonly registry: SchedulerRegistry,
  ) {}

  /** Begins to look; the served program does, no command and no test. */
  start(): void {
    const look = (): void => void this.checkDue();
    this.registry.addInterval('check-books', setInterval(look, TEN_MINUTES));
  }

  onApplicationShutdown(): void {
    this.stopping = true;
  }

  async checkDue(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      // Each is waited for: one check at a time is enough for a small machine.
      for (const collectiveId of (await this.checks.listDue()).slice(0, AT_ONCE)) {
        if (this.stopping) return;
        await this.checkOne(collectiveId);
      }
    } finally {
      this.running = false;
    }
  }

  /** A check that cannot be run is told in the log and keeps no other collective from its own. */
  private async checkOne(collectiveId: string): Promise<void> {
    try {
      const { breaks } = await this.checks.checkNow(collectiveId, { by: BY_SCHEDULE });
      if (breaks > 0) this.log.error({ collectiveId, breaks }, 'the check of the books found breaks');
    } catch (error) {
      this.log.error({ collectiveId, error }, 'the books could not be checked');
    }
  }
}

import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/database';
import { ReadsLive } from './one-moment.interceptor';

/** For whoever watches the process. */
@ApiExcludeController()
@SkipThrottle({ general: true, logIn: true })
@ReadsLive()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process is alive. */
  @Get('healthz')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** It can serve: both connections answer and the tables are there. 503 where not. */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const ready = (await this.database.isReachable()) && (await this.hasTables());
    await reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'notReady' });
  }

  private async hasTables(): Promise<boolean> {
    try {
      await this.database.reader.query('SELECT collective_id FROM collective_books WHERE 1 = 0');
      return true;
    } catch {
      return false;
    }
  }
}

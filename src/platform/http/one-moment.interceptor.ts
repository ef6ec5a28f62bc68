import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database';

const LIVE = 'readsLive';

/** Answers without the database, from what is kept whole, or from a view of its own. */
export const ReadsLive = (): ClassDecorator & MethodDecorator => SetMetadata(LIVE, true);

const endings = new WeakMap<FastifyRequest, () => void>();

/**
 * Whatever is only asked for is answered as the rows stood at one moment: a page, a sheet, a workbook or JSON
 * is made of many reads, and between two of them others book. See `Database.inMoment`.
 */
@Injectable()
export class OneMoment implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isAskedFor = request.method === 'GET' || request.method === 'HEAD';
    const places = [context.getHandler(), context.getClass()];
    const isLive = this.reflector.getAllAndOverride<boolean | undefined>(LIVE, places);
    return isAskedFor && isLive !== true ? from(this.answerOf(request, next)) : next.handle();
  }

  private async answerOf(request: FastifyRequest, next: CallHandler): Promise<unknown> {
    const sending = new Promise<void>((resolve) => endings.set(request, resolve));
    let answer: Promise<unknown> | undefined;
    await this.database.inMoment(async () => {
      answer = lastValueFrom(next.handle(), { defaultValue: undefined });
      await Promise.race([answer, sending]);
    });
    return answer;
  }
}

/** An answer that is on its way reads nothing more: whoever takes it slowly holds up nobody. */
export function endMomentsOnSending(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request) => {
    endings.get(request)?.();
    return Promise.resolve();
  });
}

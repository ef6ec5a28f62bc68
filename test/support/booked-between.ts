import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';

interface Reading {
  left: number;
}

/** So often somebody books while one answer is read. */
const MOST_BOOKINGS = 12;
/** The services that answers over the books are made of. */
const OF_THE_BOOKS = /(Read|Balances|Lines|Results|Reports|Statements|Surplus|Bridge)Service$/;

/**
 * Lets somebody book between two reads of one answer, surely and not by chance: whenever one of these
 * services is asked, `book` is done before it reads.
 */
export class BookedBetween {
  private readonly reading = new AsyncLocalStorage<Reading>();
  /** Whoever books is somebody else: nothing of the answer's surroundings is his. */
  private readonly elsewhere = new AsyncResource('somebody who books');

  constructor(
    app: NestFastifyApplication,
    private readonly book: () => Promise<unknown>,
  ) {
    for (const { providers } of app.get(ModulesContainer).values()) {
      for (const { instance } of providers.values()) this.interrupt(instance as object | null);
    }
  }

  /** What `read` answers, and how often somebody booked while it was read. */
  async while<T>(read: () => Promise<T>): Promise<{ readonly answer: T; readonly bookings: number }> {
    const reading = { left: MOST_BOOKINGS };
    const answer = await this.reading.run(reading, read);
    return { answer, bookings: MOST_BOOKINGS - reading.left };
  }

  private interrupt(service: object | null): void {
    if (service === null || !OF_THE_BOOKS.test(service.constructor.name)) return;
    const methods: object = service.constructor.prototype as object;
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
      if (!isAsync(value)) continue;
      const ask = async (...asked: unknown[]): Promise<unknown> => {
        await this.bookFirst();
        return Reflect.apply(value, service, asked);
      };
      Object.defineProperty(service, name, { value: ask });
    }
  }

  private async bookFirst(): Promise<void> {
    const reading = this.reading.getStore();
    if (reading === undefined || reading.left === 0) return;
    reading.left -= 1;
    await this.elsewhere.runInAsyncScope(this.book);
  }
}

/** A method that waits: one that only prepares what is read goes on undisturbed. */
function isAsync(method: unknown): method is () => Promise<unknown> {
  return typeof method === 'function' && method.constructor.name === 'AsyncFunction';
}

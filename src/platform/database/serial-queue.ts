/**
 * Runs one piece of work after the other, in the order asked. SQLite has one writing connection: overlaps
 * would mix.
 */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work, work);
    this.last = next.catch(() => undefined);
    return next;
  }
}

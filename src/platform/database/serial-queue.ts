/**
 * Runs one piece of work after the other, in the order asked. SQLite has one writing connection: overlaps
 * would mix.
 */
export class SerialQueue {
  private isBusy = false;
  private readonly waiting: (() => void)[] = [];

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isBusy) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.isBusy = true;
    try {
      return await work();
    } finally {
      // Whoever is next takes over before anybody new can come in between.
      const next = this.waiting.shift();
      if (next === undefined) this.isBusy = false;
      else next();
    }
  }
}

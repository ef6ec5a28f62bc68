import { DataSource, type EntityManager } from 'typeorm';
import type { Engine } from './engine';
import { beginView, endView } from './locks';

/**
 * So many answers are read at once, the next one waits: of the connections that PostgreSQL's reader has, some
 * stay free for whoever reads while he writes.
 */
const MOST_AT_ONCE = 6;

/**
 * Views of committed rows that do not change while they are read, each on a connection of its own. On SQLite
 * connections are kept for the next view: to open one takes longer than most answers.
 */
export class Views {
  private readonly idle: DataSource[] = [];
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  constructor(
    private readonly engine: Engine,
    private readonly source: DataSource,
  ) {}

  /** A short view, an answer's: one of few at once. */
  async shared<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    await this.take();
    try {
      return await this.onKept(work);
    } finally {
      this.free();
    }
  }

  /** A view that may take long, which others do not wait for. */
  async own<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    if (this.engine === 'postgres') return this.on(this.source, work);
    const source = await this.open();
    try {
      return await this.on(source, work);
    } finally {
      await source.destroy();
    }
  }

  /** Closes the connections that were kept. */
  async close(): Promise<void> {
    for (const source of this.idle.splice(0)) await source.destroy();
  }

  private async onKept<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    if (this.engine === 'postgres') return this.on(this.source, work);
    const source = this.idle.pop() ?? (await this.open());
    try {
      return await this.on(source, work);
    } finally {
      if (this.source.isInitialized) this.idle.push(source);
      else await source.destroy();
    }
  }

  private async on<T>(source: DataSource, work: (db: EntityManager) => Promise<T>): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      await beginView(this.engine, runner);
      return await work(runner.manager);
    } finally {
      await endView(runner);
    }
  }

  private open(): Promise<DataSource> {
    return new DataSource(this.source.options).initialize();
  }

  private async take(): Promise<void> {
    if (this.taken < MOST_AT_ONCE) this.taken += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whoever waits longest takes the place over. */
  private free(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.taken -= 1;
    else next();
  }
}

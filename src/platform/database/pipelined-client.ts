import { Client, type ClientConfig } from 'pg';
import { preparedName } from './statements';

/** Statements whose answer says nothing: they travel with the next one. */
const UNANSWERED = /^START TRANSACTION\b/;

/**
 * A connection to PostgreSQL that waits less: what begins a transaction is sent with the statement after it,
 * which fails where the beginning failed; statements sent together travel together; those of the register
 * are prepared once. Behind a pooler it wants one that keeps prepared statements (pgbouncer 1.21 and later).
 */
export class PipelinedClient extends Client {
  private begun: Promise<unknown>[] = [];
  private isGathering = false;

  constructor(config?: ClientConfig) {
    super({ ...config, pipeline: true });
    const query: unknown = Reflect.get(this, 'query');
    if (typeof query !== 'function') return;
    const send = (...sent: unknown[]): unknown => Reflect.apply(query, this, sent);
    Object.defineProperty(this, 'query', { value: (...sent: unknown[]) => this.sendOn(send, sent) });
  }

  private sendOn(send: (...sent: unknown[]) => unknown, sent: readonly unknown[]): unknown {
    this.gather();
    const [text, values] = sent;
    if (typeof text !== 'string' || sent.length > 2) return send(...sent);
    if (UNANSWERED.test(text)) {
      const beginning = Promise.resolve(send(text));
      beginning.catch(() => undefined);
      this.begun.push(beginning);
      return Promise.resolve(undefined);
    }
    const name = preparedName(text);
    const answer = name === undefined ? send(text, values) : send({ name, text, values });
    if (this.begun.length === 0) return answer;
    const begun = this.begun.splice(0);
    return Promise.all([answer, ...begun]).then(([first]) => first);
  }

  /** All that is asked before the program waits leaves in one write: each write costs as much as a query. */
  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}

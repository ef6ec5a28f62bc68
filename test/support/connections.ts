import { DataSource, type DataSourceOptions } from 'typeorm';

/** The two connections of a database. */
export interface Pair {
  readonly writer: DataSource;
  readonly reader: DataSource;
}

/** A connection that may be closed and opened again on other rows, and knows its entities still. */
class LastingDataSource extends DataSource {
  protected override async buildMetadatas(): Promise<void> {
    // What it knows of sixty entities takes longer to work out than most tests take.
    if (this.entityMetadatas.length === 0) await super.buildMetadatas();
  }
}

/**
 * The pairs of connections of one suite, all of one engine and with the same entities. A test that opens
 * fresh rows gets a pair that an earlier test has closed, where there is one.
 */
export class ClosedPairs {
  private readonly closed: Pair[] = [];

  async open(options: Record<keyof Pair, DataSourceOptions>): Promise<Pair> {
    const { writer, reader } = this.closed.pop() ?? {
      writer: new LastingDataSource(options.writer),
      reader: new LastingDataSource(options.reader),
    };
    await writer.setOptions(options.writer).initialize();
    await reader.setOptions(options.reader).initialize();
    return { writer, reader };
  }

  async close({ writer, reader }: Pair): Promise<void> {
    await reader.destroy();
    await writer.destroy();
    this.closed.push({ writer, reader });
  }
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pinoHttp, type Options } from 'pino-http';
import { BrokenInvariant } from '../../src/domain/shared/invariant';
import { readConfiguration } from '../../src/platform/config/configuration';
import { describeFailure } from '../../src/platform/http/failure';
import { loggingOf } from '../../src/platform/http/logging';

describe('the log', () => {
  it('keeps the path and the status of a request, and nothing of the person', async () => {
    const line = await lineOf('/n/7K3M?name=wang&code=secret', {
      cookie: 'session=secret',
      'user-agent': 'phone',
    });
    expect(JSON.parse(line)).toMatchObject({ req: { method: 'GET', path: '/n/7K3M' }, res: { status: 200 } });
    expect(line).not.toMatch(/secret|wang|phone|127\.0\.0\.1|remote|headers|query/);
  });

  it('tells a failed request in one line, with its failure', async () => {
    const failed = Object.assign(new Error('Key (name)=(wang) exists'), { code: '23505' });
    const line = await lineOf('/n/7K3M', {}, failed);
    expect(line.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      req: { path: '/n/7K3M' },
      res: { status: 500 },
      err: { name: 'Error', code: '23505' },
    });
    expect(line).not.toMatch(/wang/);
  });

  const failures: [string, Error, object][] = [
    [
      'a broken invariant by its sentence',
      new BrokenInvariant('debit equals credit'),
      { name: 'BrokenInvariant', message: 'debit equals credit' },
    ],
    [
      'a driver by its code, without the values in its message',
      Object.assign(new Error('Key (name)=(wang) exists'), { code: '23505' }),
      { name: 'Error', code: '23505' },
    ],
  ];
  it.each(failures)('names %s', (_what, error, expected) => {
    const { frames, ...record } = describeFailure(error);
    expect(record).toEqual(expected);
    expect(frames[0]).toMatch(/^at /);
  });
});

/** The line the log holds after one request. */
async function lineOf(path: string, headers: Record<string, string>, failed?: Error): Promise<string> {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const log = pinoHttp(optionsOf(), stream);
  const server = createServer((request, response) => {
    log(request, response);
    if (failed !== undefined) Object.assign(response, { statusCode: 500, err: failed });
    response.end('fine');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  await (await fetch(`http://127.0.0.1:${String(port)}${path}`, { headers })).text();
  await new Promise((resolve) => server.close(resolve));
  return lines.join('');
}

function optionsOf(): Options {
  const { pinoHttp: options } = loggingOf(readConfiguration({ LOG_LEVEL: 'info' }));
  if (options === undefined || Array.isArray(options) || 'write' in options) throw new Error('no options');
  return options;
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address;
}

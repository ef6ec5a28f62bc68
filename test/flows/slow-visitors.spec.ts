import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { enginesHere, freshSettings } from '../support/engines';
import { type ProbeApp, startProbeApp } from '../platform/http-app.fixture';

describe.each(enginesHere())('somebody who takes an answer slowly (%s)', (engine) => {
  let probe: ProbeApp;
  let drop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const fresh = await freshSettings(engine);
    ({ drop } = fresh);
    probe = await startProbeApp(fresh.settings);
    await probe.app.listen(0, '127.0.0.1');
  });

  afterAll(async () => {
    await probe.app.close();
    await drop?.();
  });

  it('keeps nothing from the others', async () => {
    const { port } = new URL(await probe.app.getUrl());
    const slow = Array.from({ length: 12 }, () => askSlowly(Number(port)));
    for (const socket of slow) await once(socket, 'readable');
    const answer = probe.app.inject({ method: 'GET', url: '/n/nothing' });
    const first = await Promise.race([answer.then(({ statusCode }) => statusCode), wait(3_000, 'nothing')]);
    for (const socket of slow) socket.destroy();
    expect(first).toBe(200);
  });
});

/** Asks for a large answer and reads none of it. */
function askSlowly(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /n/large/sheet.pdf HTTP/1.1\r\nhost: probe\r\n\r\n');
  return socket;
}

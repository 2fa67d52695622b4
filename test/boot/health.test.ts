import { createMetrics } from '#adapters/metrics/metrics.ts';
import { startHealth } from '#boot/health.ts';
import { readEnv } from '#config/env.ts';
import { freePort } from '#stack/ports.ts';
import { PRODUCTION_ENV } from '../support/production-env.ts';

/** Only whether something answers is asked of these; none of it is there. */
const UP = async (): Promise<boolean> => true;
const parts = { stores: { isReachable: UP }, temporal: { isReachable: UP }, kafka: { check: async () => undefined } };

async function health(metricsAddress: string) {
  const port = await freePort();
  const env = readEnv({ ...PRODUCTION_ENV, SANTUN_HEALTH_PORT: String(port), SANTUN_METRICS_ADDRESS: metricsAddress });
  const metrics = createMetrics({ process: 'uji', build: 'uji', now: () => 0 });
  const server = await startHealth({ ...parts, env, metrics });
  return { ...server, at: `http://127.0.0.1:${port}` };
}

describe('the port of a process that answers for its health', () => {
  test('tells metrics to whoever came in at the address set for it, as text that Prometheus reads', async () => {
    const { at, stop } = await health('127.0.0.1');
    const answer = await fetch(`${at}/metrics?x=1`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toContain('santun_build_info{process="uji",build="uji"} 1');
    await stop();
  });

  test('tells them to nobody who came in at another address of the machine, whatever he says of himself, and goes on answering for its health', async () => {
    const { at, stop } = await health('127.0.0.2');
    const said = { 'x-forwarded-for': '127.0.0.2', forwarded: 'for=127.0.0.2', host: '127.0.0.2' };
    expect((await fetch(`${at}/metrics`, { headers: said })).status).toBe(404);
    expect((await fetch(`${at}//metrics`, { headers: said })).headers.get('content-type')).toBe('application/json');
    const healthy = await fetch(`${at}/`);
    expect(await healthy.json()).toEqual({ ready: true, down: [] });
    await stop();
  });

  test('tells them at every address where that is what was set', async () => {
    const { at, stop } = await health('0.0.0.0');
    expect((await fetch(`${at}/metrics`)).status).toBe(200);
    expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(404);
    await stop();
  });

  test('the address is one of this machine’s and no name', () => {
    expect(() => readEnv({ ...PRODUCTION_ENV, SANTUN_METRICS_ADDRESS: 'localhost' })).toThrow(/SANTUN_METRICS_ADDRESS: /);
    expect(readEnv(PRODUCTION_ENV).SANTUN_METRICS_ADDRESS).toBe('127.0.0.1');
  });
});

import { createServer, type Server } from 'node:net';
import { choosePort, freePort, isFree } from '#stack/ports.ts';

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

test('a preferred port that is free is taken without a word', async () => {
  const preferred = await freePort();
  const said: string[] = [];
  expect(await choosePort('Kafka', preferred, (line) => said.push(line))).toBe(preferred);
  expect(said).toEqual([]);
});

test('a preferred port that is in use gives way to another, and that is said', async () => {
  const preferred = await freePort();
  const server = await occupy(preferred);
  const said: string[] = [];
  const chosen = await choosePort('Kafka', preferred, (line) => said.push(line));
  expect(chosen).not.toBe(preferred);
  expect(await isFree(chosen)).toBe(true);
  expect(said).toEqual([`port ${preferred} for Kafka is in use, taking ${chosen} instead`]);
  await new Promise((resolve) => server.close(resolve));
});

test('no port is handed out twice by one run, and none from the range of outgoing connections', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(new Set(ports).size).toBe(50);
  for (const port of ports) expect(port).toBeLessThan(32_000);
});

import { Client, Connection } from '@temporalio/client';
import { connectionOptions, type TemporalSecurity } from './security.ts';

export type TemporalConnection = { readonly client: Client; isReachable(): Promise<boolean>; close(): Promise<void> };

export async function connectTemporal(address: string, namespace: string, security?: TemporalSecurity): Promise<TemporalConnection> {
  const connection = await Connection.connect(connectionOptions(address, security));
  const client = new Client({ connection, namespace });
  return {
    client,
    async isReachable() {
      try {
        await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.getSystemInfo({}));
        return true;
      } catch {
        return false;
      }
    },
    close: () => connection.close(),
  };
}

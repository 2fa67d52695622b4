import type { BankOptions } from '#sandbox/bank/start.ts';
import { type SandboxProcess, startProcess } from '../process.ts';

export function startBankProcess(options: BankOptions, port = 0): Promise<SandboxProcess> {
  return startProcess('sandbox/bank/server.ts', {
    SANTUN_SANDBOX_BANK_PORT: String(port),
    SANTUN_SANDBOX_BANK_DATA: options.dataFile,
    SANTUN_SANDBOX_BANK_CLIENT_KEY: options.clientKey,
    SANTUN_SANDBOX_BANK_CLIENT_SECRET: options.clientSecret,
    SANTUN_SANDBOX_BANK_PUBLIC_KEY: options.publicKeyPem,
    SANTUN_SANDBOX_BANK_SOURCE_ACCOUNT: options.sourceAccount,
    SANTUN_SANDBOX_BANK_OPENING_BALANCE: String(options.openingBalance),
  });
}

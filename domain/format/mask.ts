/** Everything that is not what it should be is hidden whole: masking fails closed. */
const HIDDEN = '••••';

/** `•••• •••• •••• 0001`; NIK and family card number look the same. */
export function maskNik(nik: string): string {
  return /^\d{16}$/.test(nik) ? `•••• •••• •••• ${nik.slice(-4)}` : HIDDEN;
}

export const maskFamilyCardNumber = maskNik;

/** `···1234`; short accounts show two digits, because four would be most of them. */
export function maskAccount(account: string): string {
  if (!/^\d{6,20}$/.test(account)) return HIDDEN;
  return `···${account.slice(account.length < 8 ? -2 : -4)}`;
}

/** `+62 812-••••-7890`; always four dots, so the length says nothing. Short numbers lose their prefix too. */
export function maskPhone(phone: string): string {
  const national = /^\+62(\d{7,13})$/.exec(phone)?.[1];
  if (national === undefined) return HIDDEN;
  return national.length < 9 ? `+62 ${HIDDEN}-${national.slice(-3)}` : `+62 ${national.slice(0, 3)}-${HIDDEN}-${national.slice(-4)}`;
}

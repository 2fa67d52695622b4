/** The calls of SNAP BI that Santun makes. The service code is the middle of every `responseCode`. */
export const SNAP_ENDPOINTS = {
  accessToken: { path: '/openapi/v1.0/access-token/b2b', serviceCode: '73' },
  accountInquiry: { path: '/openapi/v1.0/account-inquiry-external', serviceCode: '16' },
  transfer: { path: '/openapi/v1.0/transfer-interbank', serviceCode: '18' },
  transferStatus: { path: '/openapi/v1.0/transfer/status', serviceCode: '36' },
  statement: { path: '/openapi/v1.0/bank-statement', serviceCode: '14' },
  balance: { path: '/openapi/v1.0/balance-inquiry', serviceCode: '11' },
} as const;
export type SnapCall = keyof typeof SNAP_ENDPOINTS;

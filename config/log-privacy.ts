/**
 * What may stand in a log. Denied by default, at any depth: a field nobody listed here is printed as its name and `•••`, so that a new
 * field that names a person is silent until somebody has thought about it.
 */

export const CENSORED = '•••';

/** Ids, codes and counts, whoever logs the object they sit in. A value with a space in it is somebody's sentence and stays out. */
const OPEN_FIELDS: ReadonlySet<string> = new Set([
  // ours
  ...['action', 'actor', 'address', 'buildId', 'calendar', 'cause', 'caseId', 'claimId', 'code', 'commandId', 'counts', 'day', 'delayMs'],
  ...['deploymentName', 'documentId', 'entitlementId', 'error', 'errorName', 'event', 'eventId', 'fault', 'file', 'institutionId', 'issue'],
  ...['kind', 'paper', 'payoutId', 'process', 'programme', 'readinessFileId', 'reference', 'refused', 'role', 'rule', 'schoolYear', 'seq'],
  ...['service', 'state', 'status', 'step', 'version', 'why', 'year', 'months', 'type', 'failureType'],
  // HTTP
  ...[
    'method',
    'url',
    'host',
    'remoteAddress',
    'remotePort',
    'statusCode',
    'reqId',
    'requestId',
    'responseTime',
    'port',
    'syscall',
    'errno',
  ],
  // Kafka
  ...['topic', 'topics', 'partition', 'partitions', 'offset', 'groupId', 'memberId', 'generationId', 'clientId', 'broker', 'brokers'],
  ...[
    'correlationId',
    'retryCount',
    'retryTime',
    'apiName',
    'apiKey',
    'apiVersion',
    'size',
    'part',
    'assigned',
    'eventType',
    'groupProtocol',
  ],
  ...['leaderId', 'isLeader', 'duration'],
  // Temporal
  ...['workflowId', 'workflowType', 'runId', 'run_id', 'workflow_id', 'workflow_type', 'firstExecutionRunId', 'taskQueue', 'task_queue'],
  ...[
    'namespace',
    'activityId',
    'activityType',
    'activity_id',
    'activity_type',
    'attempt',
    'isLocal',
    'sdkComponent',
    'durationMs',
    'target',
  ],
  ...['nonRetryable', 'retryState', 'activityTaskQueue', 'identity', 'workerIdentity', 'signalName', 'updateName', 'updateId', 'queryType'],
  ...['grpcCode', 'sticky', 'completion', 'reason_code', 'build_id', 'deployment_name', 'pollerType', 'worker_task_type', 'failure_reason'],
  // MongoDB
  ...['codeName', 'errorLabels', 'collection', 'index', 'ok'],
]);

/** Under these, every name is a name of ours and every value a number. */
const COUNTERS: ReadonlySet<string> = new Set(['counts', 'assigned', 'memberAssignment']);

/** Texts with a place of their own: an error's, where digits, quoted values and what was censored elsewhere in the same line are taken out. */
const TEXT_FIELDS: ReadonlySet<string> = new Set(['stack', 'error', 'errorMessage']);

const DEEPEST = 10;
const MOST_ITEMS = 50;

/** NIK, card, account and phone numbers, however they are grouped. Hexadecimal names and words with digits are not touched. */
const LONG_NUMBER = /(?<!\w)\+?\d(?:[ .-]?\d){8,}(?!\w)/;
/** Looks like one and is not: ids, network addresses, days and instants. */
const NOT_OF_A_PERSON =
  /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\b20\d{2}-\d{2}-\d{2}(?:[T ][\d:.]+Z?)?(?![\d-])/;
const NUMBERS = new RegExp(`(${NOT_OF_A_PERSON.source})|${LONG_NUMBER.source}`, 'g');
const BIRTH_DATE_LIKE = /(?<![\w/-])\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ](?:19|20)\d{2}(?![\w/-])/g;
/** `name: "Maria"` in what a database or a parser says of its input. */
const QUOTED_FIELD = /(["']?)([A-Za-z_]\w*)\1(\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g;

/** A text without what could name a person: `secrets` are values that stood under censored fields of the same line. */
export function openText(text: string, secrets: ReadonlySet<string> = new Set()): string {
  let open = text.replaceAll(QUOTED_FIELD, (all, quote: string, field: string, sign: string) =>
    OPEN_FIELDS.has(field) ? all : `${quote}${field}${quote}${sign}"${CENSORED}"`,
  );
  for (const secret of secrets) open = open.replaceAll(secret, CENSORED);
  return open.replaceAll(NUMBERS, (_all, harmless?: string) => harmless ?? CENSORED).replaceAll(BIRTH_DATE_LIKE, CENSORED);
}

/** The arguments of one log line: fields, sentence and whatever is put into it. */
export function openArguments(args: readonly unknown[]): unknown[] {
  const [first, ...rest] = args;
  // As pino itself takes an error given alone.
  if (first instanceof Error) return openArguments([{ err: first }, ...(rest.length > 0 ? rest : [first.message])]);
  const secrets = new Set<string>();
  for (const arg of args) collectSecrets(arg, secrets);
  return args.map((arg) => (typeof arg === 'string' ? openText(arg, secrets) : openFields(arg, secrets)));
}

/** The fields of an object as they may be printed. */
export function openFields(value: unknown, secrets: ReadonlySet<string> = new Set()): unknown {
  return show(value, { isOpen: false, isCounter: false, depth: 0 }, { secrets, seen: new Set() });
}

type Place = { readonly isOpen: boolean; readonly isCounter: boolean; readonly depth: number };
type Line = { readonly secrets: ReadonlySet<string>; readonly seen: Set<object> };

function show(value: unknown, place: Place, line: Line): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  // A NIK read as a number is still a NIK.
  if (typeof value === 'number') return (place.isOpen || place.isCounter) && Math.abs(value) < 1e9 ? value : CENSORED;
  if (typeof value === 'string') return place.isOpen ? openValue(value, line) : CENSORED;
  if (typeof value !== 'object' || place.depth >= DEEPEST || line.seen.has(value)) return CENSORED;
  line.seen.add(value);
  try {
    return showObject(value, { ...place, depth: place.depth + 1 }, line);
  } finally {
    line.seen.delete(value);
  }
}

function showObject(value: object, place: Place, line: Line): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((one) => show(one, place, line));
  if (value instanceof Error) return showError(value, place, line);
  // Bytes are somebody's payload.
  if (ArrayBuffer.isView(value) || value instanceof Date) return CENSORED;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, showField(field, inner, place, line)]));
}

function showField(field: string, value: unknown, { depth, isCounter }: Place, line: Line): unknown {
  if (field === 'req' && isRequest(value)) return requestOf(value);
  if (field === 'res' && isReply(value)) return { statusCode: value.statusCode };
  if (TEXT_FIELDS.has(field) && typeof value === 'string') return openText(value, line.secrets);
  return show(value, { isOpen: OPEN_FIELDS.has(field), isCounter: isCounter || COUNTERS.has(field), depth }, line);
}

function openValue(value: string, { secrets }: Line): string {
  return /\s/.test(value) || value.length > 300 ? CENSORED : openText(value, secrets);
}

function showError(error: Error, place: Place, line: Line): unknown {
  const { name, message, stack, cause, ...fields } = error as Error & Record<string, unknown>;
  const { type, ...others } = fields;
  return {
    type: name,
    ...(type === undefined ? {} : { failureType: showField('failureType', type, place, line) }),
    message: openText(message, line.secrets),
    ...(stack === undefined ? {} : { stack: openText(stack, line.secrets) }),
    ...(showObject(others, place, line) as object),
    ...(cause === undefined ? {} : { cause: typeof cause === 'string' ? openText(cause, line.secrets) : show(cause, place, line) }),
  };
}

/** Values that stand under censored fields, to be found again in the texts beside them. Short ones would censor half a sentence. */
function collectSecrets(value: unknown, into: Set<string>, field = '', depth = 0): void {
  if (typeof value === 'string' && value.trim().length >= 3 && !OPEN_FIELDS.has(field) && !TEXT_FIELDS.has(field) && field !== '') {
    into.add(value);
  }
  if (typeof value !== 'object' || value === null || depth > DEEPEST || ArrayBuffer.isView(value) || isRequest(value)) return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, MOST_ITEMS)) collectSecrets(one, into, field, depth + 1);
    return;
  }
  if (value instanceof Error && value.cause !== undefined) collectSecrets(value.cause, into, '', depth + 1);
  for (const [name, inner] of Object.entries(value)) {
    if (!(value instanceof Error && ['message', 'stack', 'name', 'cause'].includes(name))) collectSecrets(inner, into, name, depth + 1);
  }
}

type Request = { readonly method: string; readonly url: string; readonly host?: string; readonly ip?: string };

function isRequest(value: unknown): value is Request {
  return typeof value === 'object' && value !== null && 'method' in value && 'url' in value && typeof value.url === 'string';
}

function isReply(value: unknown): value is { readonly statusCode: number } {
  return typeof value === 'object' && value !== null && 'statusCode' in value && typeof value.statusCode === 'number';
}

/** Without the query, which may carry a sign-in code. */
function requestOf({ method, url, host, ip }: Request): object {
  return { method, url: openText(url.split('?')[0] ?? ''), host, remoteAddress: ip };
}

import { maySee } from '#domain/access.ts';
import type { CheckId, CheckResult, Evidence, SideBySide } from '#domain/claim/checks/checks.ts';
import { staleChecks } from '#domain/claim/checks/judged.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Actor } from '#domain/people/actor.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import type { Needs } from '#services/deps.ts';

/** What the machine found, with its evidence and, beside a claim that may be the same, that claim. */
export async function toChecksView(claim: ClaimState, actor: Actor, { stores }: Needs<'claims'>) {
  const { claimId, checks } = claim;
  const results = checks?.results ?? [];
  const stale = staleChecks(claim);
  const others = [
    ...new Set(results.flatMap(({ evidence }) => evidence.flatMap(({ other }) => (other ? [other.claimId as ClaimId] : [])))),
  ];
  const found = await Promise.all(others.map((other) => stores.claims.find(other)));
  const visible = new Map(found.flatMap((document) => (document && maySee(actor, document.state) ? [[document._id, document.state]] : [])));
  return {
    claimId,
    ...(checks === undefined ? {} : { checkedAt: toIso(checks.at) }),
    checks: results.map((result) => ({
      ...headOf(result, stale),
      ...(result.proposes === undefined ? {} : { proposes: result.proposes }),
      evidence: result.evidence.map((evidence) => toEvidenceView(evidence, visible)),
    })),
  };
}

/** The results alone, for the claim’s own page. */
export function checksSummary(claim: ClaimState) {
  const { checks } = claim;
  const stale = staleChecks(claim);
  return checks && { checkedAt: toIso(checks.at), results: checks.results.map((result) => headOf(result, stale)) };
}

/** `stale`: what it was about has changed since; it is being given again, or no longer is when the claim is decided. */
function headOf({ check, result }: CheckResult, stale: readonly CheckId[]) {
  const old = stale.includes(check) ? { stale: true, staleText: text('verdict.stale') } : {};
  return { check, checkText: text(`check.${check}`), result, resultText: text(`verdict.${result}`), ...old };
}

function toEvidenceView({ other, ...evidence }: Evidence, visible: ReadonlyMap<string, ClaimState>) {
  const claim = other && visible.get(other.claimId);
  return { ...evidence, ...(other && claim ? { other: sideBySide(other, claim) } : {}) };
}

function sideBySide({ claimId, similarityBasisPoints, agrees }: SideBySide, claim: ClaimState) {
  const { status, kind, eventOn, institutionId, branchId, reportedAt } = claim;
  return {
    claimId,
    ...(similarityBasisPoints === undefined ? {} : { similarityBasisPoints }),
    agrees: agrees.map((field) => ({ field, text: text(`agrees.${field}`) })),
    status,
    statusText: text(`status.${status}`),
    kind,
    eventOn,
    institutionId,
    branchId,
    reportedAt: toIso(reportedAt),
  };
}

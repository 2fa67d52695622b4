import { z } from 'zod';
import { casePage } from '#api/pages/case-page.ts';
import { deskRoute, GoTo } from '#api/pages/desk-page.ts';
import { CaseForm, CasePath } from '#schemas/http/reconciliations.ts';
import { notFound, RefusedError } from '#services/errors.ts';
import { stepCase } from '#services/reconciliation/case-steps.ts';

const URL = '/pencocokan/perkara/:caseId';

export const caseOfDifference = deskRoute({
  method: 'GET',
  url: URL,
  action: 'read-reconciliations',
  params: CasePath,
  query: z.object({ selesai: z.string().optional() }),
  async handle({ visitor, now, params: { caseId }, query: { selesai } }, { stores: { reconciliationCases } }) {
    const kept = await reconciliationCases.find(caseId);
    if (!kept) throw notFound();
    return casePage({ kept, now, visitor, isDone: selesai !== undefined });
  },
});

/** A refusal is told on the same page, with what was typed still there. */
export const stepOnCase = deskRoute({
  method: 'POST',
  url: URL,
  action: 'settle-reconciliations',
  params: CasePath,
  form: CaseForm,
  async handle({ visitor, now, params: { caseId }, form: { step, ...wish } }, { stores: { reconciliationCases } }) {
    try {
      await stepCase(reconciliationCases, caseId, step, { actor: visitor.actor, at: now, ...wish });
    } catch (error) {
      const kept = error instanceof RefusedError ? await reconciliationCases.find(caseId) : undefined;
      if (!(error instanceof RefusedError) || !kept) throw error;
      return casePage({ kept, now, visitor, said: { problem: error.refusal.text, reason: wish.reason } });
    }
    return new GoTo(`/pencocokan/perkara/${caseId}?selesai=1`);
  },
});

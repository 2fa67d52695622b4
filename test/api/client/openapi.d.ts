// Made by `npm run openapi` from docs/openapi.json.
export interface paths {
    "/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claims this person may know of, the latest change first.
         * @description For: officer, approver, supervisor, auditor, partner-staff, partner-head, machine.
         */
        get: operations["readClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A claim as this person may see it, with what he may do and why not.
         * @description For: officer, approver, supervisor, auditor, partner-staff, partner-head, machine.
         */
        get: operations["readClaimsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the automatic checks found, with evidence.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readClaimsChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/event-corrections/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What other days of the event would change, before two persons say so.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readClaimsEventCorrectionsPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every decision about a claim with the number of its receipt.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readClaimsReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/receipts/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One decision with all that decides it again: command, calendar, readings, facts.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readClaimsReceiptsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Papers come in, from the partner or over the counter.
         * @description For: partner-staff, partner-head, machine, officer.
         */
        post: operations["postClaimsDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/document-verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Each paper is looked at: good, or refused with a reason.
         * @description For: officer.
         */
        post: operations["postClaimsDocumentVerdicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/completion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is missing is asked of the family; ends with its papers.
         * @description For: officer.
         */
        post: operations["postClaimsCompletionRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything is there; the legal clock starts.
         * @description For: officer.
         */
        post: operations["postClaimsCompleteness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether it is a death of JKM or an accident of JKK.
         * @description For: officer.
         */
        post: operations["postClaimsTriage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/heirs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who inherits, by the order of the law.
         * @description For: officer.
         */
        post: operations["postClaimsHeirs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/payee-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where the money goes; the bank names the holder.
         * @description For: officer.
         */
        post: operations["postClaimsPayeeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/recommendation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * To pay, or to reject with a reason.
         * @description For: officer.
         */
        post: operations["postClaimsRecommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second person, point by point.
         * @description For: approver.
         */
        post: operations["postClaimsDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody has heard a warning and says what is done.
         * @description For: supervisor.
         */
        post: operations["postClaimsAcknowledgements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A paper that cannot be had is done without.
         * @description For: officer.
         */
        post: operations["postClaimsWaivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/completeness-revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A paper counted as good was not: the clock starts anew when it is there again. Two persons.
         * @description For: officer, approver, supervisor.
         */
        post: operations["postClaimsCompletenessRevocations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/event-corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The days of the event, where sources differ. Two persons.
         * @description For: officer.
         */
        post: operations["postClaimsEventCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/injury": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an injury came to.
         * @description For: officer.
         */
        post: operations["postClaimsInjury"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/treatment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Treatment is over: healed, disabled or dead.
         * @description For: officer.
         */
        post: operations["postClaimsTreatment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds the clocks that this ground may hold. Two persons.
         * @description For: officer, supervisor, approver.
         */
        post: operations["postClaimsPauses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends such a pause. Two persons.
         * @description For: officer, supervisor, approver.
         */
        post: operations["postClaimsResumptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/promise-extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * More days for the promise to the partner; the legal clock stays. Two persons.
         * @description For: supervisor.
         */
        post: operations["postClaimsPromiseExtensions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/payout-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compensation for lateness is paid or declined. Two persons.
         * @description For: officer, approver, supervisor.
         */
        post: operations["postClaimsPayoutReleases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/payout-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What became of a payment the bank does not answer for, by its statement. Two persons.
         * @description For: officer, approver, supervisor.
         */
        post: operations["postClaimsPayoutFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/payout-exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One payment leaves although a freeze holds the rest. Two persons.
         * @description For: officer, approver, supervisor.
         */
        post: operations["postClaimsPayoutExemptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The report was a mistake, or the family does not want it. Two persons where money or others are at stake.
         * @description For: partner-head, officer.
         */
        post: operations["postClaimsWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The family contests a rejection.
         * @description For: partner-head, officer.
         */
        post: operations["postClaimsAppeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/reopenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An ended claim goes on, for a ground the law knows.
         * @description For: supervisor.
         */
        post: operations["postClaimsReopenings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sitting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All that one person decides in one sitting, in order, all of it or nothing.
         * @description For: officer, approver, supervisor, auditor, partner-staff, partner-head, machine.
         */
        post: operations["postClaimsSitting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/family-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who of the family has a code for the status page, without the codes.
         * @description For: officer, approver, supervisor, auditor, partner-staff, partner-head.
         */
        get: operations["readClaimsFamilyCodes"];
        put?: never;
        /**
         * Makes a code for one person of the family; it is shown or sent once.
         * @description For: officer, partner-staff, partner-head.
         */
        post: operations["postClaimsFamilyCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/family-codes/{codeId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a code back; the page is closed to it at once.
         * @description For: officer, partner-staff, partner-head.
         */
        post: operations["postClaimsFamilyCodesRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who read about which family, took which file away, the latest first.
         * @description For: supervisor, auditor.
         */
        get: operations["readAuditReads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to the claims of the caller’s institution, from a cursor on.
         * @description For: partner-staff, partner-head, machine.
         */
        get: operations["readEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Warnings that somebody must acknowledge and nobody has, the longest waiting first.
         * @description For: supervisor, auditor.
         */
        get: operations["readEscalations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the sweeper found and nobody has mended.
         * @description For: supervisor, auditor.
         */
        get: operations["readIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/late-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports and papers that came after the end of a claim.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readLateNews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/late-news/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What becomes of late news. Two persons.
         * @description For: officer, approver, supervisor.
         */
        post: operations["postLateNewsSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * News that waits for the credit or the report it is about, and news overtaken by newer.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readWaitingNews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-news/dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that nothing will come of news that waits for its parent.
         * @description For: supervisor.
         */
        post: operations["postWaitingNewsDismissals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of the working calendar, and what is asked for next.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readCalendars"];
        put?: never;
        /**
         * A supervisor proposes a version of the working calendar.
         * @description For: supervisor.
         */
        post: operations["postCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the doubts of the law are read, by version.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readReadings"];
        put?: never;
        /**
         * A supervisor proposes how doubts of the law are read from a day on.
         * @description For: supervisor.
         */
        post: operations["postReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second supervisor puts a version of the readings of the law in force.
         * @description For: supervisor.
         */
        post: operations["postReadingsActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readings/{version}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes proposed readings back.
         * @description For: supervisor.
         */
        post: operations["postReadingsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/{version}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which open claims a calendar would move, and by how much, before anybody activates it.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readCalendarsPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second supervisor makes a proposed calendar the one claims compute with.
         * @description For: supervisor.
         */
        post: operations["postCalendarsActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/{version}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a proposed calendar back.
         * @description For: supervisor.
         */
        post: operations["postCalendarsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/{version}/rollout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an activated calendar has reached the open claims.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readCalendarsRollout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Freezes of payments, and how much waits.
         * @description For: officer, approver, supervisor, auditor.
         */
        get: operations["readFreezes"];
        put?: never;
        /**
         * A supervisor proposes that no payment leaves for some days.
         * @description For: supervisor.
         */
        post: operations["postFreezes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/freezes/{freezeId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agrees to a freeze, lifts it, or takes the proposal back.
         * @description For: supervisor.
         */
        post: operations["postFreezesSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliations/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One banking day: our orders, the bank’s answers and its statement.
         * @description For: approver, supervisor, auditor.
         */
        get: operations["readReconciliationsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliation-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Differences between our payments and the bank’s statement.
         * @description For: approver, supervisor, auditor.
         */
        get: operations["readReconciliationCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliation-cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One difference with all that was said about it.
         * @description For: approver, supervisor, auditor.
         */
        get: operations["readReconciliationCasesOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliation-cases/{caseId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody takes a difference with the bank upon himself.
         * @description For: approver, supervisor.
         */
        post: operations["postReconciliationCasesAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliation-cases/{caseId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody explains a difference with the bank.
         * @description For: approver, supervisor.
         */
        post: operations["postReconciliationCasesExplain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliation-cases/{caseId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A second person agrees with the explanation of a difference.
         * @description For: approver, supervisor.
         */
        post: operations["postReconciliationCasesClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was paid in a month or a year, beside the bank’s own book.
         * @description For: approver, supervisor, auditor.
         */
        get: operations["readReportsPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rupiah at risk of being late, by programme or institution.
         * @description For: approver, supervisor, auditor.
         */
        get: operations["readReportsRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scholarships this person may know of.
         * @description For: officer, approver, supervisor, auditor, partner-staff, partner-head, machine.
         */
        get: operations["readEntitlements"];
        put?: never;
        /**
         * Opens the scholarship of a child that a claim did not open by itself.
         * @description For: officer.
         */
        post: operations["postEntitlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/{entitlementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A scholarship with its years.
         * @description For: officer, approver, supervisor, auditor, partner-staff, partner-head, machine.
         */
        get: operations["readEntitlementsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/{entitlementId}/years/{schoolYear}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proof of school for one year, from the partner or over the counter.
         * @description For: officer, partner-staff, partner-head, machine.
         */
        post: operations["postEntitlementsYearsProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/{entitlementId}/years/{schoolYear}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The proof of one year is looked at: good, or refused with a reason.
         * @description For: officer.
         */
        post: operations["postEntitlementsYearsVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/{entitlementId}/years/{schoolYear}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second person releases one school year, or returns it.
         * @description For: approver, supervisor.
         */
        post: operations["postEntitlementsYearsRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/{entitlementId}/years/{schoolYear}/payment-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What became of a year’s payment the bank does not answer for. Two persons.
         * @description For: officer, approver, supervisor.
         */
        post: operations["postEntitlementsYearsPaymentFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/{entitlementId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Facts of a child that change a scholarship: death, marriage, work, school, guardian, account.
         * @description For: officer, approver, supervisor.
         */
        post: operations["postEntitlementsChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Yearly requests of proof for scholarships, as they fall due.
         * @description For: officer, approver, supervisor, auditor, partner-staff, partner-head, machine.
         */
        get: operations["readNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/scholarships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What scholarships will cost in the years to come.
         * @description For: approver, supervisor, auditor.
         */
        get: operations["readReportsScholarships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ReadsReply: {
            next?: string;
            reads: {
                actorId: string;
                institution?: string;
                action: string;
                subject?: string;
                file?: string;
                requestId: string;
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                role: "partner-staff" | "partner-head" | "officer" | "approver" | "supervisor" | "auditor" | "machine" | "family" | "system";
                roleText: string;
            }[];
        };
        Before: {
            why?: string;
            dueAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            standing?: "safe" | "soon" | "late" | "met" | "missed";
        };
        CalendarPreviewReply: {
            id: string;
            version: number;
            name: string;
            asOf: components["schemas"]["Instant"];
            text: string;
            totals: {
                open: number;
                moved: number;
                turnRed: number;
                leaveRed: number;
                uncomputable: number;
                rungsAtOnce: number;
            };
            mostListed: number;
            moves: components["schemas"]["Move"][];
            uncomputable: components["schemas"]["Move"][];
        };
        CalendarReply: {
            /** @enum {string} */
            state: "proposed" | "withdrawn" | "active" | "replaced";
            steps: {
                /** @enum {string} */
                step: "proposed" | "activated" | "withdrawn";
                by: string;
                /** @enum {string} */
                role: "partner-staff" | "partner-head" | "officer" | "approver" | "supervisor" | "auditor" | "machine" | "family" | "system";
                at: components["schemas"]["Instant"];
                reason: string;
            }[];
            branches?: {
                branchId: string;
                institutionId?: string;
                holidays?: string[];
                service?: components["schemas"]["Service"];
            }[];
            service: components["schemas"]["Service"];
            id: string;
            version: number;
            name: string;
            /** @enum {string} */
            zone: "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";
            years: number[];
            holidays: string[];
            jointLeave: string[];
            localHolidays?: string[];
            dayNames?: {
                [key: string]: string;
            };
            source: string;
            yearSources?: {
                source: string;
                /** @enum {string} */
                certainty: "law" | "secondary" | "inferred" | "recalled";
                year: number;
                estimated?: string[];
            }[];
        };
        CalendarsReply: {
            now: components["schemas"]["Instant"];
            warnings: string[];
            calendars: components["schemas"]["CalendarReply"][];
        };
        Move: {
            claimId: string;
            /** @enum {string} */
            status: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
            statusText: string;
            turnsRed: boolean;
            leavesRed: boolean;
            rungsAtOnce: string[];
            clocks: {
                movedMinutes?: number;
                /** @enum {string} */
                clock: "jkm-legal" | "jkk-legal" | "partner-promise" | "stage-1-report" | "stage-2-report" | "suspected-accident" | "complaint" | "scholarship-proof" | "first-look" | "second-eyes" | "data-breach";
                generation: number;
                label: string;
                before: components["schemas"]["Before"];
                after: components["schemas"]["Before"];
            }[];
        };
        RolloutReply: {
            id: string;
            version: number;
            /** @enum {string} */
            state: "not-started" | "done" | "running" | "superseded";
            text: string;
            finishedAt?: components["schemas"]["Instant"];
            startedAt?: components["schemas"]["Instant"];
            updatedAt?: components["schemas"]["Instant"];
            pass?: number;
            told?: number;
            ended?: number;
            toldAgain?: number;
            behind?: number;
            lost?: string[];
        };
        Service: {
            breaks?: {
                from: string;
                to: string;
            }[];
            from: string;
            to: string;
        };
        ActorRef: {
            id: string;
            /** @enum {string} */
            role: "partner-staff" | "partner-head" | "officer" | "approver" | "supervisor" | "auditor" | "machine" | "family" | "system";
            institution?: string;
            branch?: string;
        };
        /** @description of each command: true, or the sentence that says why not */
        AllowedCommands: {
            [key: string]: true | string;
        };
        ClaimReply: {
            lateUnknown?: string;
            payees?: {
                shared?: {
                    text: string;
                    claims: string[];
                    reason?: string;
                };
                payeeClass: string;
                personId: string;
                /** @enum {string} */
                holderMatch: "match" | "ask";
                account?: components["schemas"]["PayeeAccount"];
            }[];
            risk?: components["schemas"]["RupiahAtRisk"];
            late?: {
                payoutId: string;
                /** @enum {string} */
                payeeClass: "heirs" | "participant" | "funeralArranger" | "fund" | "provider";
                amount: number;
                lateDays?: number;
                /** @enum {string} */
                state: "unknown" | "refused" | "held" | "declined" | "ordered" | "confirmed" | "reversed";
                stateText: string;
            }[];
            membershipNews?: {
                contributionsSince: number;
                ignored: {
                    eventId: string;
                    /** @enum {string} */
                    type: "coverage" | "contribution" | "credit";
                    why: string;
                    toldAt: components["schemas"]["Instant"];
                    newerAt: components["schemas"]["Instant"];
                }[];
                coverageToldAt?: components["schemas"]["Instant"];
                kpj: string;
            }[];
            lateNews?: components["schemas"]["LateNewsReply"][];
            checks?: {
                checkedAt: components["schemas"]["Instant"];
                results: {
                    stale?: boolean;
                    staleText?: string;
                    /** @enum {string} */
                    check: "identity" | "registry" | "event" | "coverage" | "contributions" | "arrears-and-payer" | "duplicate" | "papers" | "heirs" | "account" | "fraud";
                    checkText: string;
                    /** @enum {string} */
                    result: "pass" | "fail" | "ask";
                    resultText: string;
                }[];
            };
            points?: components["schemas"]["Points"];
            recommendation?: {
                /** @constant */
                outcome: "pay";
                pack: string;
                lines: {
                    /** @enum {string} */
                    benefit: "jkm.lump" | "jkm.periodic" | "jkm.funeral" | "jkm.reduced" | "jkk.death" | "jkk.periodic" | "jkk.funeral" | "jkk.disability.partialAnatomical" | "jkk.disability.partialFunctional" | "jkk.disability.total" | "jkk.stmb" | "jkk.transport.land" | "jkk.transport.sea" | "jkk.transport.air" | "jkk.medical" | "jkk.homeCare" | "late.compensation" | "scholarship";
                    amount: number;
                    /** @enum {string} */
                    payeeClass: "heirs" | "participant" | "funeralArranger" | "fund" | "provider";
                }[];
                total: number;
            } | {
                /** @constant */
                outcome: "reject";
                /** @enum {string} */
                reason: "coverage-lapsed" | "not-a-participant" | "not-working-at-registration" | "ill-at-registration" | "not-work-related" | "right-lapsed" | "duplicate-claim" | "false-paper";
                text: string;
            };
            payouts?: components["schemas"]["Payout"][];
            event?: components["schemas"]["EventDetails"];
            rungs?: {
                key: string;
                dueAt: number;
                firedAt: number;
                /** @enum {string} */
                clock: "jkm-legal" | "jkk-legal" | "partner-promise" | "stage-1-report" | "stage-2-report" | "suspected-accident" | "complaint" | "scholarship-proof" | "first-look" | "second-eyes" | "data-breach";
                tells: ("supervisor" | "holder" | "branch-head" | "region")[];
                mustAcknowledge: boolean;
                movesToFront: boolean;
                acknowledgedBy?: components["schemas"]["ActorRef"];
                acknowledgedAt?: number;
            }[];
            waivers?: {
                paper: string;
                reason: string;
            }[];
            holdSources?: {
                /** @enum {string} */
                ground: "heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant";
                by: components["schemas"]["ActorRef"];
                source: string;
            }[];
            proposals?: components["schemas"]["Proposal"][];
            injury?: {
                disability?: {
                    /** @enum {string} */
                    kind: "partialAnatomical" | "partialFunctional" | "total";
                    tableBasisPoints?: number;
                    lostBasisPoints?: number;
                };
                stmbDays?: number;
                transport?: {
                    /** @enum {string} */
                    mode: "land" | "sea" | "air";
                    receipts: number;
                }[];
                medicalReceipts?: number;
                homeCareReceipts?: number;
            };
            treatment?: {
                /** @enum {string} */
                outcome: "recovered" | "disabled" | "died";
                on: string;
            };
            /** @enum {string} */
            type?: "jkm-death" | "jkk-death" | "jkk-accident";
            /** @enum {string} */
            programme?: "jkm" | "jkk";
            people?: {
                id: string;
                /** @enum {string} */
                relation: "spouse" | "child" | "parent" | "grandparent" | "grandchild" | "sibling" | "parentInLaw" | "willBeneficiary" | "other";
                alive: boolean;
                birthDate?: components["schemas"]["Day"];
                divorced?: boolean;
                willByNotary?: boolean;
                courtDetermination?: boolean;
                isPartnerInstitution?: boolean;
            }[];
            heirs?: {
                heirs: string[];
                payee: null | string;
                /** @enum {string} */
                payeeClass: "heirs" | "funeralArranger";
                class: 3 | 2 | 1 | 4 | 5 | 6;
                needs: ("power-of-attorney" | "court-guardian" | "heir-dispute" | "will-deed" | "court-determination")[];
            };
            missing: components["schemas"]["MissingPaper"][];
            waived: string[];
            holds: {
                /** @enum {string} */
                ground: "heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant";
                label: string;
                awaits: string;
                usualDays: number;
                since: string;
            }[];
            paidAt: string[];
            clocks: {
                explanation: string[];
                /** @enum {string} */
                state: "unknown" | "running" | "paused" | "stopped";
                /** @enum {string} */
                standing: "unknown" | "safe" | "soon" | "late" | "met" | "missed";
                why?: string;
                /** @enum {string} */
                clock: "jkm-legal" | "jkk-legal" | "partner-promise" | "stage-1-report" | "stage-2-report" | "suspected-accident" | "complaint" | "scholarship-proof" | "first-look" | "second-eyes" | "data-breach";
                generation: number;
                label: string;
                /** @enum {string} */
                kind: "promise" | "law" | "ours";
                dueAt?: components["schemas"]["Instant"];
                remainingMinutes?: number;
                lateDays?: number;
            }[];
            allowed: components["schemas"]["AllowedCommands"];
            papers: {
                from?: string;
                reason?: string;
                paper: string;
                documentId: string;
                obtainedOn: components["schemas"]["Day"];
                /** @enum {string} */
                verdict: "refused" | "ok" | "unseen";
            }[];
            requested: {
                paper: string;
                reason: string;
            }[];
            parties?: {
                institutionId: string;
                branchId: string;
                keepsFile: boolean;
                reports: {
                    reportId: string;
                    reportedAt: components["schemas"]["Instant"];
                }[];
            }[];
            updatedAt: components["schemas"]["Instant"];
            seq: number;
            now: components["schemas"]["Instant"];
            institutionId: string;
            branchId: string;
            reportedAt: components["schemas"]["Instant"];
            accident?: {
                stageOneAt?: components["schemas"]["Instant"];
                happenedAt: components["schemas"]["Instant"];
                suspected: boolean;
            };
            diedOn?: components["schemas"]["Day"];
            claimId: string;
            /** @enum {string} */
            status: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
            statusText: string;
            holder: string;
            generation: number;
            /** @enum {string} */
            kind: "accident" | "death";
            eventOn: components["schemas"]["Day"];
            otherInstitutions?: string;
        };
        Correction: {
            was: components["schemas"]["EventDays"];
            days: components["schemas"]["EventDays"];
            reason: string;
            by: components["schemas"]["ActorRef"];
            at: components["schemas"]["Instant"];
            effect: components["schemas"]["EventEffect"];
        };
        EventDays: {
            happenedAt?: components["schemas"]["Instant"];
            eventOn: components["schemas"]["Day"];
            diedOn?: components["schemas"]["Day"];
            birthDate?: components["schemas"]["Day"];
        };
        EventDetails: {
            corrections: components["schemas"]["Correction"][];
            participantBirthDate?: string;
            reports: {
                agrees: boolean;
                reportedAt: components["schemas"]["Instant"];
                happenedAt?: components["schemas"]["Instant"];
                /** @enum {string} */
                kind: "accident" | "death";
                eventOn: components["schemas"]["Day"];
                reportId: string;
                institutionId: string;
                branchId: string;
            }[];
        };
        EventEffect: {
            rules: {
                was: null | string;
                becomes: null | string;
            };
            coverage: {
                was: null | string[];
                becomes: null | string[];
            };
            total: {
                was: null | number;
                becomes: null | number;
            };
            grounds: {
                was: ("heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant")[];
                becomes: ("heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant")[];
            };
            missing: {
                was: string[];
                becomes: string[];
            };
        };
        MissingPaper: {
            /** @enum {string} */
            paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
            /** @enum {string} */
            reason: "not-yet-checked" | "expired" | "refresh-after-death" | "not-of-this-school-year" | "village-letter-not-accepted" | "dated-before-event" | "dated-in-future" | "refused" | "not-there";
            /** @enum {string} */
            owes: "partner" | "participant" | "heir" | "reporter" | "employer" | "facility" | "guardian" | "officer";
            label: string;
        };
        PayeeAccount: {
            bankCode: string;
            lastDigits: string;
            personName: string;
            /** @description as the bank names the holder */
            holderName?: string;
            /** @description as the partner wrote it down */
            declaredName?: string;
            similarityBasisPoints?: number;
        };
        Payout: {
            wait?: {
                /** @enum {string} */
                why: "freeze" | "bank-hours" | "calendar-year-missing";
                text: string;
                until?: string;
            };
            stateText: string;
            /** @enum {string} */
            programme: "jkm" | "jkk";
            payoutId: string;
            /** @enum {string} */
            payeeClass: "heirs" | "participant" | "funeralArranger" | "fund" | "provider";
            amount: number;
            lines: {
                /** @enum {string} */
                benefit: "jkm.lump" | "jkm.periodic" | "jkm.funeral" | "jkm.reduced" | "jkk.death" | "jkk.periodic" | "jkk.funeral" | "jkk.disability.partialAnatomical" | "jkk.disability.partialFunctional" | "jkk.disability.total" | "jkk.stmb" | "jkk.transport.land" | "jkk.transport.sea" | "jkk.transport.air" | "jkk.medical" | "jkk.homeCare" | "late.compensation" | "scholarship";
                amount: number;
            }[];
            personId?: string;
            issue: number;
            maker?: string;
            checker?: string;
            mayShareWith?: string[];
            /** @enum {string} */
            state: "unknown" | "refused" | "held" | "declined" | "ordered" | "confirmed" | "reversed";
            generation: number;
            lateDays?: number;
            /** @constant */
            exempted?: true;
            attempt?: number;
            bankReference?: string;
            orderedAt?: number;
            settledAt?: number;
            saidAt?: number;
        };
        PointState: {
            maker: components["schemas"]["ActorRef"];
            makers: string[];
            /** @enum {string} */
            verdict: "open" | "approved" | "returned";
            checker?: components["schemas"]["ActorRef"];
            /** @enum {string} */
            reason?: "calculation" | "heir-proof" | "paper-unreadable" | "paper-inconsistent" | "account-mismatch" | "triage-doubt" | "other";
            text?: string;
        };
        Points: {
            programme?: components["schemas"]["PointState"];
            injury?: components["schemas"]["PointState"];
            heirs?: components["schemas"]["PointState"];
            payee?: components["schemas"]["PointState"];
            completeness?: components["schemas"]["PointState"];
            event?: components["schemas"]["PointState"];
            amount?: components["schemas"]["PointState"];
            rejection?: components["schemas"]["PointState"];
        };
        Proposal: {
            key: string;
            by: components["schemas"]["ActorRef"];
            at: components["schemas"]["Instant"];
            proposal: {
                /** @constant */
                type: "pause";
                /** @enum {string} */
                ground: "heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant";
                from: number;
                source: string;
            } | {
                /** @constant */
                type: "withdrawal";
                reason: string;
            } | {
                /** @constant */
                type: "revocation";
                papers: {
                    paper: string;
                    reason: string;
                }[];
                reason: string;
            } | {
                /** @constant */
                type: "release";
                payoutId: string;
                /** @enum {string} */
                verdict: "pay" | "decline";
                reason: string;
            } | {
                /** @constant */
                type: "finding";
                payoutId: string;
                issue: number;
                finding: components["schemas"]["Finding"] | {
                    /** @constant */
                    outcome: "unpaid";
                };
                evidence: string;
            } | {
                /** @constant */
                type: "exemption";
                payoutId: string;
                issue: number;
                reason: string;
            };
            maySecond: true | string;
        };
        RupiahAtRisk: {
            /** @enum {string} */
            standing: "safe" | "soon" | "late" | "unknown";
            /** @enum {string} */
            basis: "unknown" | "expected" | "recommended";
            unpaid: number;
            lateDays: number;
            compensation: number;
            atRisk: number;
        };
        CheckResult: {
            evidence: {
                other?: {
                    agrees: {
                        /** @enum {string} */
                        field: "participant" | "name" | "birth-date" | "event-day" | "kpj";
                        text: string;
                    }[];
                    /** @enum {string} */
                    status: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
                    statusText: string;
                    /** @enum {string} */
                    kind: "accident" | "death";
                    eventOn: components["schemas"]["Day"];
                    institutionId: string;
                    branchId: string;
                    reportedAt: components["schemas"]["Instant"];
                    similarityBasisPoints?: number;
                    claimId: string;
                };
                what: string;
                found: string;
                expected?: string;
                source: string;
            }[];
            /** @enum {string} */
            proposes?: "coverage-lapsed" | "not-a-participant" | "not-working-at-registration" | "ill-at-registration" | "not-work-related" | "right-lapsed" | "duplicate-claim" | "false-paper";
            stale?: boolean;
            staleText?: string;
            /** @enum {string} */
            check: "identity" | "registry" | "event" | "coverage" | "contributions" | "arrears-and-payer" | "duplicate" | "papers" | "heirs" | "account" | "fraud";
            checkText: string;
            /** @enum {string} */
            result: "pass" | "fail" | "ask";
            resultText: string;
        };
        ChecksReply: {
            checks: components["schemas"]["CheckResult"][];
            checkedAt?: components["schemas"]["Instant"];
            claimId: string;
        };
        ClaimRow: {
            /** @enum {string} */
            type?: "jkm-death" | "jkk-death" | "jkk-accident";
            /** @enum {string} */
            programme?: "jkm" | "jkk";
            amount?: number;
            risk?: components["schemas"]["RupiahAtRisk"];
            clock?: {
                /** @enum {string} */
                state: "running" | "paused" | "stopped" | "unknown";
                /** @enum {string} */
                standing: "safe" | "soon" | "late" | "met" | "missed" | "unknown";
                dueAt?: components["schemas"]["Instant"];
                remainingMinutes?: number;
                lateDays?: number;
                /** @enum {string} */
                clock: "jkm-legal" | "jkk-legal" | "partner-promise" | "stage-1-report" | "stage-2-report" | "suspected-accident" | "complaint" | "scholarship-proof" | "first-look" | "second-eyes" | "data-breach";
                generation: number;
                label: string;
                /** @enum {string} */
                kind: "promise" | "law" | "ours";
                why?: string;
            };
            otherClocks?: number;
            updatedAt: components["schemas"]["Instant"];
            generation: number;
            seq: number;
            missingPapers: number;
            institutionId: string;
            branchId: string;
            reportedAt: components["schemas"]["Instant"];
            claimId: string;
            /** @enum {string} */
            status: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
            statusText: string;
            holder: string;
            /** @enum {string} */
            kind: "accident" | "death";
            eventOn: components["schemas"]["Day"];
        };
        ClaimsReply: {
            next?: string;
            claims: components["schemas"]["ClaimRow"][];
            now: components["schemas"]["Instant"];
        };
        EventCorrectionPreviewReply: {
            claimId: string;
            seq: number;
            refusal?: {
                /** @enum {string} */
                refused: "not-allowed-in-status" | "not-your-role" | "maker-is-checker" | "lease-lost" | "conflict-of-interest" | "point-open" | "clock-unknown" | "payee-is-partner" | "already-paid" | "calendar-year-missing" | "invalid-command" | "command-id-reused" | "view-required" | "stale-view" | "claim-full" | "document-id-reused";
                text: string;
                rule: string;
            };
            was?: components["schemas"]["EventDays"];
            days?: components["schemas"]["EventDays"];
            effect?: components["schemas"]["EventEffect"];
            clocks?: {
                /** @enum {string} */
                clock: "jkm-legal" | "jkk-legal" | "partner-promise" | "stage-1-report" | "stage-2-report" | "suspected-accident" | "complaint" | "scholarship-proof" | "first-look" | "second-eyes" | "data-breach";
                startedAt: components["schemas"]["Instant"];
            }[];
        };
        FamilyCode: {
            message?: {
                /** @enum {string} */
                state: "pending" | "sent" | "refused";
                to: string;
            };
            codeId: string;
            personId: string;
            personName: string;
            issuedAt: components["schemas"]["Instant"];
            issuedBy: components["schemas"]["ClaimActor"];
            state: string;
        };
        FamilyCodesReply: {
            claimId: string;
            codes: components["schemas"]["FamilyCode"][];
        };
        /** @description as it was given, without who gave it */
        GivenCommand: {
            /** @enum {string} */
            type: "attachDocuments" | "verifyDocuments" | "requestCompletion" | "declareComplete" | "triageCause" | "resolveHeirs" | "confirmPayeeAccount" | "recommend" | "decidePoints" | "acknowledgeEscalation" | "waiveDocument" | "revokeCompleteness" | "correctEvent" | "assessInjury" | "concludeTreatment" | "pauseClock" | "resumeClock" | "extendPromise" | "releasePayout" | "resolveUnknownPayout" | "exemptPayout" | "withdraw" | "appeal" | "reopen";
        } & {
            [key: string]: unknown;
        };
        IssuedCodeReply: {
            claimId: string;
            codeId: string;
            codes: components["schemas"]["FamilyCode"][];
            code?: string;
            letter?: string;
        };
        NamedActor: {
            roleText: string;
            id: string;
            /** @enum {string} */
            role: "partner-staff" | "partner-head" | "officer" | "approver" | "supervisor" | "auditor" | "machine" | "family" | "system";
            institution?: string;
            branch?: string;
        };
        ReceiptFact: {
            seq: number;
            type: components["schemas"]["FactType"];
            text: string;
            hash: string;
        };
        ReceiptReply: {
            calculation: {
                step: string;
                amount?: number;
                date?: string;
                source: string;
            }[];
            facts: components["schemas"]["ReceiptFact"][];
            before: {
                seq: number;
                hash: string;
            };
            rules?: {
                id: string;
                version: number;
            };
            commandId: string;
            command: components["schemas"]["GivenCommand"];
            calendar: {
                id: string;
                version: number;
            };
            switches: components["schemas"]["Switches"];
            seq: number;
            at: components["schemas"]["Instant"];
            actor: components["schemas"]["NamedActor"];
            text: string;
            claimId: string;
        };
        ReceiptsReply: {
            claimId: string;
            receipts: {
                seq: number;
                at: components["schemas"]["Instant"];
                actor: components["schemas"]["NamedActor"];
                command: components["schemas"]["GivenCommand"];
                text: string;
            }[];
        };
        EntitlementReply: {
            years: components["schemas"]["Year"][];
            proposedPayee?: {
                guardianId: string;
                accountRef: string;
                by: string;
            };
            payee?: {
                guardianId: string;
                accountRef: string;
                maker: string;
                checker: string;
                shared?: {
                    claims: string[];
                    reason?: string;
                };
            };
            leftSchoolFrom?: number;
            workingFrom?: string;
            marriedOn?: components["schemas"]["Day"];
            /** @enum {string} */
            programme: "jkm" | "jkk";
            eventOn: components["schemas"]["Day"];
            pack: {
                id: string;
                version: number;
            };
            institutionId: string;
            branchId: string;
            updatedAt: components["schemas"]["Instant"];
            birthDate?: components["schemas"]["Day"];
            id: string;
            seq: number;
            claimId: string;
            childId: string;
        };
        EntitlementsReply: {
            next?: string;
            withoutBirthDate?: string[];
            entitlements: components["schemas"]["EntitlementReply"][];
        };
        ScholarshipForecastReply: {
            paid?: number;
            leaving?: number;
            missed?: number;
            total?: number;
            entitlements?: {
                paid: number;
                leaving: number;
                missed: number;
                total: number;
                id: string;
                years: {
                    schoolYear: number;
                    amount: number;
                }[];
            }[];
            byYear?: {
                schoolYear: number;
                amount: number;
            }[];
            asOf: components["schemas"]["Day"];
            changes: {
                source: string;
                /** @enum {string} */
                certainty: "law" | "secondary" | "inferred" | "recalled";
                yearsFrom: string;
                eventsFrom: string;
                levels: {
                    source: string;
                    /** @enum {string} */
                    certainty: "law" | "secondary" | "inferred" | "recalled";
                    /** @enum {string} */
                    level: "tk" | "sd" | "smp" | "sma" | "higher";
                    amountPerYear: number;
                    maxYears: number;
                }[];
            }[];
        };
        Year: {
            resolution?: {
                /** @constant */
                outcome: "paid";
                bankReference: string;
                paidAt?: number;
                maker: string;
                checker: string;
                attempt?: number;
            } | {
                /** @constant */
                outcome: "unpaid";
                maker: string;
                checker: string;
                attempt?: number;
            };
            findings?: {
                finding: components["schemas"]["Finding"] | {
                    /** @constant */
                    outcome: "unpaid";
                };
                evidence: string;
                by: string;
            }[];
            bankReference?: string;
            payoutId?: string;
            issue?: number;
            verifiedBy?: string;
            amount?: number;
            paidAt?: components["schemas"]["Instant"];
            papers?: {
                /** @enum {string} */
                paper: "active-study-letter" | "school-report";
                documentId: string;
                sha256: string;
            }[];
            remark?: string;
            /** @enum {string} */
            reason?: "third-child" | "contributions-under-3-years" | "turned-23" | "married" | "working" | "not-yet-in-school" | "left-school" | "level-exhausted" | "right-lapsed" | "no-proof-yet";
            /** @enum {string} */
            level?: "tk" | "sd" | "smp" | "sma" | "higher";
            closesAt?: components["schemas"]["Instant"];
            askedAt?: components["schemas"]["Instant"];
            schoolYear: number;
            /** @enum {string} */
            state: "asked" | "proven" | "verified" | "ordered" | "unknown" | "paid" | "refused" | "notDue";
            round: number;
        };
        EscalationsReply: {
            next?: string;
            escalations: {
                lateDays?: number;
                latePrice?: number;
                /** @enum {string} */
                state?: "unknown" | "running" | "paused" | "stopped";
                /** @enum {string} */
                standing?: "unknown" | "safe" | "soon" | "late" | "met" | "missed";
                claimId: string;
                rungKey: string;
                audience: {
                    /** @enum {string} */
                    audience: "supervisor" | "holder" | "branch-head" | "region";
                    text: string;
                }[];
                /** @enum {string} */
                clock: "jkm-legal" | "jkk-legal" | "partner-promise" | "stage-1-report" | "stage-2-report" | "suspected-accident" | "complaint" | "scholarship-proof" | "first-look" | "second-eyes" | "data-breach";
                label: string;
                dueAt: components["schemas"]["Instant"];
                since: string;
                /** @enum {string} */
                status: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
                statusText: string;
                institutionId: string;
                branchId: string;
            }[];
            now: components["schemas"]["Instant"];
        };
        EventsReply: {
            hasMore: boolean;
            next?: string;
            events: components["schemas"]["PartnerEvent"][];
        };
        PartnerEvent: {
            id: string;
            at: components["schemas"]["Instant"];
            type: components["schemas"]["FactType"];
            text: string;
            claimId: string;
            seq: number;
            /** @enum {string} */
            status: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
            statusText: string;
        };
        FreezeReply: {
            freezeId: string;
            from: string;
            until: string;
            /** @enum {string} */
            state: "proposed" | "agreed" | "withdrawn" | "lifting-proposed" | "lifted";
            stateText: string;
            inForce: boolean;
            steps: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                step: "proposed" | "agreed" | "withdrawn" | "lifting-proposed" | "lifted";
                actor: components["schemas"]["ClaimActor"];
                reason: string;
                commandId: string;
            }[];
        };
        FreezesReply: {
            now: components["schemas"]["Instant"];
            notLeft: {
                count: number;
                amount: number;
            };
            freezes: components["schemas"]["FreezeReply"][];
        };
        IncidentsReply: {
            incidents: {
                foundAt: components["schemas"]["Instant"];
                lastSeenAt: components["schemas"]["Instant"];
                timesSeen: number;
                dueAt?: components["schemas"]["Instant"];
                rungKey?: string;
                newsId?: string;
                claimId?: string;
                /** @enum {string} */
                kind: "rung-missed" | "record-unreadable" | "claim-not-running" | "payment-not-running" | "payee-of-partner" | "account-shared" | "calendar-missing" | "family-code-not-sent" | "status-code-guessed" | "news-waiting" | "report-after-withdrawal" | "report-after-end" | "papers-after-end" | "deadline-unknown" | "compensation-unknown" | "workflow-failing";
                text: string;
            }[];
            now: components["schemas"]["Instant"];
            mostListed: number;
        };
        DismissalReply: {
            newsId: string;
            dismissed: boolean;
        };
        LateNewsListReply: {
            lateNews: components["schemas"]["LateNewsReply"][];
            now: components["schemas"]["Instant"];
            mostListed: number;
        };
        WaitingNewsListReply: {
            now: components["schemas"]["Instant"];
            waiting: ({
                newsId: string;
                /** @constant */
                kind: "membership";
                text: string;
                todo: string;
                kpj: string;
                waitingSince: string;
                eventIds: string[];
            } | {
                newsId: string;
                /** @constant */
                kind: "papers";
                text: string;
                todo: string;
                claimId: string;
                institutionId: string;
                waitingSince: string;
                papers: number;
                eventIds: string[];
            })[];
            ignored: {
                eventId: string;
                /** @enum {string} */
                type: "coverage" | "contribution" | "credit";
                why: string;
                toldAt: components["schemas"]["Instant"];
                newerAt: components["schemas"]["Instant"];
                kpj?: string;
                readinessFileId?: string;
            }[];
            mostListed: number;
        };
        NoticesReply: {
            next?: string;
            empty?: string;
            notices: {
                /** @enum {string} */
                state?: "asked" | "proven" | "verified" | "ordered" | "unknown" | "paid" | "refused" | "notDue";
                standing?: string;
                isOpen?: boolean;
                entitlementId: string;
                claimId: string;
                schoolYear: number;
                id: string;
                /** @enum {string} */
                kind: "scholarship-proof-asked" | "scholarship-proof-reminder";
                /** @enum {string} */
                to: "supervisor" | "guardian" | "partner";
                at: components["schemas"]["Instant"];
                institutionId: string;
            }[];
        };
        ClaimActor: {
            id: string;
            /** @enum {string} */
            role: "partner-staff" | "partner-head" | "officer" | "approver" | "supervisor" | "auditor" | "machine" | "family" | "system";
        };
        /**
         * Format: date
         * @description calendar day, YYYY-MM-DD
         */
        Day: string;
        /**
         * @description kind of fact
         * @enum {string}
         */
        FactType: "claim.registered" | "claim.report-repeated" | "claim.event-corrected" | "claim.documents-attached" | "claim.input-turned-away" | "claim.documents-verified" | "claim.document-waived" | "claim.membership-changed" | "claim.readiness-found" | "claim.checked" | "claim.relation-found" | "claim.treatment-concluded" | "claim.converted-to-death" | "claim.injury-assessed" | "claim.completeness-requested" | "claim.completed" | "claim.completeness-revoked" | "claim.proposed" | "claim.cause-triaged" | "claim.heirs-resolved" | "claim.payee-confirmed" | "claim.recommended" | "claim.points-decided" | "claim.returned" | "claim.approved" | "claim.rejected" | "claim.lapsed" | "claim.withdrawn" | "claim.appealed" | "claim.reopened" | "payout.ordered" | "payout.unknown" | "payout.confirmed" | "payout.paid-at-revised" | "payout.refused" | "payout.resolved" | "payout.exempted" | "payout.reversed" | "payout.held" | "payout.repriced" | "payout.dropped" | "payout.declined" | "claim.paid" | "claim.compensation-unknown" | "claim.closed" | "sla.clock-started" | "sla.clock-stopped" | "sla.verdict-revised" | "sla.clock-paused" | "sla.clock-resumed" | "sla.clock-extended" | "sla.calendar-changed" | "sla.rung-reached" | "sla.escalation-acknowledged";
        Finding: {
            /** @constant */
            outcome: "paid";
            bankReference: string;
            paidAt?: number;
        };
        /**
         * Format: date-time
         * @description instant, ISO 8601 in UTC with Z
         */
        Instant: string;
        LateNewsReply: {
            papers: {
                paper: string;
                documentId: string;
            }[];
            steps: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                outcome: "new-claim" | "reopened" | "no-action";
                /** @enum {string} */
                step: "proposed" | "settled";
                actor: components["schemas"]["ClaimActor"];
                reason: string;
                commandId: string;
            }[];
            settled: boolean;
            reportId?: string;
            eventOn?: components["schemas"]["Day"];
            branchId?: string;
            type: string;
            toldAt: components["schemas"]["Instant"];
            institutionId: string;
            /** @enum {string} */
            status?: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
            statusText?: string;
            claimEventOn?: components["schemas"]["Day"];
            newsId: string;
            /** @enum {string} */
            kind: "report-after-withdrawal" | "report-after-end" | "papers-after-end";
            text: string;
            todo: string;
            claimId: string;
        };
        SwitchValue: boolean | number | string | {
            [key: string]: string | number;
        };
        /** @description readings of the law by id (docs/open-questions.md) */
        Switches: {
            [key: string]: components["schemas"]["SwitchValue"];
        };
        ReadingChange: {
            switch: string;
            from: components["schemas"]["SwitchValue"];
            to: components["schemas"]["SwitchValue"];
        };
        ReadingsReply: {
            defaults: components["schemas"]["Switches"];
            readings: components["schemas"]["ReadingsVersionReply"][];
        };
        ReadingsVersionReply: {
            version: number;
            /** @enum {string} */
            state: "proposed" | "activated" | "withdrawn";
            inForce: boolean;
            validFrom: string;
            switches: components["schemas"]["Switches"];
            changes: components["schemas"]["ReadingChange"][];
            steps: {
                /** @enum {string} */
                step: "proposed" | "activated" | "withdrawn";
                actor: {
                    id: string;
                    /** @enum {string} */
                    role: "partner-staff" | "partner-head" | "officer" | "approver" | "supervisor" | "auditor" | "machine" | "family" | "system";
                    branch?: string;
                };
                at: components["schemas"]["Instant"];
                reason: string;
            }[];
        };
        CaseOwner: {
            /** @enum {string} */
            role: "approver" | "supervisor";
            branch?: string;
        };
        CaseReply: {
            /** @enum {string} */
            state: "open" | "explained" | "closed";
            stateText: string;
            openedAt: components["schemas"]["Instant"];
            steps: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                step: "explained" | "closed" | "lost" | "found" | "assigned";
                by: components["schemas"]["ClaimActor"];
                reason: string;
                to?: string;
            }[];
            assignee?: string;
            caseId: string;
            seq: number;
            date: string;
            owner: components["schemas"]["CaseOwner"];
            unreadable?: components["schemas"]["Unreadable"];
            /** @enum {string} */
            kind: "confirmed-but-not-on-statement" | "reversed-but-not-on-statement" | "on-statement-but-unknown-here" | "on-statement-but-refused-here" | "paid-twice" | "amount-differs" | "reversed-on-statement" | "unordered-entry" | "no-reply" | "statement-does-not-add-up" | "unreadable-line";
            text: string;
            effect: number;
            ours?: number;
            theirs?: number;
            payoutId?: string;
            claimId?: string;
            issue?: number;
            bankReference?: string;
        };
        CasesReply: {
            next?: string;
            cases: components["schemas"]["CaseReply"][];
            now: components["schemas"]["Instant"];
        };
        Difference: {
            assignee?: string;
            /** @enum {string} */
            caseState?: "open" | "explained" | "closed";
            owner?: components["schemas"]["CaseOwner"];
            openedAt?: components["schemas"]["Instant"];
            unreadable?: components["schemas"]["Unreadable"];
            caseId: string;
            /** @enum {string} */
            kind: "confirmed-but-not-on-statement" | "reversed-but-not-on-statement" | "on-statement-but-unknown-here" | "on-statement-but-refused-here" | "paid-twice" | "amount-differs" | "reversed-on-statement" | "unordered-entry" | "no-reply" | "statement-does-not-add-up" | "unreadable-line";
            text: string;
            effect: number;
            ours?: number;
            theirs?: number;
            payoutId?: string;
            claimId?: string;
            issue?: number;
            bankReference?: string;
        };
        ReconciliationReply: {
            matched: number;
            isProven: boolean;
            differences: components["schemas"]["Difference"][];
            toldByStatement: components["schemas"]["Difference"][];
            totals?: {
                opening: number;
                closing: number;
                openingSen?: number;
                closingSen?: number;
                out: {
                    count: number;
                    amount: number;
                };
                in: {
                    count: number;
                    amount: number;
                };
                fees?: {
                    count: number;
                    amount: number;
                };
                unreadable?: {
                    count: number;
                    amount: number;
                    sen?: number;
                };
                ordered: {
                    count: number;
                    amount: number;
                };
                confirmed: {
                    count: number;
                    amount: number;
                };
                reversed: {
                    count: number;
                    amount: number;
                };
                difference: number;
                shifted: {
                    payoutId: string;
                    issue: number;
                    amount: number;
                }[];
                unexplained: number;
            };
            why?: string;
            date: string;
            /** @enum {string} */
            state: "done" | "waiting";
            at: components["schemas"]["Instant"];
        };
        Unreadable: {
            line: number;
            faults: {
                field: string;
                /** @enum {string} */
                problem: "missing" | "not-text" | "too-long" | "unknown-type" | "sen" | "negative" | "not-an-amount" | "other-currency" | "not-a-time" | "other-day";
                told?: string;
            }[];
        };
        PaymentsReply: {
            rows: {
                text: string;
                group: string;
                paid: {
                    count: number;
                    amount: number;
                };
                returned: {
                    count: number;
                    amount: number;
                };
                net: number;
                late: number;
            }[];
            total: {
                group: string;
                paid: {
                    count: number;
                    amount: number;
                };
                returned: {
                    count: number;
                    amount: number;
                };
                net: number;
                late: number;
            };
            bank: {
                text: string;
                /** @enum {string} */
                state: "equal" | "no-statement-yet" | "differs";
                statementsUntil?: string;
                paid: {
                    count: number;
                    amount: number;
                };
                returned: {
                    count: number;
                    amount: number;
                };
                net: number;
                notInBooks: number;
                notOnStatement: number;
                awaitingStatement: number;
                amountsDiffer: number;
                isEqual: boolean;
            };
            month: string;
            /** @enum {string} */
            counted: "payments" | "benefit-lines";
            payments: number;
            /** @enum {string} */
            by: "institution" | "branch" | "programme" | "month" | "benefit" | "regency" | "payer";
        };
        RiskReply: {
            /** @enum {string} */
            by: "institution" | "programme";
            now: components["schemas"]["Instant"];
            rows: {
                text: string;
                group: string;
                claims: number;
                soon: number;
                late: number;
                unknown: number;
                unpaid: number;
                compensation: number;
                atRisk: number;
            }[];
            total: {
                group: string;
                claims: number;
                soon: number;
                late: number;
                unknown: number;
                unpaid: number;
                compensation: number;
                atRisk: number;
            };
        };
        /** @description every answer that is not the wished one */
        ErrorReply: {
            /** @description code; stable, for programs */
            error: ("not-allowed-in-status" | "not-your-role" | "maker-is-checker" | "lease-lost" | "conflict-of-interest" | "point-open" | "clock-unknown" | "payee-is-partner" | "already-paid" | "calendar-year-missing" | "invalid-command" | "command-id-reused" | "view-required" | "stale-view" | "claim-full" | "document-id-reused") | string;
            /** @description what went wrong and what to do, in Indonesian, for people */
            text: string;
            /** @description of a refusal: the article or the policy behind it */
            rule?: string;
            /** @description of a wrong shape: each field with its rule */
            fields?: {
                field: string;
                message: string;
            }[];
            /** @description of an old view: what has changed since */
            changes?: {
                seq: number;
                at: components["schemas"]["Instant"];
                actor: components["schemas"]["ClaimActor"];
                text: string;
            }[];
            /** @description of 503: what does not answer */
            what?: string;
            /** @description to be named when asking us */
            requestId: string;
        };
    };
    responses: {
        /** @description A field is missing or wrong; each is named with its rule. */
        400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description No token, or one that does not count any more. */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Not there, or not for this person: both look the same. */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The rules refuse it, with the reason. */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description It has changed since it was looked at; the answer says how. */
        412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The body is too large. */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description The address is too long. */
        414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Only JSON is taken. */
        415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description A decision about money must say what was seen: If-Match, or expectedSeq. */
        428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Too many requests; Retry-After says when to come again. */
        429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description A fault of ours; it is logged under requestId. */
        500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
        /** @description Something we need does not answer; ask again. A command sent again with its id counts once. */
        503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorReply"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readClaims: {
        parameters: {
            query?: {
                status?: "registered" | "collecting" | "verifying" | "recommended" | "approved" | "paying" | "paid" | "rejected" | "withdrawn" | "closed" | "lapsed";
                /** @description only open claims whose holder was warned by a clock that still runs */
                escalated?: "true";
                limit?: string;
                /** @description as the page before gave it */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readClaimsOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readClaimsChecks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecksReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readClaimsEventCorrectionsPreview: {
        parameters: {
            query?: {
                /** @description day of the death or of the accident */
                eventOn?: string;
                /** @description of an accident that became a death */
                diedOn?: string;
                /** @description of the participant */
                birthDate?: string;
            };
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventCorrectionPreviewReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readClaimsReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readClaimsReceiptsOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
                seq: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    papers: {
                        /**
                         * @description kind of paper
                         * @enum {string}
                         */
                        paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                        /** @description where the bytes are */
                        documentId: string;
                        sha256: string;
                        /** @description day it was issued */
                        obtainedOn: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsDocumentVerdicts: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    verdicts: ({
                        documentId: string;
                        /** @constant */
                        verdict: "ok";
                    } | {
                        documentId: string;
                        /** @constant */
                        verdict: "refused";
                        reason: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsCompletionRequests: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    papers: {
                        /**
                         * @description kind of paper
                         * @enum {string}
                         */
                        paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                        reason: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsCompleteness: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsTriage: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @enum {string} */
                    programme: "jkm" | "jkk";
                    reason: string;
                    /** @description monthly wage base as the proof says it; JKK is calculated from it */
                    wageBase?: number;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsHeirs: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    people: {
                        id: string;
                        /** @enum {string} */
                        relation: "spouse" | "child" | "parent" | "grandparent" | "grandchild" | "sibling" | "parentInLaw" | "willBeneficiary" | "other";
                        alive: boolean;
                        /** @description calendar day, YYYY-MM-DD or as people write it, day first */
                        birthDate?: string;
                        divorced?: boolean;
                        willByNotary?: boolean;
                        courtDetermination?: boolean;
                        isPartnerInstitution?: boolean;
                    }[];
                    powerOfAttorneyTo?: string;
                    guardianOf?: {
                        [key: string]: {
                            id: string;
                            courtAppointed: boolean;
                        };
                    };
                    dispute?: boolean;
                    arrangedFuneral?: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsPayeeAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                    /** @enum {string} */
                    payeeClass: "heirs" | "participant" | "funeralArranger" | "fund" | "provider";
                    personId: string;
                    /** @description name of the payee, held against the bank’s holder name */
                    personName: string;
                    bankCode: string;
                    accountNumber: string;
                    /** @description where other families are paid on this account, and rightly: why; a second person approves it */
                    sharedReason?: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsRecommendation: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                    /** @constant */
                    outcome: "pay";
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                    /** @constant */
                    outcome: "reject";
                    /** @enum {string} */
                    reason: "coverage-lapsed" | "not-a-participant" | "not-working-at-registration" | "ill-at-registration" | "not-work-related" | "right-lapsed" | "duplicate-claim" | "false-paper";
                    text: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsDecisions: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                    decisions: ({
                        /** @enum {string} */
                        point: "event" | "completeness" | "programme" | "heirs" | "injury" | "payee" | "amount" | "rejection";
                        /** @constant */
                        verdict: "approve";
                    } | {
                        /** @enum {string} */
                        point: "event" | "completeness" | "programme" | "heirs" | "injury" | "payee" | "amount" | "rejection";
                        /** @constant */
                        verdict: "return";
                        /** @enum {string} */
                        reason: "calculation" | "heir-proof" | "paper-unreadable" | "paper-inconsistent" | "account-mismatch" | "triage-doubt" | "other";
                        text?: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsAcknowledgements: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    rungKey: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsWaivers: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /**
                     * @description kind of paper
                     * @enum {string}
                     */
                    paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsCompletenessRevocations: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    papers: {
                        /**
                         * @description kind of paper
                         * @enum {string}
                         */
                        paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                        reason: string;
                    }[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsEventCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description day of the death or of the accident */
                    eventOn?: string;
                    /** @description of an accident that became a death: the day of death */
                    diedOn?: string;
                    /** @description of the participant, where the file is wrong */
                    birthDate?: string;
                    /** @description what it rests on, such as the number of the death certificate */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsInjury: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description what the injury came to, from doctor’s letter and receipts */
                    injury: {
                        disability?: {
                            /** @enum {string} */
                            kind: "partialAnatomical" | "partialFunctional" | "total";
                            /** @description of the table in the regulation */
                            tableBasisPoints?: number;
                            /** @description of the function, as the doctor wrote it */
                            lostBasisPoints?: number;
                        };
                        /** @description days not able to work */
                        stmbDays?: number;
                        transport?: {
                            /** @enum {string} */
                            mode: "land" | "sea" | "air";
                            /** @description whole rupiah of receipts */
                            receipts: number;
                        }[];
                        /** @description whole rupiah of receipts */
                        medicalReceipts?: number;
                        /** @description whole rupiah of receipts */
                        homeCareReceipts?: number;
                    };
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsTreatment: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @enum {string} */
                    outcome: "recovered" | "disabled" | "died";
                    /** @description when the doctor concluded it */
                    on: string;
                    /** @description of a death: the family */
                    people?: {
                        id: string;
                        /** @enum {string} */
                        relation: "spouse" | "child" | "parent" | "grandparent" | "grandchild" | "sibling" | "parentInLaw" | "willBeneficiary" | "other";
                        alive: boolean;
                        /** @description calendar day, YYYY-MM-DD or as people write it, day first */
                        birthDate?: string;
                        divorced?: boolean;
                        willByNotary?: boolean;
                        courtDetermination?: boolean;
                        isPartnerInstitution?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsPauses: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @enum {string} */
                    ground: "heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant";
                    /** @description in the past, where the ground may be retroactive; now when absent */
                    from?: string;
                    /** @description what it rests on, such as the number of a letter */
                    source: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsResumptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @enum {string} */
                    ground: "heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsPromiseExtensions: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description calendar days more */
                    units: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsPayoutReleases: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                    payoutId: string;
                    /** @enum {string} */
                    verdict: "pay" | "decline";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsPayoutFindings: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                    payoutId: string;
                    /** @description which order of this payment */
                    issue: number;
                    finding: {
                        /** @constant */
                        outcome: "paid";
                        bankReference: string;
                        /** @description when the bank paid, as its statement says; the deadline stops there */
                        paidAt?: string;
                    } | {
                        /** @constant */
                        outcome: "unpaid";
                    };
                    /** @description what the bank’s own statement says */
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsPayoutExemptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                    payoutId: string;
                    /** @description why this one cannot wait for the end of the freeze */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsAppeals: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsReopenings: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was seen; decisions about money demand it, or expectedSeq in the body. */
                "If-Match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @enum {string} */
                    ground: "new-evidence" | "withdrawal-revoked";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsSitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    decisions: ({
                        /** @constant */
                        type: "attachDocuments";
                        papers: {
                            /**
                             * @description kind of paper
                             * @enum {string}
                             */
                            paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                            /** @description where the bytes are */
                            documentId: string;
                            sha256: string;
                            /** @description day it was issued */
                            obtainedOn: string;
                        }[];
                    } | {
                        /** @constant */
                        type: "verifyDocuments";
                        verdicts: ({
                            documentId: string;
                            /** @constant */
                            verdict: "ok";
                        } | {
                            documentId: string;
                            /** @constant */
                            verdict: "refused";
                            reason: string;
                        })[];
                    } | {
                        /** @constant */
                        type: "requestCompletion";
                        papers: {
                            /**
                             * @description kind of paper
                             * @enum {string}
                             */
                            paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                            reason: string;
                        }[];
                    } | {
                        /** @constant */
                        type: "declareComplete";
                    } | {
                        /** @constant */
                        type: "triageCause";
                        /** @enum {string} */
                        programme: "jkm" | "jkk";
                        reason: string;
                        /** @description monthly wage base as the proof says it; JKK is calculated from it */
                        wageBase?: number;
                    } | {
                        /** @constant */
                        type: "resolveHeirs";
                        people: {
                            id: string;
                            /** @enum {string} */
                            relation: "spouse" | "child" | "parent" | "grandparent" | "grandchild" | "sibling" | "parentInLaw" | "willBeneficiary" | "other";
                            alive: boolean;
                            /** @description calendar day, YYYY-MM-DD or as people write it, day first */
                            birthDate?: string;
                            divorced?: boolean;
                            willByNotary?: boolean;
                            courtDetermination?: boolean;
                            isPartnerInstitution?: boolean;
                        }[];
                        powerOfAttorneyTo?: string;
                        guardianOf?: {
                            [key: string]: {
                                id: string;
                                courtAppointed: boolean;
                            };
                        };
                        dispute?: boolean;
                        arrangedFuneral?: string;
                    } | {
                        /** @constant */
                        type: "confirmPayeeAccount";
                        /** @enum {string} */
                        payeeClass: "heirs" | "participant" | "funeralArranger" | "fund" | "provider";
                        personId: string;
                        /** @description name of the payee, held against the bank’s holder name */
                        personName: string;
                        bankCode: string;
                        accountNumber: string;
                        /** @description where other families are paid on this account, and rightly: why; a second person approves it */
                        sharedReason?: string;
                    } | ({
                        /** @constant */
                        type: "recommend";
                        /** @constant */
                        outcome: "pay";
                    } | {
                        /** @constant */
                        type: "recommend";
                        /** @constant */
                        outcome: "reject";
                        /** @enum {string} */
                        reason: "coverage-lapsed" | "not-a-participant" | "not-working-at-registration" | "ill-at-registration" | "not-work-related" | "right-lapsed" | "duplicate-claim" | "false-paper";
                        text: string;
                    }) | {
                        /** @constant */
                        type: "decidePoints";
                        decisions: ({
                            /** @enum {string} */
                            point: "event" | "completeness" | "programme" | "heirs" | "injury" | "payee" | "amount" | "rejection";
                            /** @constant */
                            verdict: "approve";
                        } | {
                            /** @enum {string} */
                            point: "event" | "completeness" | "programme" | "heirs" | "injury" | "payee" | "amount" | "rejection";
                            /** @constant */
                            verdict: "return";
                            /** @enum {string} */
                            reason: "calculation" | "heir-proof" | "paper-unreadable" | "paper-inconsistent" | "account-mismatch" | "triage-doubt" | "other";
                            text?: string;
                        })[];
                    } | {
                        /** @constant */
                        type: "acknowledgeEscalation";
                        rungKey: string;
                        reason: string;
                    } | {
                        /** @constant */
                        type: "waiveDocument";
                        /**
                         * @description kind of paper
                         * @enum {string}
                         */
                        paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                        reason: string;
                    } | {
                        /** @constant */
                        type: "revokeCompleteness";
                        papers: {
                            /**
                             * @description kind of paper
                             * @enum {string}
                             */
                            paper: "participant-card" | "participant-id-card" | "heir-id-card" | "family-card" | "marriage-certificate" | "child-birth-certificate" | "work-activity-proof" | "payee-account-proof" | "data-consent" | "death-certificate" | "heir-statement" | "power-of-attorney" | "will-deed" | "court-determination" | "claim-form-jkm" | "accident-report-1" | "accident-report-2" | "doctor-certificate" | "chronology" | "witness-id-cards" | "police-report" | "attendance-list" | "transport-receipts" | "medical-receipts" | "tax-number" | "scholarship-form" | "active-study-letter" | "school-report" | "guardian-account-proof";
                            reason: string;
                        }[];
                        reason: string;
                    } | {
                        /** @constant */
                        type: "correctEvent";
                        /** @description day of the death or of the accident */
                        eventOn?: string;
                        /** @description of an accident that became a death: the day of death */
                        diedOn?: string;
                        /** @description of the participant, where the file is wrong */
                        birthDate?: string;
                        /** @description what it rests on, such as the number of the death certificate */
                        reason: string;
                    } | {
                        /** @constant */
                        type: "assessInjury";
                        /** @description what the injury came to, from doctor’s letter and receipts */
                        injury: {
                            disability?: {
                                /** @enum {string} */
                                kind: "partialAnatomical" | "partialFunctional" | "total";
                                /** @description of the table in the regulation */
                                tableBasisPoints?: number;
                                /** @description of the function, as the doctor wrote it */
                                lostBasisPoints?: number;
                            };
                            /** @description days not able to work */
                            stmbDays?: number;
                            transport?: {
                                /** @enum {string} */
                                mode: "land" | "sea" | "air";
                                /** @description whole rupiah of receipts */
                                receipts: number;
                            }[];
                            /** @description whole rupiah of receipts */
                            medicalReceipts?: number;
                            /** @description whole rupiah of receipts */
                            homeCareReceipts?: number;
                        };
                    } | {
                        /** @constant */
                        type: "concludeTreatment";
                        /** @enum {string} */
                        outcome: "recovered" | "disabled" | "died";
                        /** @description when the doctor concluded it */
                        on: string;
                        /** @description of a death: the family */
                        people?: {
                            id: string;
                            /** @enum {string} */
                            relation: "spouse" | "child" | "parent" | "grandparent" | "grandchild" | "sibling" | "parentInLaw" | "willBeneficiary" | "other";
                            alive: boolean;
                            /** @description calendar day, YYYY-MM-DD or as people write it, day first */
                            birthDate?: string;
                            divorced?: boolean;
                            willByNotary?: boolean;
                            courtDetermination?: boolean;
                            isPartnerInstitution?: boolean;
                        }[];
                    } | {
                        /** @constant */
                        type: "pauseClock";
                        /** @enum {string} */
                        ground: "heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant";
                        /** @description in the past, where the ground may be retroactive; now when absent */
                        from?: string;
                        /** @description what it rests on, such as the number of a letter */
                        source: string;
                    } | {
                        /** @constant */
                        type: "resumeClock";
                        /** @enum {string} */
                        ground: "heir-dispute" | "court-order" | "force-majeure" | "payer-unpaid" | "arrears-unpaid" | "medical-opinion" | "waiting-complainant";
                        reason: string;
                    } | {
                        /** @constant */
                        type: "extendPromise";
                        /** @description calendar days more */
                        units: number;
                        reason: string;
                    } | {
                        /** @constant */
                        type: "releasePayout";
                        payoutId: string;
                        /** @enum {string} */
                        verdict: "pay" | "decline";
                        reason: string;
                    } | {
                        /** @constant */
                        type: "resolveUnknownPayout";
                        payoutId: string;
                        /** @description which order of this payment */
                        issue: number;
                        finding: {
                            /** @constant */
                            outcome: "paid";
                            bankReference: string;
                            /** @description when the bank paid, as its statement says; the deadline stops there */
                            paidAt?: string;
                        } | {
                            /** @constant */
                            outcome: "unpaid";
                        };
                        /** @description what the bank’s own statement says */
                        evidence: string;
                    } | {
                        /** @constant */
                        type: "exemptPayout";
                        payoutId: string;
                        /** @description why this one cannot wait for the end of the freeze */
                        reason: string;
                    } | {
                        /** @constant */
                        type: "withdraw";
                        reason: string;
                    } | {
                        /** @constant */
                        type: "appeal";
                        reason: string;
                    } | {
                        /** @constant */
                        type: "reopen";
                        /** @enum {string} */
                        ground: "new-evidence" | "withdrawal-revoked";
                        reason: string;
                    })[];
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readClaimsFamilyCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyCodesReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsFamilyCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description person of the family; the contact of the report when absent */
                    personId?: string;
                    /** @description as it is printed on the letter */
                    personName: string;
                    /** @description where to send it; printed for the counter when absent */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedCodeReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postClaimsFamilyCodesRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
                codeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyCodesReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readAuditReads: {
        parameters: {
            query?: {
                /** @description claim or entitlement */
                subject?: string;
                /** @description who read */
                actor?: string;
                limit?: string;
                /** @description as the page before gave it */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readEvents: {
        parameters: {
            query?: {
                /** @description next of the answer before */
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readEscalations: {
        parameters: {
            query?: {
                limit?: string;
                /** @description as the page before gave it */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readIncidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readLateNews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateNewsListReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postLateNewsSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why; kept with the case for ever */
                    reason: string;
                    /** @description as the list gives it */
                    newsId: string;
                    /**
                     * @description new-claim: a claim of its own begins from the report; reopened: its claim runs again
                     * @enum {string}
                     */
                    outcome: "new-claim" | "reopened" | "no-action";
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateNewsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readWaitingNews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingNewsListReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postWaitingNewsDismissals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description as the list gives it */
                    newsId: string;
                    /** @description why; kept with the case for ever */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DismissalReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why: kept with the step, and journalled by every claim */
                    reason: string;
                    /** @description which days an office works and when */
                    calendar: {
                        /** @description id of a calendar, the same for all its versions */
                        id: string;
                        /** @description counts on from the highest version kept */
                        version: number;
                        /** @description as people read it under a deadline */
                        name: string;
                        /** @enum {string} */
                        zone: "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";
                        years: number[];
                        holidays: string[];
                        jointLeave: string[];
                        service: {
                            /** @description wall clock of the office, HH:MM */
                            from: string;
                            /** @description wall clock of the office, HH:MM */
                            to: string;
                            /** @description within the hours, in order; nobody works in them */
                            breaks?: {
                                /** @description wall clock of the office, HH:MM */
                                from: string;
                                /** @description wall clock of the office, HH:MM */
                                to: string;
                            }[];
                        };
                        /** @description free by local decision, at every branch */
                        localHolidays?: string[];
                        /** @description what is different at single branches */
                        branches?: {
                            /** @description code of the branch, for example 5310 */
                            branchId: string;
                            /** @description where two institutions use the same code */
                            institutionId?: string;
                            /** @description free at this branch only */
                            holidays?: string[];
                            /** @description instead of the hours of the others */
                            service?: {
                                /** @description wall clock of the office, HH:MM */
                                from: string;
                                /** @description wall clock of the office, HH:MM */
                                to: string;
                                /** @description within the hours, in order; nobody works in them */
                                breaks?: {
                                    /** @description wall clock of the office, HH:MM */
                                    from: string;
                                    /** @description wall clock of the office, HH:MM */
                                    to: string;
                                }[];
                            };
                        }[];
                        /** @description what the free days are called */
                        dayNames?: {
                            [key: string]: string;
                        };
                        /** @description the decree the days were taken from */
                        source: string;
                        /** @description the same year by year, with how sure it is */
                        yearSources?: {
                            year: number;
                            /** @description the decree of this year, and where it was read */
                            source: string;
                            /** @enum {string} */
                            certainty: "law" | "secondary" | "inferred" | "recalled";
                            /** @description free days whose date the source calls an estimate */
                            estimated?: string[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readReadings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postReadings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why: kept with the step */
                    reason: string;
                    /** @description claims registered on or after this day */
                    validFrom: string;
                    /** @description all readings that differ from the defaults; what is not named goes back to its default */
                    switches: {
                        /** @enum {string} */
                        "jkm.threeMonthTest"?: "bothMonths" | "membershipOnly" | "contributionsOnly";
                        /** @enum {string} */
                        "jkm.monthCounting"?: "calendarMonths" | "contributionMonths" | "days90";
                        /** @enum {string} */
                        "jkm.insideThirdMonth"?: "reduced" | "full";
                        "jkm.restartAfterLapse"?: boolean;
                        /** @enum {string} */
                        "jkm.threeMonthSegments"?: "bpuOnly" | "all";
                        /** @enum {string} */
                        "jkm.reducedLabel"?: "funeral10" | "lump8funeral2";
                        /** @enum {number} */
                        "coverage.lapseOnUnpaidMonth"?: 3 | 4;
                        /** @enum {string} */
                        "coverage.arrearsPayableUntil"?: "beforePayout" | "beforeDeath";
                        /** @enum {string} */
                        "jkm.doubleMembership"?: "perEmployer" | "perMembership" | "once";
                        /** @enum {string} */
                        "coverage.discountedMonthCounts"?: "full" | "half";
                        "payer.unpaidHolds"?: boolean;
                        /** @enum {string} */
                        "death.proof"?: "certificateOnly" | "villageLetterAccepted";
                        /** @enum {string} */
                        "calendar.jointLeave"?: "nonWorking" | "working";
                        "sla.partnerPromise"?: {
                            /** @enum {string} */
                            unit: "calendarDays" | "workingDays";
                            /** @enum {string} */
                            start: "complete" | "reported";
                        };
                        "sla.countStartDay"?: boolean;
                        /** @enum {string} */
                        "sla.startAfterHours"?: "sameDay" | "nextWorkingDay";
                        /** @enum {string} */
                        "sla.dueAt"?: "endOfService" | "endOfDay";
                        /** @enum {string} */
                        "late.dayKind"?: "calendarDays" | "workingDays";
                        /** @enum {string} */
                        "late.base"?: "programmeCash" | "wholeClaim" | "withoutFuneral";
                        "late.autoPropose"?: boolean;
                        "scholarship.year"?: {
                            startMonth: number;
                            startDay: number;
                        };
                        /** @enum {string} */
                        "scholarship.endsAt23"?: "lineBeforeBirthday" | "proRata";
                        /** @enum {string} */
                        "scholarship.childOrder"?: "birthDate" | "asDeclared";
                        "scholarship.backPay"?: unknown;
                        "jkk.lapseYears"?: number;
                        "jkk.suspectedDays"?: number;
                        /** @enum {string} */
                        "pack.2025From"?: "2025-02-24" | "2025-02-28";
                        /** @enum {string} */
                        "coverage.employerArrears"?: "lapses" | "asks";
                        /** @enum {string} */
                        "late.pausedAfterDue"?: "counts" | "excluded";
                    };
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsVersionReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postReadingsActivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why: kept with the step */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsVersionReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postReadingsWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why: kept with the step */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsVersionReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readCalendarsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a calendar, the same for all its versions */
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPreviewReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postCalendarsActivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a calendar, the same for all its versions */
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why: kept with the step, and journalled by every claim */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postCalendarsWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a calendar, the same for all its versions */
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why: kept with the step, and journalled by every claim */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readCalendarsRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a calendar, the same for all its versions */
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolloutReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readFreezes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezesReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postFreezes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description the first instant in which no order leaves */
                    from: string;
                    /** @description the first instant in which orders leave again */
                    until: string;
                    /** @description why: kept with the step, and journalled by every claim */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postFreezesSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                freezeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @enum {string} */
                    act: "agree" | "withdraw" | "lift";
                    /** @description why: kept with the step, and journalled by every claim */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readReconciliationsOne: {
        parameters: {
            query?: {
                /** @description csv: semicolons and a byte order mark; without it what Accept asks for */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                /** @description calendar day, YYYY-MM-DD or as people write it, day first */
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationReply"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readReconciliationCases: {
        parameters: {
            query?: {
                state?: "open" | "explained" | "closed";
                /** @description only cases found in the run of this day */
                date?: string;
                limit?: string;
                /** @description as the page before gave it */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readReconciliationCasesOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a case, the same in every run that finds the difference */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postReconciliationCasesAssign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a case, the same in every run that finds the difference */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why; kept with the case for ever */
                    reason: string;
                    /** @description id of the person who has the case from now on */
                    to: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postReconciliationCasesExplain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a case, the same in every run that finds the difference */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why; kept with the case for ever */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postReconciliationCasesClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of a case, the same in every run that finds the difference */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description why; kept with the case for ever */
                    reason: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readReportsPayments: {
        parameters: {
            query?: {
                /** @description month of the bank’s days; without month and year the running one */
                month?: string;
                /** @description all of a year instead */
                year?: string;
                by?: "programme" | "benefit" | "institution" | "branch" | "regency" | "payer" | "month";
                /** @description csv: semicolons and a byte order mark; without it what Accept asks for */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentsReply"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readReportsRisk: {
        parameters: {
            query?: {
                by?: "institution" | "programme";
                /** @description csv: semicolons and a byte order mark; without it what Accept asks for */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskReply"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readEntitlements: {
        parameters: {
            query?: {
                /** @description only the children of this claim */
                claim?: string;
                limit?: string;
                /** @description as the page before gave it */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementsReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postEntitlements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    claim: string;
                    /** @description as the claim names the child */
                    childId: string;
                    /** @description which was missing when the claim was approved */
                    birthDate: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readEntitlementsOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entitlementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postEntitlementsYearsProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entitlementId: string;
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @enum {string} */
                    level: "tk" | "sd" | "smp" | "sma" | "higher";
                    /** @description letter of active study and latest report */
                    papers: {
                        /** @enum {string} */
                        paper: "active-study-letter" | "school-report";
                        /** @description the document in the document store */
                        documentId: string;
                        sha256: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postEntitlementsYearsVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entitlementId: string;
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    verdict: "ok";
                    /**
                     * @description as the papers show
                     * @enum {string}
                     */
                    level: "tk" | "sd" | "smp" | "sma" | "higher";
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    verdict: "refused";
                    /** @description why; kept for ever */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postEntitlementsYearsRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entitlementId: string;
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    verdict: "pay";
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    verdict: "return";
                    /** @description why; kept for ever */
                    reason: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postEntitlementsYearsPaymentFindings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entitlementId: string;
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @description which order of this payment */
                    issue: number;
                    finding: {
                        /** @constant */
                        outcome: "paid";
                        bankReference: string;
                    } | {
                        /** @constant */
                        outcome: "unpaid";
                    };
                    /** @description what the bank’s own statement says */
                    evidence: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    postEntitlementsChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entitlementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    type: "married";
                    /** @description calendar day, YYYY-MM-DD or as people write it, day first */
                    on: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    type: "working";
                    /** @description calendar day, YYYY-MM-DD or as people write it, day first */
                    from: string;
                    /** @enum {string} */
                    kind?: "pu" | "bpu" | "apprentice";
                    /** @description consecutive months of the job */
                    months?: number;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    type: "leftSchool";
                    schoolYear: number;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    type: "corrected";
                    /** @enum {string} */
                    what: "married" | "working" | "leftSchool";
                    /** @description why; kept for ever */
                    reason: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    type: "account";
                    /** @description person who has the care of the child, or the child */
                    guardianId: string;
                    personName: string;
                    bankCode: string;
                    accountNumber: string;
                    /** @description where other families are paid on this account, and rightly: why; a second person approves it */
                    sharedReason?: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                } | {
                    /** @description id of this intention, the same when it is sent again */
                    commandId: string;
                    /** @constant */
                    type: "confirmAccount";
                    /** @description as the proposal shows it */
                    accountRef: string;
                    /** @description number of what the person had seen, as `seq` or the ETag of a read */
                    expectedSeq?: number;
                };
            };
        };
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readNotices: {
        parameters: {
            query?: {
                /** @description only what concerns this child */
                entitlement?: string;
                limit?: string;
                /** @description as the page before gave it */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesReply"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    readReportsScholarships: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As wished. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScholarshipForecastReply"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
}
